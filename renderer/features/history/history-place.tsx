import { SearchX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FoundOrder, OrderHistory } from '../../../shared/contract/board.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { useTakesScans } from '../../state/use-takes-scans.ts'
import { Place } from '../../ui/place.tsx'
import { FoundOrderRow } from './found-order-row.tsx'
import { HistoryOfOrder } from './history-of-order.tsx'

/** What happened to an order: searched for by typing, or by scanning anything printed for it. */
export function HistoryPlace({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const correcting = useTakesScans(setSearch)
  const found = useFound(search)
  const [picked, setPicked] = useState<string | null>(null)
  const only = found?.length === 1 ? found[0]?.orderNo : undefined
  const shown = found?.some(({ orderNo }) => orderNo === picked) === true ? picked : (only ?? null)
  const history = useHistory(shown)
  return (
    <Place
      title={t('history.title')}
      testId="history"
      scans={t(correcting ? 'waybill.scans' : 'history.scans')}
      search={{ label: t('history.search'), text: search, onText: setSearch }}
      listName={t('history.orders')}
      count={search.trim() === '' ? t('history.last') : t('history.found', { count: found?.length ?? 0 })}
      rows={found}
      total={found?.length ?? 0}
      rowKey={({ orderNo }) => orderNo}
      row={(order) => <FoundOrderRow order={order} />}
      rowTestId={({ orderNo }) => `found-${orderNo}`}
      picked={shown}
      onPick={setPicked}
      empty={{ icon: SearchX, title: t('history.none'), todo: t('history.none.todo') }}
      pickOne={t('history.pick')}
      onClose={onClose}
    >
      {history === null ? null : <HistoryOfOrder history={history} />}
    </Place>
  )
}

/** The orders found; null until the station has answered for the first time. */
function useFound(search: string): FoundOrder[] | null {
  const { ask } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const scans = useSnapshot((snapshot) => snapshot.lastScan?.id ?? 0)
  const [found, setFound] = useState<FoundOrder[] | null>(null)
  useEffect(() => {
    let wanted = true
    void ask('findOrders', { search: search.slice(0, 200) }).then((orders) => {
      if (wanted && orders !== null) setFound(orders)
    })
    return () => {
      wanted = false
    }
  }, [ask, search, queueVersion, scans])
  return found
}

function useHistory(orderNo: string | null): OrderHistory | null {
  const { ask } = useActions()
  const queueVersion = useSnapshot((snapshot) => snapshot.queueVersion)
  const scans = useSnapshot((snapshot) => snapshot.lastScan?.id ?? 0)
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
  }, [ask, orderNo, queueVersion, scans])
  return history?.orderNo === orderNo ? history : null
}
