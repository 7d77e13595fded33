import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { storeHabitsSchema, unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { boxPromiseSchema } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { defineKind, stuck, type IntentStanding } from '../../../shared/domain/intents/kinds/kind.ts'
import { askedFor, intentKinds, kindNamed, rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Section } from '../../../shared/domain/orders/order.ts'
import { order } from '../orders.ts'
import { at, invoice, otherInvoice, preparing, ready } from './boxes.ts'

const receiver = preparing('os1', 1, 1).receiver
const goods = [
  { line: 'line--001', qty: 1 },
  { line: 'line--002', qty: 2 },
]
const box = {
  boxId: '1-B1',
  orderNo: '1',
  sectionCode: 'os1',
  goods,
  invoice,
  receiver,
  shipped: 'byCourier',
}
const payloads = {
  dispatch: box,
  handOver: { boxId: '1-B1', invoice, receiver },
  correctWaybill: { boxId: '1-B1', was: otherInvoice, invoice, reason: '라벨 훼손' },
} as const

const standing = (sections: Section[], changes: Partial<IntentStanding> = {}): IntentStanding => ({
  ...{ order: order(sections), section: null, taken: [], habits: unknownHabits, accepted: [] },
  ...changes,
})

describe('the registry', () => {
  it('finds each kind by its name, and none by another', () => {
    for (const kind of intentKinds) expect(kindNamed(kind)).toBe(kind)
    expect(kindNamed('requestReturn')).toBeNull()
  })

  it('lets the window ask for no kind by itself: each comes from what is done with a box', () => {
    expect(askedFor).toEqual([])
  })

  it.each(intentKinds)('says of %s what it is about', (kind) => {
    const about = { invoice, goods: kind === 'dispatch' ? goods : null, section: null }
    expect(rulesOf[kind].subject(payloads[kind])).toEqual(about)
  })

  it('says which problems a person may insist on', () => {
    expect(rulesOf.dispatch.acceptable).toEqual(['addressChanged'])
    expect(rulesOf.handOver.acceptable).toEqual(['addressChanged'])
    expect(rulesOf.correctWaybill.acceptable).toEqual([])
  })

  it('says what becomes of the box of one that is given up', () => {
    expect(rulesOf.dispatch.givenUp(box, '파손', false)).toEqual({
      ...{ type: 'boxVoided', boxId: '1-B1', reason: '파손' },
    })
    expect(rulesOf.handOver.givenUp(payloads.handOver, '', false)).toEqual({
      ...{ type: 'boxTakenBack', boxId: '1-B1' },
    })
  })
})

it('a kind that says no more than it must leaves nothing behind', () => {
  const bare = defineKind({
    payload: z.object({ orderNo: z.string() }),
    subject: () => ({}),
    nextStep: () => stuck('goodsGone'),
  })
  const payload = { orderNo: '1' }
  expect(bare.acceptable).toEqual([])
  expect(bare.subject(payload)).toEqual({ invoice: null, goods: null, section: null })
  expect(bare.confirmed(payload)).toEqual([])
  expect(bare.givenUp(payload, 'x', true)).toBeNull()
  expect(() => bare.subject({})).toThrow('orderNo')
})

describe('what a store has shown', () => {
  it('is read as it was kept, and as unknown where that is not understood', () => {
    const shown = { newSectionHolds: 'rest', partNeedsReady: true, shipTakesList: false } as const
    expect(storeHabitsSchema.parse(shown)).toEqual(shown)
    expect(storeHabitsSchema.parse({ newSectionHolds: 'part' })).toMatchObject({ newSectionHolds: 'part' })
    expect(
      storeHabitsSchema.parse({ newSectionHolds: 'none', partNeedsReady: 'yes', shipTakesList: 0 }),
    ).toEqual(unknownHabits)
  })
})

describe('a box that is not to ship at its seal', () => {
  it('is done in 배송대기 with its waybill, and asks for no more', () => {
    const next = (section: Section) => rulesOf.dispatch.nextStep(box, standing([section]))
    const step = { kind: 'register', sectionCode: 'os1', contents: null, invoice }
    expect(next(ready('os1', 1, 2))).toEqual({ kind: 'send', section: 'os1', step })
    expect(next(ready('os1', 1, 2, { invoice }))).toEqual({ kind: 'done', section: 'os1' })
  })

  it('sealed before there was a choice ships at once', () => {
    const { shipped, ...before } = box
    expect(boxPromiseSchema.parse(before).shipped).toBe('atSeal')
    expect(boxPromiseSchema.parse({ ...before, shipped }).shipped).toBe('byCourier')
    const next = rulesOf.dispatch.nextStep(before, standing([ready('os1', 1, 2)]))
    expect(next).toMatchObject({ step: { kind: 'ship' } })
  })
})

describe('where a box’s goods are taken from', () => {
  const next = (sections: Section[], changes: Partial<IntentStanding> = {}) =>
    rulesOf.dispatch.nextStep(box, standing(sections, changes))

  it('is the section they came from rather than another that holds them too', () => {
    expect(next([preparing('os0', 2, 4), preparing('os1', 2, 4)])).toMatchObject({
      step: { sectionCode: 'os1' },
    })
    expect(next([preparing('os0', 2, 4), preparing('os1', 0, 4)])).toMatchObject({
      step: { sectionCode: 'os0' },
    })
  })

  it('is none where some of them are cancelled, whatever stands beside that', () => {
    const cancelled = (status: Section['status'], a: number, b: number) =>
      next([at('SHIPPING', 'os0', 1, 0), at(status, 'os1', a, b)])
    const said = { kind: 'stuck', problem: 'sectionCancelled' }
    expect(cancelled('CANCEL_REQUEST', 1, 2)).toEqual(said)
    expect(cancelled('CANCEL_COMPLETE', 1, 2)).toEqual(said)
    expect(cancelled('CANCEL_COMPLETE', 1, 0)).toEqual(said)
    expect(cancelled('RETURN_COMPLETE', 1, 2)).toEqual({ kind: 'stuck', problem: 'goodsGone' })
    const alone = rulesOf.dispatch.nextStep(
      { ...box, goods: goods.slice(0, 1) },
      standing([at('CANCEL_COMPLETE', 'os1', 1, 2)]),
    )
    expect(alone).toEqual(said)
  })

  it('is the section under its waybill, also where the one that was taken for its own is gone', () => {
    const other = ready('os2', 1, 2, { invoice })
    expect(next([other], { section: 'os1' })).toMatchObject({ kind: 'done', section: 'os2' })
    expect(next([other])).toMatchObject({ kind: 'done', section: 'os2' })
  })

  it('is not its own section where that holds other goods', () => {
    const said = { kind: 'stuck', problem: 'otherGoods' }
    expect(next([ready('os1', 1, 3)], { section: 'os1' })).toEqual(said)
  })
})
