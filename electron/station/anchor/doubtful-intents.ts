import type { Order } from '../../../shared/domain/orders/order.ts'
import { isEnded, type IntentTable } from '../outbox/intent-table.ts'
import { isPromised } from './strange-sections.ts'

/** A person is asked before anything of the order is sent. */
export function doubtIntents(outbox: IntentTable, orderNo: string, now: number): void {
  for (const { seq } of outbox.ofOrder(orderNo).filter((intent) => !isEnded(intent))) {
    outbox.change(seq, {
      state: 'needsPerson',
      since: now,
      readFirst: true,
      problem: { kind: 'cannotTell', errorCode: null, words: null },
    })
  }
}

/**
 * The order was read again and has nothing strange: each intent goes by what the store shows then. A box that a restore put
 * before a person is taken from there where the store has it under its own waybill: it was reported. That is due since this
 * run began.
 */
export function freeIntents(outbox: IntentTable, order: Order, now: number): void {
  for (const intent of outbox.ofOrder(order.orderNo).filter((each) => !isEnded(each))) {
    const { seq, state, step, problem } = intent
    const isDone = order.sections.some((section) => isPromised(intent, section))
    if (state === 'needsPerson' && problem?.kind === 'cannotTell' && step === null && isDone)
      outbox.change(seq, { state: 'waiting', since: now, nextAt: 0, readFirst: true, problem: null })
    else outbox.change(seq, { readFirst: true })
  }
}
