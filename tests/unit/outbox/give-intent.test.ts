import { beforeEach, describe, expect, it } from 'vitest'
import { giveIntent } from '../../../electron/station/outbox/give-intent.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Decision } from '../../../shared/domain/packing/decision.ts'
import { otherInvoice, preparing, ready } from '../intents/boxes.ts'
import { order } from '../orders.ts'
import { createOutbox, orderNo, promise, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let isNobody: boolean
/** What was to be carried out, and for which order. */
let carriedOut: { orderNo: string; decision: Decision }[]

beforeEach(() => {
  outbox = createOutbox()
  isNobody = false
  carriedOut = []
})

const done: Answer = { ok: true, said: { kind: 'intentGiven', orderNo, what: 'dispatch' } }

/** No kind may be asked for by itself yet: a box's promise is one that there is a way for, or none. */
const give = (payload = promise()) =>
  giveIntent(
    {
      table: outbox.table,
      orders: outbox.orders,
      habits: () => outbox.habits,
      isNobody: () => isNobody,
      carryOut: (no, decide) => {
        carriedOut.push({ orderNo: no, decision: decide() })
        return done
      },
    },
    { kind: 'dispatch', payload },
  )
const refused = (said: object) => {
  expect(carriedOut).toEqual([])
  return { ok: false, said }
}
const receiver = preparing('os1', 1, 2).receiver
const wanted = promise({ receiver })

describe('what is asked for by itself', () => {
  it('is given where there is a way to bring it about, and answered as it was carried out', () => {
    outbox.knows(order([preparing('os1', 1, 2)]))
    expect(give(wanted)).toBe(done)
    expect(carriedOut).toEqual([
      {
        orderNo,
        decision: {
          ok: true,
          said: { kind: 'intentGiven', orderNo, what: 'dispatch' },
          events: [{ type: 'intentGiven', kind: 'dispatch', payload: wanted }],
        },
      },
    ])
  })

  it('is asked for by someone, where packers sign in', () => {
    outbox.knows(order([preparing('os1', 1, 2)]))
    isNobody = true
    expect(give(wanted)).toEqual(refused({ kind: 'signInFirst' }))
  })

  it('is about an order that the desk knows', () => {
    expect(give(wanted)).toEqual(refused({ kind: 'unknownOrder' }))
  })

  it('is promised once, until that has ended', () => {
    outbox.knows(order([preparing('os1', 1, 2)]))
    outbox.give({ payload: wanted })
    expect(give(wanted)).toEqual(refused({ kind: 'promisedAlready', orderNo }))
    outbox.table.change(1, { state: 'handled' })
    expect(give(wanted)).toBe(done)
  })

  it('is promised beside something else, of its kind or with what another kind was given', () => {
    outbox.knows(order([preparing('os1', 1, 2)]))
    outbox.give({ payload: promise({ receiver, invoice: otherInvoice }) })
    outbox.give({ kind: 'handOver', payload: wanted })
    expect(give(wanted)).toBe(done)
  })

  it('is not given where the store has it already', () => {
    const { invoice } = wanted
    outbox.knows(order([ready('os1', 1, 2, { invoice })]))
    expect(give({ ...wanted, shipped: 'atHandover' })).toEqual(refused({ kind: 'nothingToDo' }))
  })

  it('is not given where nothing leads there, nor in spite of what nobody has been told', () => {
    outbox.knows(order([]))
    expect(give(wanted)).toEqual(refused({ kind: 'notAsItStands', orderNo }))
    outbox.knows(order([preparing('os1', 1, 2)]))
    const elsewhere = receiver === null ? null : { ...receiver, address: '부산' }
    expect(give({ ...wanted, receiver: elsewhere })).toEqual(refused({ kind: 'notAsItStands', orderNo }))
  })
})
