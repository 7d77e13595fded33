import type { Acceptance, Refusal } from './answer.ts'
import type { PackingEvent } from './log/events.ts'
import { replay } from './log/evolve.ts'
import type { Packing } from './packing.ts'

/** The desk says no, and why. */
export type Refused = { ok: false; said: Refusal }

/** What is to be written to the log and said to the packer, or why not. Events are in the order they happened. */
export type Decision = { ok: true; events: PackingEvent[]; said: Acceptance } | Refused

/** What an action is done to, or why it cannot be done. */
export type Found<T> = { ok: true; it: T } | Refused

/** A decision that goes ahead. */
export const accept = (said: Acceptance, ...events: PackingEvent[]): Decision => ({ ok: true, events, said })
export const refuse = (said: Refusal): Refused => ({ ok: false, said })
export const found = <T>(it: T): Found<T> => ({ ok: true, it })

/** Why not; null where nothing stands against it. */
export const refusalOf = (decided: Decision | Found<unknown>): Refusal | null =>
  decided.ok ? null : decided.said

export const newBoxEvent = (packing: Packing): Extract<PackingEvent, { type: 'boxOpened' }> => {
  const number = packing.boxes.reduce((highest, box) => Math.max(highest, box.number), 0) + 1
  return { type: 'boxOpened', boxId: `${packing.orderNo}-B${String(number)}`, number }
}

/** The state after a decision that goes ahead, before it is written. */
export function afterwards(packing: Packing, events: readonly PackingEvent[]): Packing {
  const end = packing.undo.at(-1)?.seq ?? 0
  return replay(
    packing,
    events.map((event, index) => ({ seq: end + index + 1, event })),
  )
}

/** Two decisions one after the other, as one: the second's word is said. Where either says no, neither is done. */
export function goOn(packing: Packing, first: Decision, then: (packing: Packing) => Decision): Decision {
  if (!first.ok) return first
  const second = then(afterwards(packing, first.events))
  return second.ok ? accept(second.said, ...first.events, ...second.events) : second
}
