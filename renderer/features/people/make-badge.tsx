import { IdCard } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import type { MadeBadge } from './badge-card.tsx'
import styles from './people-dialog.module.css'

type MakeBadgeProps = { person: PersonView; onBadge: (badge: MadeBadge) => void; onCancel: () => void }

/** Says what a new badge does to the one before, then makes it. */
export function MakeBadge({ person, onBadge, onCancel }: MakeBadgeProps) {
  const t = useText()
  const { ask } = useActions()
  const [refused, setRefused] = useState(false)
  const make = async (): Promise<void> => {
    const badge = await ask('makeBadge', { id: person.id })
    if (badge?.digits == null) setRefused(true)
    else onBadge(badge)
  }
  return (
    <div className={styles.form}>
      <p>{t(person.hasBadge ? 'people.badge.again' : 'people.badge.first')}</p>
      <p role="alert" className={styles.refused}>
        {refused ? t('people.badge.refused') : null}
      </p>
      <div className={styles.deeds}>
        <Button onClick={onCancel}>{t('people.cancel')}</Button>
        <Button
          strong
          autoFocus
          data-testid="badge-make"
          onClick={() => {
            void make()
          }}
        >
          <IdCard aria-hidden="true" />
          {t('people.badge.make')}
        </Button>
      </div>
    </div>
  )
}
