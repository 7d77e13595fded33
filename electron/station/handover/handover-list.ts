import type { Input } from '../../../shared/contract/methods.ts'
import type { HandoverList, HandoverRow } from '../../../shared/contract/handover.ts'
import type { Database } from '../database/open.ts'
import { isHandoverUntold } from '../desk/sealed-boxes.ts'
import type { IntentTable } from '../outbox/intent-table.ts'
import { dispatchView } from '../outbox/outbox-view.ts'

type Row = Omit<HandoverRow, 'courierName' | 'dispatch' | 'canTakeBack'>

const columns = `h.box_id AS boxId, h.order_no AS orderNo, h.box_number AS box, h.invoice_no AS invoiceNo,
  h.courier_idx AS courierIdx, coalesce(o.receiver_name, '') AS receiverName, h.sealed_at AS sealedAt,
  h.given_at AS givenAt`

/** The day's boxes are few: the text is looked for in each. */
const fits = `(@search = '' OR instr(lower(coalesce(h.invoice_no, '') || ' ' || h.order_no || ' ' || coalesce(o.receiver_name, '')), @search) > 0)`

export type HandoverListParts = {
  table: IntentTable
  courierName: (idx: number) => string
  /** Whether a call about the order is under way. */
  isBeingReported: (orderNo: string) => boolean
  /** When today began, by the desk's clock. */
  dayStart: () => number
}

/** Which boxes wait for the courier, and which went today. */
export function createHandoverList(
  db: Database,
  { table, courierName, isBeingReported, dayStart }: HandoverListParts,
) {
  const missing = db.prepare<[{ courierIdx: number | null; search: string; limit: number }], Row>(
    `SELECT ${columns} FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
     WHERE h.given_at IS NULL AND (@courierIdx IS NULL OR h.courier_idx = @courierIdx) AND ${fits}
     ORDER BY h.sealed_at, h.box_id LIMIT @limit`,
  )
  const given = db.prepare<
    [{ courierIdx: number | null; search: string; since: number; limit: number }],
    Row
  >(
    `SELECT ${columns} FROM handovers h LEFT JOIN orders o ON o.order_no = h.order_no
     WHERE h.given_at >= @since AND (@courierIdx IS NULL OR h.courier_idx = @courierIdx) AND ${fits}
     ORDER BY h.given_at DESC, h.box_id LIMIT @limit`,
  )
  const missingBy = db.prepare<[], { idx: number | null; n: number }>(
    'SELECT courier_idx AS idx, count(*) AS n FROM handovers WHERE given_at IS NULL GROUP BY courier_idx',
  )
  const givenBy = db.prepare<[number], { idx: number | null; n: number }>(
    'SELECT courier_idx AS idx, count(*) AS n FROM handovers WHERE given_at >= ? GROUP BY courier_idx',
  )

  const nameOf = (idx: number | null): string => (idx === null ? '' : courierName(idx))

  function rowOf(row: Row): HandoverRow {
    const handOver = row.givenAt === null ? null : table.ofBox(row.boxId, 'handOver')
    return {
      ...row,
      courierName: nameOf(row.courierIdx),
      dispatch: handOver === null ? null : dispatchView(handOver, null),
      canTakeBack: row.givenAt !== null && isHandoverUntold(row.boxId, table, isBeingReported),
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
    const shown = couriers.filter(({ idx }) => courierIdx === null || idx === courierIdx)
    return {
      couriers: couriers.sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name)),
      missing: missing.all({ courierIdx, search, limit }).map(rowOf),
      missingTotal: shown.reduce((sum, courier) => sum + courier.missing, 0),
      given: given.all({ courierIdx, search, since, limit }).map(rowOf),
      givenTotal: shown.reduce((sum, courier) => sum + courier.given, 0),
    }
  }
}
