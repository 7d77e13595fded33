import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FoundOrder, OrderHistory } from '../../../shared/contract/board.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { Dialog, firstFocus } from '../../ui/dialog.tsx'
import { FoundOrders } from './found-orders.tsx'
import { HistoryOfOrder } from './history-of-order.tsx'
import styles from './history-dialog.module.css'

/** What happened to an order: searched for by typing, or by scanning anything printed for it. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { store } = useDesk()
  const [search, setSearch] = useState('')
  useEffect(() => {
    store.setState({ takesScans: setSearch })
    return () => {
      if (store.getState().takesScans === setSearch) store.setState({ takesScans: null })
    }
  }, [store])
  const found = useFound(search)
  const [picked, setPicked] = useState<string | null>(null)
  const only = found?.length === 1 ? found[0]?.orderNo : undefined
  const shown = found?.some(({ orderNo }) => orderNo === picked) === true ? picked : (only ?? null)
  const history = useHistory(shown)
  return (
    <Dialog title={t('history.title')} wide testId="history" onClose={onClose}>
      <label className={styles.search}>
        <Search aria-hidden="true" />
        <span className="unseen">{t('history.search')}</span>
        <input
          type="text"
          data-testid="history-search"
          value={search}
          placeholder={t('history.search')}
          autoComplete="off"
          spellCheck={false}
          {...firstFocus}
          onChange={(event) => {
            setSearch(event.target.value)
          }}
        />
      </label>
      <div className={styles.halves}>
        <FoundOrders found={found} search={search} picked={shown} onPick={setPicked} />
        {history === null ? (
          <p className={styles.pick}>{shown === null ? t('history.pick') : ''}</p>
        ) : (
          <HistoryOfOrder history={history} />
        )}
      </div>
    </Dialog>
  )
}

/** The orders found; null until the station has answered for the first time. */
function useFound(search: string): FoundOrder[] | null {
  const { ask } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const [found, setFound] = useState<FoundOrder[] | null>(null)
  useEffect(() => {
    let wanted = true
    void ask('findOrders', { search: search.slice(0, 200) }).then((orders) => {
      if (wanted && orders !== null) setFound(orders)
    })
    return () => {
      wanted = false
    }
  }, [ask, search, queueVersion])
  return found
}

function useHistory(orderNo: string | null): OrderHistory | null {
  const { ask } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const [history, setHistory] = useState<OrderHistory | null>(null)
  useEffect(() => {
    if (orderNo === null) return
    let wanted = true
    void ask('history', { orderNo }).then((read) => {
      if (wanted) setHistory(read)
    })
    return () => {
      wanted = false
    }
  }, [ask, orderNo, queueVersion])
  return history?.orderNo === orderNo ? history : null
}
