import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import { nothingPacked } from '../../../shared/domain/packing/packing.ts'
import type { Clock } from '../ports.ts'
import type { PackingLog } from './log.ts'
import { project } from './project.ts'
import type { PackingProjections } from './projections.ts'

/** Writes what became of an order's boxes at the store; belongs into the transaction of whatever it goes with. */
export type Note = (orderNo: string, events: readonly PackingEvent[]) => void

/** For events that change nothing of the order at the desk, so that it need not be told. */
export function createNote(log: PackingLog, projections: PackingProjections, clock: Clock): Note {
  return (orderNo, events) => {
    if (events.length === 0) return
    const before = replay(nothingPacked(orderNo), log.eventsOf(orderNo))
    projections.write(project(before, log.append(orderNo, events, clock())))
  }
}
