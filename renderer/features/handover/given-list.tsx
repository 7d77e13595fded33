import { Undo2 } from 'lucide-react'
import { useId } from 'react'
import type { HandoverRow } from '../../../shared/contract/handover.ts'
import { clockTime } from '../../i18n/format.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/row.tsx'
import { DispatchState } from '../boxes/dispatch-state.tsx'
import styles from './handover.module.css'

/** What went into the cage today, the newest first. A box can be taken out again until the store has been told. */
export function GivenList({ rows, total }: { rows: readonly HandoverRow[]; total: number }) {
  const t = useText()
  const heading = useId()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('handover.given', { count: total })}
      </h3>
      <ul className={styles.given}>
        {rows.map((row) => (
          <li key={row.boxId} data-testid={`given-${row.boxId}`}>
            <GivenRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function GivenRow({ row }: { row: HandoverRow }) {
  const { boxId, orderNo, box, invoiceNo, courierName, givenAt, dispatch, canTakeBack } = row
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  return (
    <>
      <Row
        title={<span className="code">{invoiceNo ?? t('handover.noWaybill')}</span>}
        aside={courierName}
        note={`${t('handover.box', { orderNo, box })} · ${row.receiverName}`}
        asideNote={givenAt === null ? null : t('handover.givenAt', { time: clockTime(language, givenAt) })}
      >
        {canTakeBack ? (
          <Button
            aria-label={t('handover.takeBack.box', { orderNo, box })}
            data-testid={`take-back-${boxId}`}
            onClick={() => {
              run('takeBackHandover', { boxId })
            }}
          >
            <Undo2 aria-hidden="true" />
            {t('handover.takeBack')}
          </Button>
        ) : null}
      </Row>
      {dispatch === null || dispatch.state === 'confirmed' ? null : <DispatchState dispatch={dispatch} />}
    </>
  )
}
