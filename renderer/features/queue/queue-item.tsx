import { CirclePause, CircleSlash2, FileQuestion, Forward } from 'lucide-react'
import type { QueueRow } from '../../../shared/contract/queue.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { holdReasonWords } from '../answers/hold-reason.ts'
import { Chip } from '../../ui/chip.tsx'
import { Progress } from '../../ui/progress.tsx'
import { channelName } from '../order/channel-name.ts'
import styles from './queue-item.module.css'

type QueueItemProps = { row: QueueRow; onDesk: boolean; onOpen: (orderNo: string) => void }

export function QueueItem({ row, onDesk, onOpen }: QueueItemProps) {
  const t = useText()
  const language = useLanguage()
  const { orderNo, standing, packed, units } = row
  return (
    <li>
      <button
        type="button"
        className={`${styles.item} ${onDesk ? styles.onDesk : ''}`}
        aria-current={onDesk}
        data-testid={`queue-row-${orderNo}`}
        data-standing={standing}
        onClick={() => {
          onOpen(orderNo)
        }}
      >
        <span className={styles.top}>
          <strong>{row.receiverName === '' ? row.ordererName : row.receiverName}</strong>
          {row.channel === 'IMWEB' ? null : <Chip tone="blue">{channelName(row.channel, t)}</Chip>}
          {onDesk ? <span className={styles.now}>{t('queue.onDesk')}</span> : null}
          {standing === 'ready' ? null : (
            <span className={styles.blocked}>
              <CircleSlash2 aria-hidden="true" />
              {t(`standing.${standing}`)}
            </span>
          )}
        </span>
        <span className={styles.row}>
          <span className={styles.first}>{row.firstItem}</span>
          <span className={styles.size}>
            {t('queue.lines', { count: row.lines })} · {t('queue.units', { count: units })}
          </span>
        </span>
        <span className={styles.row}>
          <span>{orderNo}</span>
          <span className={styles.time}>{dayAndTime(language, row.placedAt)}</span>
        </span>
        {row.oddField === null || row.oddValue === null ? null : (
          <span className={styles.aside}>
            <FileQuestion aria-hidden="true" />
            {t('order.odd', { field: row.oddField, value: row.oddValue })}
          </span>
        )}
        {row.deskHold === null ? null : (
          <span className={styles.aside}>
            <CirclePause aria-hidden="true" />
            {t('queue.deskHold', { reason: holdReasonWords(row.deskHold, t) })}
          </span>
        )}
        {row.handedTo === null ? null : (
          <span className={styles.aside}>
            <Forward aria-hidden="true" />
            {t('queue.handedTo', { desk: row.handedTo })}
          </span>
        )}
        {packed > 0 ? (
          <span className={styles.packed}>
            <Progress done={packed} needed={units} label={t('queue.packed', { packed, units })} />
            <span>{t('queue.packed', { packed, units })}</span>
          </span>
        ) : null}
      </button>
    </li>
  )
}
