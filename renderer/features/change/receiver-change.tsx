import { ArrowRight } from 'lucide-react'
import type { DeskView } from '../../../shared/contract/snapshot.ts'
import type { Receiver } from '../../../shared/domain/orders/order.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { listOf } from '../../i18n/format.ts'
import { boxesWithWaybill } from './order-change.ts'
import styles from './receiver-change.module.css'

/** Whom the order went to and whom it goes to now, side by side; what differs is marked on the new one. */
export function ReceiverChange({ desk, now }: { desk: DeskView; now: Receiver }) {
  const t = useText()
  const language = useLanguage()
  const boxes = boxesWithWaybill(desk)
  return (
    <div className={styles.change} data-testid="receiver-change">
      <div className={styles.sides}>
        <div className={styles.old}>
          <h3>{t('changed.receiverWas')}</h3>
          <Address receiver={desk.receiver} other={null} />
        </div>
        <ArrowRight aria-hidden="true" strokeWidth={3} />
        <div className={styles.new}>
          <h3>{t('changed.receiverNow')}</h3>
          <Address receiver={now} other={desk.receiver} />
        </div>
      </div>
      {boxes.length === 0 ? null : (
        <p className={styles.sealed} data-testid="old-waybills">
          {t('changed.oldWaybills', { boxes: listOf(language, boxes.map(String)) })}
        </p>
      )}
    </div>
  )
}

function Address({ receiver, other }: { receiver: Receiver | null; other: Receiver | null }) {
  const t = useText()
  if (receiver === null) return <p>{t('changed.noReceiver')}</p>
  const rows = [
    [receiver.name, other?.name],
    [receiver.phone, other?.phone],
    [
      `${receiver.zipcode} ${receiver.address}`,
      other === null ? undefined : `${other.zipcode} ${other.address}`,
    ],
  ] as const
  return (
    <>
      {rows.map(([text, before], at) => (
        <p key={at}>{before === undefined || before === text ? text : <mark>{text}</mark>}</p>
      ))}
    </>
  )
}
