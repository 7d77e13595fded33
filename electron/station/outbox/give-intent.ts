import type { AskedIntent } from '../../../shared/contract/intents.ts'
import type { StoreHabits } from '../../../shared/domain/intents/habits.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import { accept, type Decision } from '../../../shared/domain/packing/decision.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isEnded, samePayload, type IntentTable } from './intent-table.ts'

export type GiveParts = {
  table: Pick<IntentTable, 'ofOrder'>
  orders: Pick<OrderTable, 'get'>
  habits: () => StoreHabits
  /** Nobody is signed in where packers have to be. */
  isNobody: () => boolean
  /** Carries out a decision about an order, whether it is on the desk or not. */
  carryOut: (orderNo: string, decide: () => Decision) => Answer
}

/**
 * Promises the store something that is asked for by itself, where by the order as last heard there is a way to bring it
 * about, and once: while it is promised it is not promised again.
 */
export function giveIntent(parts: GiveParts, { kind, payload }: AskedIntent): Answer {
  const { table, orders, habits, isNobody, carryOut } = parts
  const { orderNo } = payload
  if (isNobody()) return no({ kind: 'signInFirst' })
  const order = orders.get(orderNo)
  if (order === null) return no({ kind: 'unknownOrder' })
  const isPromised = table
    .ofOrder(orderNo)
    .some((intent) => !isEnded(intent) && intent.kind === kind && samePayload(intent.payload, payload))
  if (isPromised) return no({ kind: 'promisedAlready', orderNo })
  const standing = { order, section: null, taken: [], habits: habits(), accepted: [] }
  switch (rulesOf[kind].nextStep(payload, standing).kind) {
    case 'done':
      return no({ kind: 'nothingToDo' })
    case 'stuck':
      return no({ kind: 'notAsItStands', orderNo })
    case 'send':
      return carryOut(orderNo, () =>
        accept({ kind: 'intentGiven', orderNo, what: kind }, { type: 'intentGiven', kind, payload }),
      )
  }
}

const no = (said: Refusal): Answer => ({ ok: false, said })
