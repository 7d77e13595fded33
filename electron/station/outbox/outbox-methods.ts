import type { Input } from '../../../shared/contract/methods.ts'
import type { StationSnapshot, UnsentRow } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { giveIntent, type GiveParts } from './give-intent.ts'
import { unsentRow } from './outbox-view.ts'
import { resolveByHand, type ByHandParts } from './resolve-by-hand.ts'

export type OutboxParts = ByHandParts &
  GiveParts & {
    courierName: (idx: number) => string
    retry: (seq: number) => void
    changed: () => StationSnapshot
    /** Shows the answer to something the packer did. */
    answered: (answer: Answer) => StationSnapshot
  }

/** What a person sees and does of what the store does not know yet, as methods of the contract. */
export function createOutboxMethods(parts: OutboxParts) {
  const { table, orders, courierName, retry, changed, answered } = parts
  return {
    unsent: ({ afterSeq, limit }: Input<'unsent'>): UnsentRow[] =>
      table
        .openAfter(afterSeq, limit)
        .map((intent) => unsentRow(intent, orders.get(intent.orderNo), courierName, parts)),
    giveIntent: (input: Input<'giveIntent'>): StationSnapshot => answered(giveIntent(parts, input)),
    retry({ seq }: Input<'retry'>): StationSnapshot {
      retry(seq)
      return changed()
    },
    resolveByHand: (input: Input<'resolveByHand'>): StationSnapshot => answered(resolveByHand(parts, input)),
  }
}
