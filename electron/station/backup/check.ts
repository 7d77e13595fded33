import Sqlite, { type Database } from 'better-sqlite3'
import type { DiskFault } from '../../../shared/contract/methods.ts'
import { readEnd } from '../log/log-chain.ts'
import { storageFaultOf } from '../database/storage-fault.ts'

/** What a look at a database file, without changing it, found. `end` is the packing log's last event. */
export type DatabaseCheck =
  | { ok: true; version: number; events: number; end: { seq: number; hash: string } }
  | { ok: false; why: string; fault: DiskFault | null }

/** Reads the whole file: seconds for a large one, so the app does it in a thread of its own. */
export function checkDatabase(file: string, nativeBinding?: string): DatabaseCheck {
  let db: Database | null = null
  try {
    db = new Sqlite(file, {
      readonly: true,
      fileMustExist: true,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    })
    const health = String(db.pragma('quick_check', { simple: true }))
    if (health !== 'ok') return { ok: false, why: health, fault: 'databaseDamaged' }
    const version = Number(db.pragma('user_version', { simple: true }))
    const end = readEnd(db)
    const events = db.prepare<[], number>('SELECT count(*) FROM packing_log').pluck().get() ?? 0
    const expected = end.seq - lostEvents(db)
    if (events !== expected) {
      return {
        ok: false,
        why: `${String(events)} events, ${String(expected)} expected`,
        fault: 'databaseDamaged',
      }
    }
    return { ok: true, version, events, end }
  } catch (error) {
    return {
      ok: false,
      why: error instanceof Error ? error.message : String(error),
      fault: storageFaultOf(error),
    }
  } finally {
    db?.close()
  }
}

/** Events that a salvage has recorded as lost; the oldest databases have nowhere to record that. */
function lostEvents(db: Database): number {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'log_gaps'").get() !== undefined
  if (!known) return 0
  return db.prepare<[], number>('SELECT total(resumes_seq - after_seq - 1) FROM log_gaps').pluck().get() ?? 0
}
