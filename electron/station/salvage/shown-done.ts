import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import { sameInvoice, type Order } from '../../../shared/domain/orders/order.ts'
import type { Promised } from '../outbox/promises.ts'
import { withNumber, type LoggedPromise } from './promised-in-log.ts'

/**
 * Whether an order as last heard shows that something promised was done: in which section, and with which of the box's
 * numbers. `own`: the section that the box is known to have become; what is about no box names its section itself. Null where
 * nothing shows it.
 */
export function shownDone(
  { promised, life }: LoggedPromise,
  order: Order | null,
  own: string | null,
): { section: string; promised: Promised } | null {
  const numbers = life?.numbers ?? []
  const known = own ?? rulesOf[promised.kind].subject(promised.payload).section
  const section = order?.sections.find(({ code, invoice }) =>
    known === null ? numbers.some((number) => sameInvoice(number, invoice)) : code === known,
  )
  if (order === null || section === undefined) return null
  const number = numbers.find((each) => sameInvoice(each, section.invoice))
  const done = number === undefined ? promised : withNumber(promised, number)
  const standing = { order, section: section.code, taken: [], habits: unknownHabits, accepted: [] }
  const next = rulesOf[done.kind].nextStep(done.payload, standing)
  return next.kind === 'done' ? { section: section.code, promised: done } : null
}
