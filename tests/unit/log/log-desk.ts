import { openDatabase } from '../../../electron/station/database/open.ts'
import { createPackingLog } from '../../../electron/station/log/log.ts'
import { createNote } from '../../../electron/station/log/note.ts'
import { createPackingProjections } from '../../../electron/station/log/projections.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'

export const refused = (code: string): PackingEvent => ({
  type: 'scanRefused',
  code,
  reason: 'unknownCode',
})

export const many = (count: number): PackingEvent[] =>
  Array.from({ length: count }, (_, at) => refused(`code ${String(at)}`))

/** A log and the tables that are read from it, without a desk around them. */
export function createLogDesk() {
  const db = openDatabase({ file: ':memory:' })
  const settings: { now: number; by: number | null } = { now: 1_000_000, by: null }
  const log = createPackingLog(db, () => settings.by)
  const projections = createPackingProjections(db)
  const note = createNote(log, projections, () => settings.now)
  return Object.assign(settings, {
    db,
    log,
    projections,
    note,
    /** Something happened with an order, and is in the log and in the tables. */
    act: (orderNo: string, ...events: PackingEvent[]): void => {
      note(orderNo, events)
    },
    rowsOf: (table: string): unknown[] => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  })
}

export type LogDesk = ReturnType<typeof createLogDesk>
