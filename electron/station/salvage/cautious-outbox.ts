import type { Database } from 'better-sqlite3'
import { createOutboxTable } from '../outbox/outbox-table.ts'

/**
 * After a database of an earlier time has been put in place: boxes that were not confirmed then may have been shipped
 * since, so none of them is told to the store before a person has looked.
 */
export function handOutboxToPerson(db: Database, now: number): number {
  const outbox = createOutboxTable(db)
  const open = outbox.unconfirmed()
  db.transaction(() => {
    for (const { boxId } of open) {
      outbox.change(boxId, {
        state: 'needsPerson',
        since: now,
        nextAt: now,
        readFirst: true,
        problem: { kind: 'cannotTell', errorCode: null, words: null },
      })
    }
  }).immediate()
  return open.length
}
