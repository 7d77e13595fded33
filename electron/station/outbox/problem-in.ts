import type { ProblemKind } from '../../../shared/domain/intents/problem.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { Intent } from './intent-table.ts'

type Problem = NonNullable<Intent['problem']>

/** Problems that something not found makes. */
const notFound = new Set<ProblemKind>(['goodsGone', 'changedMeanwhile', 'cannotTell'])

/**
 * What stands in a box's way in an order as it was read. What is not found may be in a part that could not be read: then
 * that is the problem. `refused`: what the store said, where it turned a step down.
 */
export function problemIn(
  order: Order,
  kind: ProblemKind,
  refused: { errorCode: string; words: string } | null = null,
): Problem {
  const odd = order.odd[0] ?? order.unread[0]?.odd
  if (odd !== undefined && notFound.has(kind))
    return { kind: 'unreadable', errorCode: null, words: `${odd.path} = ${odd.value}` }
  return { kind, errorCode: refused?.errorCode ?? null, words: refused?.words ?? null }
}
