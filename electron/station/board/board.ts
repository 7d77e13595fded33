import { z } from 'zod'
import type { Board, HourOfWork, PackerOfDay } from '../../../shared/contract/board.ts'
import { contentSchema } from '../../../shared/domain/orders/goods.ts'
import { localDayBounds } from '../database/local-day.ts'
import type { Database } from '../database/open.ts'

/** A box that was sealed on the day. */
type Sealed = { at: number; orderNo: string; by: number | null; units: number }

const contentsSchema = z.array(contentSchema)

/**
 * What was done on a day of the desk's own calendar, read from the packing log by time. A box counts once, with the seal
 * that held: one that was opened again or voided later that day does not count until it is sealed anew.
 */
export function createBoard(db: Database) {
  const boxes = db.prepare<
    [{ from: number; to: number }],
    { at: number; type: string; orderNo: string; by: number | null; boxId: string; contents: string | null }
  >(
    `SELECT at, type, order_no AS orderNo, json_extract(event, '$.by') AS by, json_extract(event, '$.boxId') AS boxId,
       json_extract(event, '$.contents') AS contents
     FROM packing_log WHERE at >= @from AND at < @to AND type IN ('boxSealed', 'boxReopened', 'boxVoided') ORDER BY seq`,
  )
  const finished = db.prepare<[{ from: number; to: number }], { orderNo: string }>(
    `SELECT DISTINCT l.order_no AS orderNo FROM packing_log l JOIN packing_progress p ON p.order_no = l.order_no
     WHERE l.at >= @from AND l.at < @to AND l.type = 'boxSealed' AND p.all_sealed = 1
       AND NOT EXISTS (SELECT 1 FROM packing_log later
         WHERE later.order_no = l.order_no AND later.type = 'boxSealed' AND later.at >= @to)`,
  )
  const refused = db.prepare<[{ from: number; to: number }], { reason: string; count: number }>(
    `SELECT json_extract(event, '$.reason') AS reason, count(*) AS count FROM packing_log
     WHERE at >= @from AND at < @to AND type = 'scanRefused' GROUP BY reason ORDER BY count DESC, reason`,
  )
  const undone = db
    .prepare<[{ from: number; to: number }], number>(
      "SELECT count(*) FROM packing_log WHERE at >= @from AND at < @to AND type = 'undone'",
    )
    .pluck()
  const people = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM people')

  return (day: string): Board => {
    const bounds = localDayBounds(day) ?? { from: 0, to: 0 }
    const standing = new Map<string, Sealed>()
    for (const { type, boxId, contents, ...row } of boxes.all(bounds)) {
      if (type === 'boxSealed') standing.set(boxId, { ...row, units: unitsIn(contents) })
      else standing.delete(boxId)
    }
    const sealed = [...standing.values()]
    const done = new Set(finished.all(bounds).map(({ orderNo }) => orderNo))
    const names = new Map(people.all().map(({ id, name }) => [id, name]))
    return {
      day,
      orders: done.size,
      boxes: sealed.length,
      units: unitsOf(sealed),
      hours: everyHour(hoursOf(sealed)),
      packers: packersOf(sealed, done, names),
      refused: refused.all(bounds),
      undone: undone.get(bounds) ?? 0,
    }
  }
}

const unitsIn = (contents: string | null): number =>
  contentsSchema.parse(JSON.parse(contents ?? '[]')).reduce((sum, { qty }) => sum + qty, 0)

const unitsOf = (boxes: readonly Sealed[]): number => boxes.reduce((sum, { units }) => sum + units, 0)

/** An order is the packer's who sealed the last box of it. */
function packersOf(
  sealed: readonly Sealed[],
  done: ReadonlySet<string>,
  names: ReadonlyMap<number, string>,
): PackerOfDay[] {
  const finishedBy = new Map(sealed.map(({ orderNo, by }) => [orderNo, by]))
  const ids = [...new Set(sealed.map(({ by }) => by))]
  return ids
    .map((id) => {
      const own = sealed.filter(({ by }) => by === id)
      return {
        id,
        name: id === null ? null : (names.get(id) ?? null),
        orders: [...finishedBy].filter(([orderNo, by]) => by === id && done.has(orderNo)).length,
        boxes: own.length,
        units: unitsOf(own),
        hours: hoursOf(own),
      }
    })
    .sort((a, b) => b.units - a.units)
}

/** By the hour of the desk's own clock, those with work in them. */
function hoursOf(boxes: readonly Sealed[]): HourOfWork[] {
  const hours = new Map<number, HourOfWork>()
  for (const { at, units } of boxes) {
    const hour = new Date(at).getHours()
    const before = hours.get(hour) ?? { hour, boxes: 0, units: 0 }
    hours.set(hour, { hour, boxes: before.boxes + 1, units: before.units + units })
  }
  return [...hours.values()].sort((a, b) => a.hour - b.hour)
}

/** The hours between the first and the last as well. */
function everyHour(hours: readonly HourOfWork[]): HourOfWork[] {
  const [first, last] = [hours[0], hours.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last.hour - first.hour + 1 }, (_, step) => {
    const hour = first.hour + step
    return hours.find((each) => each.hour === hour) ?? { hour, boxes: 0, units: 0 }
  })
}
