import { Printer } from 'lucide-react'
import type { Badge } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Barcode } from '../command-sheet/barcode.tsx'
import styles from './people-dialog.module.css'

export type MadeBadge = Exclude<Badge, { digits: null }>

/** A badge to print: it is shown this once, and the desk itself keeps only what it needs to know it again. */
export function BadgeCard({ badge, onDone }: { badge: MadeBadge; onDone: () => void }) {
  const t = useText()
  const { print } = useDesk()
  return (
    <div className={styles.badge} data-testid="badge">
      <p className={styles.leadOnly}>{t('people.badge.once')}</p>
      <div className={styles.card}>
        <p className={styles.cardName}>{badge.name}</p>
        <Barcode text={badge.digits} className={styles.bars} />
        <p className="code">{badge.digits}</p>
      </div>
      <div className={styles.deeds}>
        <Button strong autoFocus data-testid="badge-print" onClick={print}>
          <Printer aria-hidden="true" />
          {t('people.badge.print')}
        </Button>
        <Button data-testid="badge-done" onClick={onDone}>
          {t('people.badge.done')}
        </Button>
      </div>
    </div>
  )
}
