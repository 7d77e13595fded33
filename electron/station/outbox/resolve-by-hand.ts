import type { Input } from '../../../shared/contract/methods.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { Clock } from '../ports.ts'
import type { LeadPin } from '../settings/lead-pin.ts'
import type { OutboxRow, OutboxTable } from './outbox-table.ts'

export type ByHandParts = {
  table: OutboxTable
  /** Gives up a sealed box of any order; `alongside` is written in the same transaction. */
  voidBox: (orderNo: string, boxId: string, reason: string, alongside: () => void) => Answer
  leadPin: Pick<LeadPin, 'isSet' | 'problemOf'>
  /** A lead is signed in: no PIN is asked for. */
  isLead: () => boolean
  isBeingTold: (orderNo: string) => boolean
  clock: Clock
}

/**
 * Closes a box that the store cannot be told of. Handed over: a person sees to it in the shop's own pages, its goods
 * stay packed. Discarded: its goods go back; only a box of which the store knows nothing, or that is stuck, can be.
 * With a lead's PIN; without one set, a box can be handed over but not discarded.
 */
export function resolveByHand(
  parts: ByHandParts,
  { boxId, how, reason, pin }: Input<'resolveByHand'>,
): Answer {
  const { table, leadPin, clock } = parts
  const row = table.get(boxId)
  if (row === null || row.state === 'confirmed' || row.state === 'handled') return no({ kind: 'nothingToDo' })
  if (!parts.isLead()) {
    const isSet = leadPin.isSet()
    if (isSet ? pin === '' : how === 'discarded') return no({ kind: 'pinNeeded' })
    const problem = isSet ? leadPin.problemOf(pin) : null
    if (problem !== null) return no(problem)
  }
  const now = clock()
  if (parts.isBeingTold(row.orderNo) || !isAtRest(row, how, now)) return no({ kind: 'beingTold' })
  const close = () => {
    table.change(boxId, { state: 'handled', since: now, handled: { how, reason, at: now } })
  }
  if (how === 'discarded') return parts.voidBox(row.orderNo, boxId, reason, close)
  close()
  return { ok: true, said: { kind: 'boxHandedOver', box: row.boxNumber } }
}

const no = (said: Refusal): Answer => ({ ok: false, said })

/** Longer than any write can be on its way. */
const surelyLanded = 60_000

/**
 * Stuck, or not begun: no write of it can still be on its way. Where a store gives no answer for long, a person who has
 * looked at the shop's own pages may take the box over, but not give it up.
 */
function isAtRest(row: OutboxRow, how: 'handedOver' | 'discarded', now: number): boolean {
  if (row.state === 'needsPerson') return true
  if (row.step !== null) return how === 'handedOver' && now - (row.sentAt ?? now) > surelyLanded
  return row.boxSection === null
}
