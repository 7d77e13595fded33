import { DoorOpen, MessageSquareText, NotebookPen } from 'lucide-react'
import type { DeskView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { Progress } from '../../ui/progress.tsx'
import { channelName } from './channel-name.ts'
import styles from './order-head.module.css'

export function OrderHead({ desk }: { desk: DeskView }) {
  const t = useText()
  const { receiver, ordererName, unitsDone, unitsNeeded } = desk
  const progress = t('order.progress', { done: unitsDone, needed: unitsNeeded })
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <h2 className={styles.number}>
          <span className={styles.over}>{t('order.number')}</span> {desk.orderNo}
        </h2>
        <span className={styles.channel}>{channelName(desk.channel, t)}</span>
        <p className={styles.progress}>{progress}</p>
      </div>
      <Progress done={unitsDone} needed={unitsNeeded} label={progress} />
      {receiver === null ? (
        <p className={styles.receiver}>{t('order.orderer', { name: ordererName })}</p>
      ) : (
        <p className={styles.receiver}>
          <strong>{receiver.name}</strong>
          {receiver.name === ordererName ? null : <span>{t('order.orderer', { name: ordererName })}</span>}
          <span>{receiver.phone}</span>
          <span className={styles.address} title={receiver.address}>
            {receiver.zipcode} {receiver.address}
          </span>
        </p>
      )}
      {receiver === null || (receiver.memo === '' && receiver.entranceCode === '') ? null : (
        <dl className={styles.notes}>
          {receiver.memo === '' ? null : (
            <div>
              <dt>
                <MessageSquareText aria-hidden="true" />
                <span>{t('order.memo')}</span>
              </dt>
              <dd data-testid="memo">{receiver.memo}</dd>
            </div>
          )}
          {receiver.entranceCode === '' ? null : (
            <div className={styles.entrance}>
              <dt>
                <DoorOpen aria-hidden="true" />
                <span>{t('order.entrance')}</span>
              </dt>
              <dd className="code" data-testid="entrance-code">
                {receiver.entranceCode}
              </dd>
            </div>
          )}
        </dl>
      )}
      {desk.notes.length === 0 ? null : (
        <dl className={styles.notes}>
          <div>
            <dt>
              <NotebookPen aria-hidden="true" />
              <span>{t('order.notes')}</span>
            </dt>
            <dd data-testid="packers-notes">{desk.notes.join(' · ')}</dd>
          </div>
        </dl>
      )}
    </header>
  )
}
