import { describe, expect, it } from 'vitest'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { sightOf, type Told } from '../../../shared/domain/intents/sight.ts'
import type { Section } from '../../../shared/domain/orders/order.ts'
import { order } from '../orders.ts'
import { at, invoice, otherInvoice, preparing, ready, shipping } from './boxes.ts'

const goods = [
  { line: 'line--001', qty: 1 },
  { line: 'line--002', qty: 2 },
]
const box = { boxId: 'B1', orderNo: '1', sectionCode: 'os1', goods, invoice, receiver: null }
const atSeal: Told = {
  kind: 'dispatch',
  payload: { ...box, shipped: 'atSeal' },
  corrected: false,
  seen: false,
}
const atHandover: Told = {
  kind: 'dispatch',
  payload: { ...box, shipped: 'atHandover' },
  corrected: false,
  seen: false,
}
const given: Told = {
  kind: 'handOver',
  payload: { boxId: 'B1', invoice, receiver: null },
  corrected: false,
  seen: false,
}
const correction = (was: typeof invoice | null, next: typeof invoice | null): Told => ({
  kind: 'correctWaybill',
  payload: { boxId: 'B1', was, invoice: next, reason: '' },
  corrected: false,
  seen: false,
})

const see = (told: Told, sections: Section[], section: string | null = 'os1') =>
  sightOf(told, { order: order(sections), section, taken: [], habits: unknownHabits, accepted: [] })

const contradicted = (problem: string) => ({ kind: 'contradicted', problem })

describe('what a reading shows of something that was done', () => {
  it.each<[string, Told, Section]>([
    ['a box that left', atSeal, shipping('os1', 1, 2)],
    ['one that waits for the courier', atHandover, ready('os1', 1, 2, { invoice })],
    ['one that waits, on hold by now', atHandover, ready('os1', 1, 2, { invoice, held: true })],
    ['one that the courier has', given, shipping('os1', 1, 2)],
    ['a corrected waybill', correction(otherInvoice, invoice), shipping('os1', 1, 2)],
    ['one that was taken off', correction(invoice, null), ready('os1', 1, 2)],
  ])('is that it was: %s', (_, told, section) => {
    expect(see(told, [section])).toEqual({ kind: 'shown' })
  })

  it.each<[string, Told, Section[]]>([
    ['a box whose section is not there', atSeal, [preparing('os9', 2, 4)]],
    ['one in 상품준비', atSeal, [preparing('os1', 1, 2)]],
    ['one in 배송대기 that is to have left', atSeal, [ready('os1', 1, 2)]],
    ['one without its waybill', atHandover, [ready('os1', 1, 2)]],
    ['one that the courier has, in 배송대기', given, [ready('os1', 1, 2, { invoice })]],
    ['one that the courier has, in 상품준비', given, [preparing('os1', 1, 2)]],
    ['one that the courier has, missing', given, []],
    ['the waybill from before', correction(otherInvoice, invoice), [shipping('os1', 1, 2, otherInvoice)]],
    ['one that was taken off, still there', correction(invoice, null), [ready('os1', 1, 2, { invoice })]],
    ['one of a section that is missing', correction(invoice, null), []],
  ])('is as if it had not been yet: %s', (_, told, sections) => {
    expect(see(told, sections)).toEqual({ kind: 'notYet' })
  })

  it.each<[string, Told, Section[]]>([
    ['otherInvoice', atSeal, [shipping('os1', 1, 2, otherInvoice)]],
    ['otherInvoice', given, [shipping('os1', 1, 2, otherInvoice)]],
    ['otherInvoice', correction(otherInvoice, null), [ready('os1', 1, 2, { invoice })]],
    ['otherGoods', atSeal, [shipping('os1', 2, 2)]],
    ['otherGoods', atHandover, [ready('os1', 1, 1, { invoice })]],
    ['waybillTwice', atSeal, [shipping('os1', 1, 2), shipping('os2', 1, 2)]],
    ['sectionCancelled', atSeal, [at('CANCEL_COMPLETE', 'os1', 1, 2)]],
    ['sectionCancelled', given, [at('CANCEL_REQUEST', 'os1', 1, 2)]],
  ])('is that it stands otherwise: %s', (problem, told, sections) => {
    expect(see(told, sections)).toEqual(contradicted(problem))
  })

  it('is seen without knowing its section only where the waybill is on two', () => {
    expect(see(atSeal, [shipping('os1', 1, 2)], null)).toEqual({ kind: 'shown' })
    expect(see(atSeal, [shipping('os1', 1, 2), shipping('os2', 1, 2)], null)).toEqual(
      contradicted('waybillTwice'),
    )
    expect(see(atSeal, [at('CANCEL_COMPLETE', 'os1', 1, 2)], null)).toEqual({ kind: 'notYet' })
  })

  it('is no more than that it was, where another waybill has been promised since', () => {
    const corrected = { ...atSeal, corrected: true }
    expect(see(corrected, [shipping('os1', 1, 2, otherInvoice)])).toEqual({ kind: 'shown' })
    expect(see(corrected, [ready('os1', 1, 2)])).toEqual({ kind: 'shown' })
    expect(see(corrected, [preparing('os1', 1, 2)])).toEqual({ kind: 'notYet' })
    expect(see(corrected, [])).toEqual({ kind: 'notYet' })
  })

  it('is no other for what is cancelled after it was seen', () => {
    const cancelled = [at('CANCEL_COMPLETE', 'os1', 1, 2, { invoice })]
    expect(see({ ...atHandover, seen: true }, cancelled)).toEqual({ kind: 'shown' })
    expect(see(atHandover, cancelled)).toEqual(contradicted('sectionCancelled'))
    expect(see({ ...atSeal, seen: true }, [shipping('os1', 2, 2)])).toEqual(contradicted('otherGoods'))
  })
})
