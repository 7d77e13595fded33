import { FileDown } from 'lucide-react'
import { useState } from 'react'
import type { HistoryEntry, OrderHistory } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { exportNotice } from '../settings/log-words.ts'
import { BoxHistory } from './box-history.tsx'
import { eventLooks } from './event-icon.ts'
import { eventWords, type Names } from './event-words.ts'
import { secondTime } from './times.ts'
import styles from './history-of-order.module.css'

/** One order: its boxes as they are, and everything that led there. */
export function HistoryOfOrder({ history }: { history: OrderHistory }) {
  const t = useText()
  const { ask } = useActions()
  const couriers = useSnapshot((snapshot) => snapshot.couriers)
  const boxTypes = useSnapshot((snapshot) => snapshot.settings.boxTypes)
  const [notice, setNotice] = useState<{ orderNo: string; text: string } | null>(null)
  const { orderNo, entries, boxes } = history
  const names: Names = {
    items: history.items,
    courier: (idx) => couriers.find((courier) => courier.idx === idx)?.name ?? String(idx),
    boxType: (code) => boxTypes.find((type) => type.code === code)?.name ?? code,
  }
  return (
    <section className={styles.history} aria-label={orderNo} data-testid="history-order">
      <header className={styles.head}>
        <h3 className="code">{orderNo}</h3>
        <Button
          data-testid="history-export"
          disabled={entries.length === 0}
          onClick={() => {
            void ask('exportLog', { what: { kind: 'order', orderNo } }).then((saved) => {
              setNotice(saved === null ? null : { orderNo, text: exportNotice(saved, t).text })
            })
          }}
        >
          <FileDown aria-hidden="true" />
          {t('history.export')}
        </Button>
      </header>
      <p role="status" className={styles.notice}>
        {notice?.orderNo === orderNo ? notice.text : ''}
      </p>
      {boxes.length === 0 ? null : (
        <>
          <h4>{t('history.boxes')}</h4>
          <ul className={styles.boxes}>
            {boxes.map((box) => (
              <li key={box.boxId}>
                <BoxHistory orderNo={history.orderNo} box={box} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('history.timeline')}</h4>
      {entries.length === 0 ? <p className={styles.quiet}>{t('history.neverPacked')}</p> : null}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} names={names} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const t = useText()
  const language = useLanguage()
  const { icon: Icon, tone } = eventLooks[entry.event.type]
  const { title, detail } = eventWords(entry, names, t)
  const iso = new Date(entry.at).toISOString()
  return (
    <li className={`${styles.entry} ${styles[tone]}`} data-testid={`entry-${entry.event.type}`}>
      <time dateTime={iso} title={dayAndTime(language, iso)}>
        {secondTime(language, entry.at)}
      </time>
      <Icon aria-hidden="true" />
      <p>
        <span className={styles.what}>{title}</span>
        {detail === null ? null : <span className={styles.detail}> {detail}</span>}
      </p>
      <span className={styles.by}>{entry.by}</span>
    </li>
  )
}
