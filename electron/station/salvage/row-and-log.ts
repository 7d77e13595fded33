import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import { sameGoods } from '../../../shared/domain/orders/goods.ts'
import { sameOrNoInvoice } from '../../../shared/domain/orders/order.ts'
import { samePayload, type Intent } from '../outbox/intent-table.ts'
import type { LoggedPromise } from './promised-in-log.ts'

/** The promise that a row was written for: of its kind, about its box if it is about one, given at its time. */
export const promiseOf = (row: Intent, given: readonly LoggedPromise[]): LoggedPromise | undefined =>
  given.findLast(
    ({ promised, box, at }) =>
      promised.kind === row.kind && (box?.id ?? null) === row.boxId && at === row.givenAt,
  )

/** Whether a row says what was promised: of a box, the goods of the log and a number that it still has. */
export function saysWhatWasPromised({ kind, payload }: Intent, { promised, life }: LoggedPromise): boolean {
  if (life === null) return samePayload(payload, promised.payload)
  const row = rulesOf[kind].subject(payload)
  const log = rulesOf[kind].subject(promised.payload)
  const isOfGoods =
    row.goods === null || log.goods === null ? row.goods === log.goods : sameGoods(row.goods, log.goods)
  return isOfGoods && [log.invoice, ...life.numbers].some((number) => sameOrNoInvoice(number, row.invoice))
}
