import type { Database } from 'better-sqlite3'
import { createIntentTable } from '../outbox/intent-table.ts'

/** Intents put before a person at a time. */
const atOnce = 500

/**
 * After a database of an earlier time has been put in place: what was not confirmed then may have been done since, so
 * none of it is reported to the store before a person has looked.
 */
export function handOutboxToPerson(db: Database, now: number): number {
  const outbox = createIntentTable(db)
  let handed = 0
  db.transaction(() => {
    for (let after = 0; ;) {
      const open = outbox.openAfter(after, atOnce)
      for (const { seq } of open) {
        outbox.change(seq, {
          state: 'needsPerson',
          since: now,
          readFirst: true,
          problem: { kind: 'cannotTell', errorCode: null, words: null },
        })
      }
      handed += open.length
      const last = open.at(-1)
      if (last === undefined) return
      after = last.seq
    }
  }).immediate()
  return handed
}
