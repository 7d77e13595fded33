import { beforeEach, describe, expect, it } from 'vitest'
import { createOutboxMethods, type OutboxParts } from '../../../electron/station/outbox/outbox-methods.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { snapshot } from '../../renderer/fixtures.ts'
import { preparing } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import { createOutbox, orderNo, promise, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let answers: Answer[]
let retried: number[]
beforeEach(() => {
  outbox = createOutbox()
  answers = []
  retried = []
})

/** What is shown after an answer, and after a change that has none. */
const [afterAnswer, afterChange] = [snapshot({ sequence: 7 }), snapshot({ sequence: 8 })]
const done: Answer = { ok: true, said: { kind: 'boxVoided', box: 1 } }

const methods = () => {
  const parts: OutboxParts = {
    table: outbox.table,
    orders: outbox.orders,
    promises: { supersede: () => undefined },
    giveUp: () => done,
    carryOut: () => done,
    inTransaction: (work) => {
      work()
    },
    leadPin: { isSet: () => false, problemOf: () => null },
    isLead: () => true,
    isNobody: () => false,
    isBeingReported: () => false,
    habits: () => outbox.habits,
    clock: () => outbox.now,
    pace: () => outbox.pace,
    doubts: outbox.doubts,
    courierName: (idx) => `courier ${String(idx)}`,
    retry: (seq) => retried.push(seq),
    changed: () => afterChange,
    answered: (answer) => {
      answers.push(answer)
      return afterAnswer
    },
  }
  return createOutboxMethods(parts)
}

describe('what a person sees and does of what the store does not know yet', () => {
  it('is a list, page by page, each row with what is known of its order', () => {
    outbox.knows(order([preparing('os1', 1, 2)]))
    for (const no of [orderNo, 'unknown', orderNo]) outbox.give({ orderNo: no })
    const names = (afterSeq: number, limit: number) =>
      methods()
        .unsent({ afterSeq, limit })
        .map(({ seq, waybill, contents }) => [seq, waybill?.courierName, contents[0]?.name])
    expect(names(0, 2)).toEqual([
      [1, 'courier 4', 'Product A'],
      [2, 'courier 4', 'line--001'],
    ])
    expect(names(2, 2)).toEqual([[3, 'courier 4', 'Product A']])
  })

  it('is to have it tried again', () => {
    expect(methods().retry({ seq: 3 })).toBe(afterChange)
    expect([retried, answers]).toEqual([[3], []])
  })

  it('is to end it by hand, and to be answered', () => {
    outbox.give()
    const ended = methods().resolveByHand({ seq: 1, how: 'discarded', reason: '파손', pin: '' })
    expect(ended).toBe(afterAnswer)
    expect(answers).toEqual([done])
  })

  it('is to ask for something by itself, and to be answered', () => {
    const asked = methods().giveIntent({ kind: 'dispatch', payload: promise() })
    expect(asked).toBe(afterAnswer)
    expect(answers).toEqual([{ ok: false, said: { kind: 'unknownOrder' } }])
  })
})
