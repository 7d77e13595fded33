import type { DoubtView } from '../../../shared/contract/doubt.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { AnchorKeeper } from './anchor.ts'

export type GoOnParts = {
  view: () => DoubtView | null
  anchor: Pick<AnchorKeeper, 'settle'>
  /** Writes to the packing log, under no order. */
  log: (event: PackingEvent) => void
  leadPin: { isSet: () => boolean; problemOf: (pin: string) => Refusal | null }
  people: { isLead: () => boolean; required: () => boolean }
  /** Sending goes on. */
  letGo: () => void
}

/**
 * A lead who has seen what is missing lets the sending go on from the data that there is. Where packers sign in it is a
 * lead's; else it takes the lead's PIN, where one is set.
 */
export function goOn(parts: GoOnParts, { pin }: Input<'goOn'>): Answer {
  const { anchor, leadPin, people } = parts
  const doubt = parts.view()
  if (doubt === null) return no({ kind: 'nothingToDo' })
  if (!people.isLead()) {
    if (!leadPin.isSet() && people.required()) return no({ kind: 'leadOnly' })
    if (leadPin.isSet() && pin === '') return no({ kind: 'pinNeeded' })
    const problem = leadPin.isSet() ? leadPin.problemOf(pin) : null
    if (problem !== null) return no(problem)
  }
  if (!doubt.isRead) return no({ kind: 'stillReading' })
  const { kind, lastSeq, missing, onlyAtStore } = doubt
  anchor.settle(() => {
    parts.log({ type: 'earlierDataTaken', kind, lastSeq, missing, onlyAtStore })
  })
  parts.letGo()
  return { ok: true, said: { kind: 'wentOn' } }
}

const no = (said: Refusal): Answer => ({ ok: false, said })
