import {
  packingEventSchema,
  type LoggedEvent,
  type PackingEvent,
} from '../../../shared/domain/packing/log/events.ts'
import type { Database } from '../database/open.ts'
import { beginning, chainHash, createChainChecker, readGaps, type TypedRow } from './log-chain.ts'

/** An event with its place in the log and the time it was written, in milliseconds since 1970. */
export type TimedEvent = LoggedEvent & { at: number }

/** A chain broken at `seq`: what is stored there is not what was written. */
export type BrokenChain = { seq: number }

/**
 * The desk's log in SQLite: numbered without gaps, each row hashed together with the hash of the row before.
 * `append` belongs into the transaction of whatever else the events change. `by` names whoever packs, by the number of
 * that person; it is kept with each event. Signing in is done by who signs in.
 */
export function createPackingLog(db: Database, by: () => number | null = () => null) {
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM packing_log ORDER BY seq DESC LIMIT 1',
  )
  const insert = db.prepare<[number, string | null, number, string, string, string, string]>(
    'INSERT INTO packing_log (seq, order_no, at, type, event, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const ofOrder = db.prepare<[string, number, number], { seq: number; at: number; event: string }>(
    'SELECT seq, at, event FROM packing_log WHERE order_no = ? AND seq > ? AND seq <= ? ORDER BY seq',
  )
  const lastDeskEvent = db.prepare<[], { order_no: string; type: string }>(
    `SELECT order_no, type FROM packing_log
     WHERE type IN ('orderOpened', 'orderResumed', 'orderPutDown', 'orderHeld', 'orderHandedOver')
     ORDER BY seq DESC LIMIT 1`,
  )
  const all = db.prepare<[], TypedRow>(
    'SELECT seq, order_no, at, type, event, prev_hash, hash FROM packing_log ORDER BY seq',
  )

  return {
    append(orderNo: string | null, events: readonly PackingEvent[], at: number): TimedEvent[] {
      let { seq, hash } = last.get() ?? { seq: 0, hash: beginning }
      return events.map((event) => {
        const person = event.type === 'packerSignedIn' ? event.person : by()
        const previous = hash
        const text = JSON.stringify(person === null ? event : { ...event, by: person })
        seq += 1
        hash = chainHash(previous, seq, orderNo, at, text)
        insert.run(seq, orderNo, at, event.type, text, previous, hash)
        return { seq, at, event }
      })
    },

    /** An order's events; of those numbered after `after`, up to and with `upTo`, where that is given. */
    eventsOf(
      orderNo: string,
      { after = 0, upTo = Number.MAX_SAFE_INTEGER }: { after?: number; upTo?: number } = {},
    ): TimedEvent[] {
      return ofOrder
        .all(orderNo, after, upTo)
        .map(({ event, ...row }) => ({ ...row, event: packingEventSchema.parse(JSON.parse(event)) }))
    },

    /** The order that was on the desk when the log ends. */
    orderOnDesk(): string | null {
      const row = lastDeskEvent.get()
      return row?.type === 'orderOpened' || row?.type === 'orderResumed' ? row.order_no : null
    },

    /** The first row that is missing, moved or changed; null for a whole chain. Reads the whole log in one go. */
    firstBreak(): BrokenChain | null {
      const checker = createChainChecker(readGaps(db))
      for (const row of all.iterate()) {
        const seq = checker.follow(row)
        if (seq !== null) return { seq }
      }
      return null
    },
  }
}

/** Who was signed in when the log ends, by number. */
export function signedInAtEnd(db: Database): number | null {
  const event = db
    .prepare<[], string>(
      "SELECT event FROM packing_log WHERE type IN ('packerSignedIn', 'packerSignedOut') ORDER BY seq DESC LIMIT 1",
    )
    .pluck()
    .get()
  const read = event === undefined ? null : packingEventSchema.parse(JSON.parse(event))
  return read?.type === 'packerSignedIn' ? read.person : null
}

export type PackingLog = ReturnType<typeof createPackingLog>
