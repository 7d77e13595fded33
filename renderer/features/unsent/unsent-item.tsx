import { RotateCw } from 'lucide-react'
import type { UnsentRow } from '../../../shared/contract/snapshot.ts'
import { useActions, useLanguage, useText } from '../../app/desk-context.ts'
import { useNow } from '../../app/use-now.ts'
import { ago, clockTime } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { DispatchState } from '../boxes/dispatch-state.tsx'
import styles from './unsent-dialog.module.css'

export function UnsentItem({ row }: { row: UnsentRow }) {
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  const now = useNow(20_000)
  const { orderNo, box, dispatch } = row
  return (
    <li className={styles.row} data-testid={`unsent-${row.boxId}`} data-dispatch={dispatch.state}>
      <div className={styles.facts}>
        <h3>{t('unsent.box', { orderNo, box })}</h3>
        <p>
          {row.courierName} <strong className="code">{row.invoiceNo}</strong>
        </p>
        <p className={styles.contents}>
          {row.contents.map((content) => `${content.name} ×${String(content.qty)}`).join(', ')}
        </p>
        <p className={styles.ages}>
          <span>{t('unsent.sealed', { ago: ago(language, row.sealedAt, now) })}</span>
          <span>{t('unsent.since', { time: clockTime(language, dispatch.since) })}</span>
          <span>{t('unsent.attempts', { count: dispatch.attempts })}</span>
        </p>
        <DispatchState dispatch={dispatch} />
      </div>
      <Button
        data-testid={`retry-${row.boxId}`}
        disabled={dispatch.state === 'sending'}
        aria-label={t('unsent.retryBox', { orderNo, box })}
        onClick={() => {
          run('retry', { boxId: row.boxId })
        }}
      >
        <RotateCw aria-hidden="true" />
        {t('unsent.retry')}
      </Button>
    </li>
  )
}
