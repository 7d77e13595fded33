import type { Input } from '../../../shared/contract/methods.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Clock, Pace } from '../ports.ts'
import type { LeadPin } from '../settings/lead-pin.ts'
import type { Doubts } from './doubts.ts'
import { isEnded, type Intent, type IntentTable } from './intent-table.ts'
import type { Promises } from './promises.ts'

export type ByHandParts = {
  table: IntentTable
  promises: Pick<Promises, 'supersede'>
  /** Writes what giving up means for the order; `alongside` is written in the same transaction. */
  giveUp: (orderNo: string, event: PackingEvent, alongside: () => void) => Answer
  /** All or nothing. */
  inTransaction: (work: () => void) => void
  leadPin: Pick<LeadPin, 'isSet' | 'problemOf'>
  /** A lead is signed in: no PIN is asked for. */
  isLead: () => boolean
  isBeingReported: (orderNo: string) => boolean
  clock: Clock
  pace: Pace
  doubts: Pick<Doubts, 'givenUpAt'>
}

/**
 * Ends an intent that the store cannot be told of. Handed over: a person sees to it in the shop's own pages. Discarded:
 * it is given up, a box's goods go back; only what the store knows nothing of, or what is stuck, can be. With a lead's
 * PIN; without one set, it can be handed over but not discarded.
 */
export function resolveByHand(parts: ByHandParts, { seq, how, reason, pin }: Input<'resolveByHand'>): Answer {
  const { table, leadPin, clock } = parts
  const intent = table.find(seq)
  if (intent === null || isEnded(intent)) return no({ kind: 'nothingToDo' })
  if (!parts.isLead()) {
    const isSet = leadPin.isSet()
    if (isSet ? pin === '' : how === 'discarded') return no({ kind: 'pinNeeded' })
    const problem = isSet ? leadPin.problemOf(pin) : null
    if (problem !== null) return no(problem)
  }
  const { orderNo, boxId, boxNumber } = intent
  if (parts.isBeingReported(orderNo) || !isAtRest(intent, how, parts)) return no({ kind: 'beingReported' })
  const at = clock()
  const end = () => {
    table.change(seq, { state: 'handled', since: at, handled: { how, reason, at } })
  }
  if (how === 'discarded') {
    return parts.giveUp(orderNo, givenUp(intent, reason), end)
  }
  parts.inTransaction(() => {
    end()
    if (intent.kind === 'dispatch' && boxId !== null) parts.promises.supersede(orderNo, boxId, reason, at)
  })
  return { ok: true, said: { kind: 'handedToPerson', box: boxNumber } }
}

/** What the log is told: what becomes of its box, or that it was given up where it is about none. */
const givenUp = ({ kind, payload, step }: Intent, reason: string): PackingEvent =>
  rulesOf[kind].givenUp(payload, reason, step !== null) ?? { type: 'intentGivenUp', kind, payload, reason }

const no = (said: Refusal): Answer => ({ ok: false, said })

/** A write that was given up so long ago can no longer be on its way. */
const surelyLanded = 60_000

/** What tells how long ago a write was given up. */
export type RestParts = Pick<ByHandParts, 'pace' | 'doubts'>

/**
 * How many milliseconds until no write of it can still be on its way: none where it is stuck, or not begun; null while one
 * may be for all that is known. Where a store gives no answer for long, a person who has looked at the shop's own pages may
 * take it over, but not give it up.
 */
export function restsIn(
  intent: Intent,
  how: 'handedOver' | 'discarded',
  { pace, doubts }: RestParts,
): number | null {
  if (intent.state === 'needsPerson') return 0
  if (intent.step === null) return intent.section === null ? 0 : null
  if (how === 'discarded' || intent.sentAt === null) return null
  return Math.max(0, doubts.givenUpAt(intent.seq) + surelyLanded - pace())
}

const isAtRest = (intent: Intent, how: 'handedOver' | 'discarded', parts: RestParts): boolean =>
  restsIn(intent, how, parts) === 0
