import { z } from 'zod'
import type { Database } from '../database/open.ts'

/** How far the lists of one status have been gone through: the next page, in which round. */
const placeSchema = z.object({ round: z.int().min(0), page: z.int().min(1) })

/** Where the pull stands; kept in the database so that a restart goes on there. */
const sweepSchema = z.object({
  places: z.record(z.string(), placeSchema),
  /** Rounds that went through every status to the end. */
  rounds: z.int().min(0),
  /** The latest order time seen, UTC ISO 8601: newer orders are asked for first. */
  newest: z.iso.datetime().nullable().catch(null),
})

export type Sweep = z.infer<typeof sweepSchema>

const beginning: Sweep = { places: {}, rounds: 0, newest: null }

/** The pull's place, and in which round each waiting order was last seen. */
export function createSweepTable(db: Database) {
  const kept = db.prepare<[], { value: string }>("SELECT value FROM settings WHERE key = 'sweep'")
  const write = db.prepare<[string]>(
    "INSERT INTO settings (key, value) VALUES ('sweep', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  )
  const mark = db.prepare<[number, string]>(
    'UPDATE orders SET seen_round = max(seen_round, ?) WHERE order_no = ?',
  )
  const missing = db.prepare<[number, number], { order_no: string }>(
    'SELECT order_no FROM orders WHERE to_ship = 1 AND seen_round < ? ORDER BY seen_round, order_no LIMIT ?',
  )

  const toRead = db
    .prepare<[number], string>(
      'SELECT order_no FROM orders WHERE to_read = 1 ORDER BY to_ship DESC, order_no DESC LIMIT ?',
    )
    .pluck()
  const read = db.prepare<[string]>('UPDATE orders SET to_read = 0 WHERE order_no = ?')

  const unmark = db.prepare('UPDATE orders SET seen_round = 0')

  return {
    get(): Sweep {
      const row = kept.get()
      const sweep = row === undefined ? null : sweepSchema.safeParse(JSON.parse(row.value))
      return sweep?.success === true ? sweep.data : beginning
    },
    set(sweep: Sweep): void {
      write.run(JSON.stringify(sweep))
    },
    markSeen(orderNo: string, round: number): void {
      mark.run(round, orderNo)
    },
    /** Orders with something to ship that a whole round did not bring, the longest unseen first. */
    unseenSince: (round: number, limit: number): string[] =>
      missing.all(round, limit).map((row) => row.order_no),
    /** Orders that an earlier version kept a part of only, those to be shipped first, then the latest. */
    toReadAnew: (limit: number): string[] => toRead.all(limit),
    /** It will not be asked for again: the store has said what it has to say of it. */
    wasRead(orderNo: string): void {
      read.run(orderNo)
    },
    /** Begins anew: every list from its first page, and every waiting order unseen. */
    forget(): void {
      db.transaction(() => {
        write.run(JSON.stringify(beginning))
        unmark.run()
      }).immediate()
    },
  }
}

export type SweepTable = ReturnType<typeof createSweepTable>
