import { SearchX } from 'lucide-react'
import type { FoundOrder } from '../../../shared/contract/board.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { moveFocus } from '../queue/move-focus.ts'
import styles from './history-dialog.module.css'

type FoundOrdersProps = {
  found: readonly FoundOrder[] | null
  search: string
  picked: string | null
  onPick: (orderNo: string) => void
}

/** The orders that a search has found, or those packed last. */
export function FoundOrders({ found, search, picked, onPick }: FoundOrdersProps) {
  const t = useText()
  const language = useLanguage()
  if (found === null) return <div className={styles.found} />
  return (
    <section className={styles.found} aria-label={t('history.orders')}>
      <p className={styles.count} role="status">
        {search.trim() === '' ? t('history.last') : t('history.found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={t('history.none')} todo={t('history.none.todo')} />
      ) : null}
      <ul
        onKeyDown={(event) => {
          const to = event.key === 'ArrowDown' ? 'next' : event.key === 'ArrowUp' ? 'previous' : null
          if (to !== null && moveFocus(event.currentTarget, to)) event.preventDefault()
        }}
      >
        {found.map((order) => (
          <li key={order.orderNo}>
            <button
              type="button"
              className={styles.order}
              aria-current={order.orderNo === picked}
              data-testid={`found-${order.orderNo}`}
              onClick={() => {
                onPick(order.orderNo)
              }}
            >
              <strong>{order.receiverName === '' ? order.ordererName : order.receiverName}</strong>
              <span className={styles.standing}>{t(`standing.${order.standing}`)}</span>
              <span>{order.orderNo}</span>
              <span className={styles.side}>
                {order.boxes === 0 ? null : `${t('history.boxCount', { count: order.boxes })} · `}
                {dayAndTime(
                  language,
                  order.lastAt === null ? order.placedAt : new Date(order.lastAt).toISOString(),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
