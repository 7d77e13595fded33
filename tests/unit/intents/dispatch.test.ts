import { describe, expect, it } from 'vitest'
import { unknownHabits, type StoreHabits } from '../../../shared/domain/intents/habits.ts'
import { dispatch, type BoxPromise } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { applyStep, partOf, type Step } from '../../../shared/domain/intents/step.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { order } from '../orders.ts'
import { at, invoice, otherInvoice, preparing, ready, shipping } from './boxes.ts'

const promise = (changes: Partial<BoxPromise> = {}): BoxPromise => ({
  boxId: '1-B1',
  orderNo: '202410104747676',
  sectionCode: 'os1',
  goods: [
    { line: 'line--001', qty: 1 },
    { line: 'line--002', qty: 2 },
  ],
  invoice,
  receiver: null,
  shipped: 'atSeal',
  ...changes,
})

const ask = (
  box: BoxPromise,
  now: Order,
  boxSection: string | null,
  taken: string[] = [],
  habits: StoreHabits = unknownHabits,
  addressAccepted = false,
) =>
  dispatch.nextStep(box, {
    order: now,
    section: boxSection,
    taken,
    habits,
    accepted: addressAccepted ? ['addressChanged'] : [],
  })

/** Walks a box to its end against a store that does what it is asked, and lists the calls. */
function walk(from: Order, box: BoxPromise, habits: StoreHabits = unknownHabits) {
  let now = from
  let boxSection: string | null = null
  const calls: Step['kind'][] = []
  for (let call = 0; call < 5; call += 1) {
    const next = ask(box, now, boxSection, [], habits)
    if (next.kind !== 'send') return { calls, end: next }
    const { step } = next
    calls.push(step.kind)
    const source = now.sections.find(({ code }) => code === step.sectionCode)
    const units = (list: { qty: number }[]) => list.reduce((sum, { qty }) => sum + qty, 0)
    const contents = partOf(step)
    const splits = contents !== null && source !== undefined && units(contents) < units(source.items)
    now = applyStep(
      now,
      step,
      splits
        ? { own: 'new', rest: step.sectionCode, ownItems: null }
        : { own: step.sectionCode, rest: null, ownItems: null },
    )
    if (step.kind !== 'prepare' || contents !== null) boxSection = splits ? 'new' : step.sectionCode
  }
  throw new Error('a box that never ends')
}

describe('the fewest calls for a box', () => {
  it.each([
    ['part of a section in 상품준비', order([preparing('os1', 2, 4)]), promise(), ['prepare', 'ship'], 'new'],
    ['all that is left of it', order([preparing('os1', 1, 2)]), promise(), ['prepare', 'ship'], 'os1'],
    ['part of a section in 배송대기', order([ready('os1', 2, 4)]), promise(), ['register', 'ship'], 'new'],
    ['a whole section in 배송대기', order([ready('os1', 1, 2)]), promise(), ['ship'], 'os1'],
    [
      'a section that has this waybill already',
      order([ready('os1', 1, 2, { invoice })]),
      promise(),
      ['ship'],
      'os1',
    ],
    [
      "an outside channel's section, whose waybill comes first",
      order([preparing('os1', 1, 2)], { channel: 'SMARTSTORE' }),
      promise(),
      ['prepare', 'register', 'ship'],
      'os1',
    ],
  ])('%s', (_what, now, box, calls, sectionCode) => {
    expect(walk(now, box)).toEqual({ calls, end: { kind: 'done', section: sectionCode } })
  })

  it('sends the whole section to 배송대기 first where the store divides quantities only there (30187)', () => {
    const habits = { ...unknownHabits, partNeedsReady: true }
    const { calls, end } = walk(order([preparing('os1', 2, 4)]), promise(), habits)
    expect([calls, end]).toEqual([['prepare', 'register', 'ship'], { kind: 'done', section: 'new' }])
  })

  it('stops where the address is no longer the one on the waybill, until a person says to go on', () => {
    const was = { name: '김', phone: '1', zipcode: '1', address: '서울', memo: '', entranceCode: '' }
    const now = order([{ ...preparing('os1', 2, 4), receiver: { ...was, address: '부산' } }])
    const box = promise({ receiver: was })
    expect(ask(box, now, null)).toEqual({ kind: 'stuck', problem: 'addressChanged' })
    expect(ask(box, now, null, [], unknownHabits, true)).toMatchObject({ kind: 'send' })
    expect(ask(promise({ receiver: { ...was, address: '부산', memo: '문 앞' } }), now, null)).toMatchObject({
      kind: 'send',
    })
  })

  it('goes on with a section that has its goods under its waybill already', () => {
    const now = order([ready('os1', 1, 2), ready('os9', 1, 2, { invoice })])
    expect(ask(promise(), now, null)).toMatchObject({
      kind: 'send',
      step: { kind: 'ship', sectionCode: 'os9' },
    })
  })

  it.each(['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE', 'PURCHASE_CONFIRMATION'] as const)(
    'puts its waybill on no second section beside one in %s',
    (status) => {
      const said = { kind: 'stuck', problem: 'waybillTwice' }
      const same = order([ready('os1', 1, 2), at(status, 'os9', 1, 2, { invoice })])
      expect(ask(promise(), same, null, ['os9'])).toEqual(said)
      const more = order([preparing('os1', 1, 2), at(status, 'os9', 2, 4, { invoice })])
      expect(ask(promise(), more, null)).toEqual(said)
      const both = order([shipping('os1', 1, 2), at(status, 'os9', 1, 2, { invoice })])
      expect(ask(promise(), both, 'os1')).toEqual(said)
    },
  )

  it('does not count the waybill on what is cancelled or comes back', () => {
    for (const status of ['CANCEL_COMPLETE', 'RETURN_REQUEST', 'EXCHANGE_COMPLETE'] as const) {
      const now = order([shipping('os1', 1, 2), at(status, 'os9', 1, 2, { invoice })])
      expect(ask(promise(), now, 'os1')).toEqual({ kind: 'done', section: 'os1' })
    }
  })

  it('has left with just its goods, but for what comes back', () => {
    const other = { kind: 'stuck', problem: 'otherGoods' }
    expect(ask(promise(), order([shipping('os1', 1, 1)]), 'os1')).toEqual(other)
    expect(ask(promise(), order([shipping('os1', 2, 2)]), 'os1')).toEqual(other)
    expect(ask(promise(), order([shipping('os1', 1, 1), at('CANCEL_COMPLETE', 'c', 0, 1)]), 'os1')).toEqual(
      other,
    )
    for (const status of ['RETURN_REQUEST', 'EXCHANGE_REQUEST'] as const) {
      const now = order([shipping('os1', 1, 1), at(status, 'r', 0, 1)])
      expect(ask(promise(), now, 'os1')).toEqual({ kind: 'done', section: 'os1' })
      expect(ask(promise(), order([at(status, 'os1', 1, 2)]), 'os1')).toEqual({
        kind: 'done',
        section: 'os1',
      })
    }
  })

  it('is looked for anew where its own section is gone, or back in 상품준비, but not where that cannot be understood', () => {
    const now = order([preparing('os1', 1, 2)])
    expect(ask(promise(), now, 'gone')).toMatchObject({ step: { kind: 'prepare', sectionCode: 'os1' } })
    expect(ask(promise(), now, 'os1')).toMatchObject({ step: { kind: 'prepare', sectionCode: 'os1' } })
    const odd = { path: 'sections[1].items', value: 'x' }
    const unread = { ...now, unread: [{ odd, status: null, aside: false, codes: ['gone'] }] }
    expect(ask(promise(), unread, 'gone')).toEqual({ kind: 'stuck', problem: 'changedMeanwhile' })
  })

  it('makes a section ready that the shop gave the waybill while it was in 상품준비', () => {
    const now = order([{ ...preparing('os1', 1, 2), invoice }])
    expect(ask(promise(), now, null)).toMatchObject({ step: { kind: 'prepare', sectionCode: 'os1' } })
  })

  it('finds the goods again where another box has left them under a new code', () => {
    const now = order([ready('os1', 1, 2), preparing('os9', 1, 2)])
    expect(ask(promise(), now, null, ['os1'])).toMatchObject({
      step: { kind: 'prepare', sectionCode: 'os9' },
    })
  })

  it.each([
    ['goodsGone', order([preparing('os1', 0, 4)]), null],
    ['sectionHeld', order([at('PRODUCT_PREPARATION', 'os1', 2, 4, { held: true })]), null],
    ['sectionCancelled', order([at('CANCEL_REQUEST', 'os1', 2, 4)]), null],
    ['otherInvoice', order([ready('os1', 2, 4, { invoice: otherInvoice })]), null],
    ['otherInvoice', order([ready('new', 1, 2, { invoice: otherInvoice })]), 'new'],
    ['otherInvoice', order([shipping('new', 1, 2, otherInvoice)]), 'new'],
    ['sectionCancelled', order([at('CANCEL_REQUEST', 'new', 1, 2)]), 'new'],
  ])('is stuck with %s', (problem, now, boxSection) => {
    expect(ask(promise(), now, boxSection)).toEqual({ kind: 'stuck', problem })
  })
})
