import type { Input } from '../../../shared/contract/methods.ts'
import type { HandoverList, HandoverRow } from '../../../shared/contract/handover.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { Database } from '../database/open.ts'
import { isHandoverUnreported, isStillReported, stopOfBox } from '../desk/box-at-store.ts'
import type { IntentTable } from '../outbox/intent-table.ts'
import { dispatchView } from '../outbox/outbox-view.ts'

type Row = Omit<HandoverRow, 'courierName' | 'dispatch' | 'canTakeBack' | 'stop' | 'canUnpack'>

const columns = `h.box_id AS boxId, h.order_no AS orderNo, h.box_number AS box, h.invoice_no AS invoiceNo,
  h.courier_idx AS courierIdx, coalesce(o.receiver_name, '') AS receiverName, h.sealed_at AS sealedAt,
  h.given_at AS givenAt`

type Asked = { courierIdx: number | null; search: string }

type CourierCount = { idx: number | null; n: number }

/** The text is looked for in each box of the day, and only where there is one: without it the counts by courier say it. */
const wanted = `(@courierIdx IS NULL OR h.courier_idx = @courierIdx)
  AND (@search = '' OR instr(lower(coalesce(h.invoice_no, '') || ' ' || h.order_no || ' ' || coalesce(o.receiver_name, '')), @search) > 0)`

export type HandoverListParts = {
  table: IntentTable
  order: (orderNo: string) => Order | null
  courierName: (idx: number) => string
  /** Whether a call about the order is under way. */
  isBeingReported: (orderNo: string) => boolean
  /** When today began, by the desk's clock. */
  dayStart: () => number
}

/** Which boxes wait for the courier, and which went today. */
export function createHandoverList(
  db: Database,
  { table, order, courierName, isBeingReported, dayStart }: HandoverListParts,
) {
  const missing = db.prepare<[Asked & { limit: number }], Row>(
    `SELECT ${columns} FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
     WHERE h.given_at IS NULL AND ${wanted}
     ORDER BY h.sealed_at, h.box_id LIMIT @limit`,
  )
  const given = db.prepare<[Asked & { since: number; limit: number }], Row>(
    `SELECT ${columns} FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
     WHERE h.given_at >= @since AND ${wanted}
     ORDER BY h.given_at DESC, h.box_id LIMIT @limit`,
  )
  const missingBy = db.prepare<[], CourierCount>(
    'SELECT courier_idx AS idx, count(*) AS n FROM handovers WHERE given_at IS NULL GROUP BY courier_idx',
  )
  const givenBy = db.prepare<[number], CourierCount>(
    'SELECT courier_idx AS idx, count(*) AS n FROM handovers WHERE given_at >= ? GROUP BY courier_idx',
  )
  const missingFound = db
    .prepare<[Asked], number>(
      `SELECT count(*) FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
       WHERE h.given_at IS NULL AND ${wanted}`,
    )
    .pluck()
  const givenFound = db
    .prepare<[Asked & { since: number }], number>(
      `SELECT count(*) FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
       WHERE h.given_at >= @since AND ${wanted}`,
    )
    .pluck()

  const nameOf = (idx: number | null): string => (idx === null ? '' : courierName(idx))

  function rowOf(row: Row): HandoverRow {
    const courier = nameOf(row.courierIdx)
    if (row.givenAt === null) {
      const dispatch = table.ofBox(row.boxId, 'dispatch')
      const stop = dispatch === null ? null : stopOfBox(dispatch, order(row.orderNo))
      const canUnpack = dispatch !== null && stop === 'cancelled' && !isStillReported(dispatch, table)
      return { ...row, courierName: courier, dispatch: null, canTakeBack: false, stop, canUnpack }
    }
    const handOver = table.ofBox(row.boxId, 'handOver')
    return {
      ...row,
      courierName: courier,
      dispatch: handOver === null ? null : dispatchView(handOver, null),
      canTakeBack: isHandoverUnreported(row.boxId, table, isBeingReported),
      stop: null,
      canUnpack: false,
    }
  }

  return ({ courierIdx, search: text, limit }: Input<'handover'>): HandoverList => {
    const search = text.trim().toLowerCase()
    const since = dayStart()
    const missingCounts = new Map(missingBy.all().map(({ idx, n }) => [idx, n]))
    const givenCounts = new Map(givenBy.all(since).map(({ idx, n }) => [idx, n]))
    const couriers = [...new Set([...missingCounts.keys(), ...givenCounts.keys()])].map((idx) => ({
      idx,
      name: nameOf(idx),
      missing: missingCounts.get(idx) ?? 0,
      given: givenCounts.get(idx) ?? 0,
    }))
    const asked = { courierIdx, search }
    const chosen = couriers.filter(({ idx }) => courierIdx === null || idx === courierIdx)
    const totals =
      search === ''
        ? { missing: sum(chosen.map(({ missing: n }) => n)), given: sum(chosen.map(({ given: n }) => n)) }
        : { missing: missingFound.get(asked) ?? 0, given: givenFound.get({ ...asked, since }) ?? 0 }
    return {
      couriers: couriers.sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name)),
      missing: missing.all({ ...asked, limit }).map(rowOf),
      missingTotal: totals.missing,
      given: given.all({ ...asked, since, limit }).map(rowOf),
      givenTotal: totals.given,
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
