import { beforeEach, describe, expect, it } from 'vitest'
import { dispatchView, unsentRow } from '../../../electron/station/outbox/outbox-view.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { invoice, otherInvoice, preparing, ready } from '../intents/boxes.ts'
import { item, order, section } from '../orders.ts'
import { boxId, createOutbox, orderNo, promise, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
beforeEach(() => {
  outbox = createOutbox()
})

const courierName = (idx: number) => `courier ${String(idx)}`
const row = (known: Order | null = null) =>
  unsentRow(outbox.newest(), known, courierName, {
    clock: () => outbox.now,
    pace: () => outbox.pace,
    doubts: outbox.doubts,
  })
const ship = { kind: 'ship', sectionCode: 'os1', invoice, contents: null } as const
const problem = { kind: 'refused', errorCode: '30118', words: '안 됨' } as const

describe('a row of the unsent list', () => {
  it('says what was promised, with the goods by name, and how far that is', () => {
    outbox.give()
    outbox.table.change(1, { since: 1_000_500, attempts: 3 })
    const apart = order([section('os0', [item('-001', 1, 'A')]), section('os1', [item('-002', 2, 'B')])])
    expect(row(apart)).toEqual({
      seq: 1,
      kind: 'dispatch',
      orderNo,
      boxId,
      box: 1,
      givenAt: 1_000_000,
      waybill: { invoiceNo: invoice.invoiceNo, courierName: 'courier 4' },
      contents: [
        { name: 'Product A', qty: 1 },
        { name: 'Product B', qty: 2 },
      ],
      step: null,
      lastAnswer: null,
      can: { handOver: 0, discard: 0 },
      dispatch: {
        state: 'waiting',
        sectionCode: null,
        sectionStatus: null,
        since: 1_000_500,
        attempts: 3,
        problem: null,
      },
    })
  })

  it.each([
    ['whose order is not known', null],
    ['whose goods are not in it any more', order([])],
  ])('names goods by their line in one %s', (_what, known) => {
    outbox.give()
    expect(row(known).contents.map(({ name }) => name)).toEqual(['line--001', 'line--002'])
  })

  it('has no goods where it is about a waybill, and no waybill where that is taken off', () => {
    outbox.give({
      kind: 'correctWaybill',
      payload: { boxId, was: invoice, invoice: otherInvoice, reason: '' },
    })
    expect(row()).toMatchObject({
      contents: [],
      waybill: { invoiceNo: otherInvoice.invoiceNo, courierName: 'courier 4' },
    })
    outbox.give({ kind: 'correctWaybill', payload: { boxId, was: invoice, invoice: null, reason: '' } })
    expect(row()).toMatchObject({ contents: [], waybill: null })
  })

  it('says which write is under way, and from when on a person may end it', () => {
    outbox.give()
    outbox.table.change(1, { step: ship, sentAt: 1_000_000 })
    outbox.doubts.over(1)
    outbox.pass(20_000)
    expect(row()).toMatchObject({ step: 'ship', can: { handOver: 1_060_000, discard: null } })
    // By whatever the clock says, it is 40 seconds from now, and then at once.
    outbox.now = 7
    expect(row()).toMatchObject({ can: { handOver: 40_007 } })
    outbox.pass(40_000)
    expect(row()).toMatchObject({ can: { handOver: 0 } })
  })

  it('says what the store answered last, or what stands in its way where it answered nothing since', () => {
    outbox.give()
    outbox.table.change(1, { problem, since: 5 })
    expect(row().lastAnswer).toEqual({ kind: 'refused', words: '안 됨', at: 5 })
    const lastAnswer = { kind: 'limited', words: null, at: 7 }
    outbox.table.change(1, { lastAnswer })
    expect(row().lastAnswer).toEqual(lastAnswer)
  })

  it('names its section once there is one', () => {
    outbox.give()
    outbox.table.change(1, { section: 'os2' })
    expect(row(order([preparing('os1', 1, 2), ready('os2', 1, 2)])).dispatch).toMatchObject({
      sectionCode: 'os2',
      sectionStatus: 'SHIPPING_READY',
    })
  })
})

describe('how far the store has been told', () => {
  it('is what is known of the intent and its section', () => {
    outbox.give({ payload: promise() })
    outbox.table.change(1, { state: 'needsPerson', section: 'os2', since: 5, attempts: 2, problem })
    const view = {
      state: 'needsPerson',
      sectionCode: 'os2',
      sectionStatus: 'SHIPPING_READY',
      since: 5,
      attempts: 2,
      problem,
    }
    const known = order([preparing('os1', 1, 2), ready('os2', 1, 2)])
    expect(dispatchView(outbox.newest(), known)).toEqual(view)
    expect(dispatchView(outbox.newest(), null)).toEqual({ ...view, sectionStatus: null })
  })
})
