import type { Input } from '../../../shared/contract/methods.ts'
import {
  noFilters,
  type ItemBatch,
  type Queue,
  type QueueRow,
  type QueueView,
} from '../../../shared/contract/queue.ts'
import type { Database } from '../database/open.ts'
import type { Clock } from '../ports.ts'
import { createReadyCount } from './ready-count.ts'

/** Orders set aside or handed over here, read from an index of them alone: few, and looked up in once. */
const sets = `
  aside AS MATERIALIZED (
    SELECT order_no, held, handed_to FROM packing_progress INDEXED BY packing_progress_aside
    WHERE held IS NOT NULL OR handed_to IS NOT NULL)`

/** A box of the order that the store has not confirmed. */
const openBox = `EXISTS (SELECT 1 FROM intents b INDEXED BY intents_open
    WHERE b.order_no = o.order_no AND b.state NOT IN ('reported', 'confirmed', 'handled') AND b.kind = 'dispatch')`

/** All of the order is in sealed boxes that the store has yet to hear of. */
const gone = `(${openBox} AND EXISTS (
    SELECT 1 FROM packing_progress p WHERE p.order_no = o.order_no AND p.all_sealed = 1))`

const waitingHere = `
  o.to_ship = 1 AND o.standing = 'ready' AND NOT ${gone}
    AND o.order_no NOT IN (SELECT order_no FROM aside)`

/**
 * The orders that fit, by the number of their view. Only columns of the index orders_find are read: documents are long.
 * GLOB, because it is twice as fast as LIKE, and the searched text is in lower case already.
 */
const hits = `
  hits AS NOT MATERIALIZED (
    SELECT o.order_no, o.placed_at,
      CASE WHEN a.order_no IS NULL THEN iif(o.standing = 'ready', 0, 1) ELSE iif(a.handed_to IS NULL, 1, 2) END AS view
    FROM orders o INDEXED BY orders_find LEFT JOIN aside a ON a.order_no = o.order_no
    WHERE o.to_ship = 1 AND o.standing <> 'packed' AND NOT ${gone}
      AND (@search = '' OR o.search GLOB @pattern
        OR o.order_no IN (SELECT c.order_no FROM order_codes c WHERE c.code = @search))
      AND (@courierIdx IS NULL OR o.courier_idx = @courierIdx)
      AND (@channel IS NULL OR o.channel = @channel)
      AND (@standing IS NULL OR o.standing = @standing)
      AND (@before IS NULL OR o.placed_at <= @before)
      AND (@item IS NULL OR o.single_item = @item))`

const views = ['ready', 'blocked', 'handedOver'] as const satisfies readonly QueueView[]

const countsSql = `
  WITH ${sets}, ${hits}
  SELECT count(*) AS "all", coalesce(sum(view = 0), 0) AS ready, coalesce(sum(view = 1), 0) AS blocked,
    coalesce(sum(view = 2), 0) AS handedOver FROM hits`

const rowsSql = `
  SELECT o.order_no AS orderNo, o.channel, o.orderer_name AS ordererName, o.receiver_name AS receiverName,
    o.placed_at AS placedAt, o.standing, o.odd_field AS oddField, o.odd_value AS oddValue, o.lines,
    CASE WHEN p.unsealed > 0 OR ${openBox} THEN p.needed ELSE o.units END AS units,
    CASE WHEN p.unsealed > 0 OR ${openBox} THEN p.packed ELSE 0 END AS packed,
    o.first_item AS firstItem, p.held AS deskHold, p.handed_to AS handedTo
  FROM json_each(?) page CROSS JOIN orders o ON o.order_no = page.value
  LEFT JOIN packing_progress p ON p.order_no = o.order_no
  ORDER BY o.placed_at, o.order_no`

const hour = 3_600_000

const none: Queue['counts'] = { ready: 0, blocked: 0, handedOver: 0, all: 0 }

type Asked = {
  search: string
  pattern: string
  courierIdx: number | null
  channel: string | null
  standing: string | null
  before: string | null
  item: string | null
}

/** The orders that wait for a packer, oldest first. */
export function createQueue(db: Database, clock: Clock) {
  const counts = db.prepare<[Asked], Queue['counts']>(countsSql)
  const page = db
    .prepare<[Asked & { first: number; last: number; limit: number }], string>(
      `WITH ${sets}, ${hits} SELECT order_no FROM hits WHERE view BETWEEN @first AND @last ORDER BY placed_at, order_no LIMIT @limit`,
    )
    .pluck()
  const found = db
    .prepare<[Asked], [orderNo: string, view: number]>(
      `WITH ${sets}, ${hits} SELECT order_no, view FROM hits ORDER BY placed_at, order_no`,
    )
    .raw()
  const rows = db.prepare<[string], QueueRow>(rowsSql)
  const ready = createReadyCount(db)
  const batches = db.prepare<[], ItemBatch>(
    `WITH ${sets} SELECT o.single_item AS item, count(*) AS orders, sum(o.units) AS units FROM orders o
     WHERE o.single_item IS NOT NULL AND ${waitingHere}
     GROUP BY o.single_item HAVING count(*) > 1 ORDER BY orders DESC, item LIMIT 200`,
  )

  return {
    list({ search, show, limit, filters = noFilters }: Input<'queue'>): Queue {
      const { courierIdx, channel, standing, olderThanHours, item } = filters
      const text = search.trim().toLowerCase()
      const asked = {
        search: text,
        pattern: `*${text.replace(/[[*?]/g, '[$&]')}*`,
        courierIdx,
        channel,
        standing,
        before: olderThanHours === null ? null : new Date(clock() - olderThanHours * hour).toISOString(),
        item,
      }
      const [first, last] = show === 'all' ? [0, 2] : [views.indexOf(show), views.indexOf(show)]
      const shown = (orderNos: string[], counted: Queue['counts']): Queue => ({
        rows: rows.all(JSON.stringify(orderNos)),
        total: counted[show],
        counts: counted,
      })
      // All there is can be counted and paged without reading the texts; a search reads them, and does so once.
      if (text === '') {
        return shown(page.all({ ...asked, first, last, limit }), counts.get(asked) ?? { ...none })
      }
      const counted = { ...none }
      const orderNos = []
      for (const [orderNo, view] of found.all(asked)) {
        counted.all += 1
        counted[views[view] ?? 'ready'] += 1
        if (view >= first && view <= last && orderNos.length < limit) orderNos.push(orderNo)
      }
      return shown(orderNos, counted)
    },

    batches: (): ItemBatch[] => batches.all(),

    /** How many orders are ready to be packed. */
    count: (): number => ready.get(),
    /** The tables it is read from were made anew. */
    recount: (): void => {
      ready.anew()
    },
  }
}
