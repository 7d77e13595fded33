import { describe, expect, it } from 'vitest'
import { countsTwice, isBehind } from '../../../shared/domain/intents/behind.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import { order } from '../orders.ts'
import { at, invoice, otherInvoice, preparing, ready, shipping } from './boxes.ts'

const own = ['os1']
const way: SectionStatus[] = [
  'PRODUCT_PREPARATION',
  'SHIPPING_READY',
  'SHIPPING',
  'SHIPPING_COMPLETE',
  'PURCHASE_CONFIRMATION',
]
const behind = (known: ReturnType<typeof at>, heard: ReturnType<typeof at>, by = own): boolean =>
  isBehind(order([known]), order([heard]), by)

describe('a reading is behind what the desk knows of its own sections', () => {
  it.each(way.flatMap((was, n) => way.map((now, m) => [was, now, m < n] as const)))(
    'that was in %s and is in %s: %s',
    (was, now, isLess) => {
      expect(behind(at(was, 'os1', 1, 2), at(now, 'os1', 1, 2))).toBe(isLess)
    },
  )

  it('where one is missing, unless it is there and could not be understood', () => {
    expect(behind(ready('os1', 1, 2), preparing('os2', 2, 4))).toBe(true)
    const odd = { path: 'sections[0].items', value: 'x' }
    const unread = [{ odd, status: null, aside: false, codes: ['os1'] }]
    expect(isBehind(order([ready('os1', 1, 2)]), { ...order([]), unread }, own)).toBe(false)
  })

  it('where it has lost its waybill, or has another, at the same point of its way', () => {
    expect(behind(shipping('os1', 1, 2), at('SHIPPING', 'os1', 1, 2))).toBe(true)
    expect(behind(shipping('os1', 1, 2), shipping('os1', 1, 2, otherInvoice))).toBe(true)
    expect(behind(shipping('os1', 1, 2), shipping('os1', 1, 2))).toBe(false)
    expect(behind(at('SHIPPING', 'os1', 1, 2), shipping('os1', 1, 2))).toBe(false)
    const delivered = at('SHIPPING_COMPLETE', 'os1', 1, 2, { invoice: otherInvoice })
    expect(behind(shipping('os1', 1, 2), delivered)).toBe(false)
  })

  it.each(['CANCEL_COMPLETE', 'RETURN_REQUEST', 'EXCHANGE_COMPLETE'] as const)('not in %s', (status) => {
    expect(behind(shipping('os1', 1, 2), at(status, 'os1', 1, 2, { invoice }))).toBe(false)
    expect(behind(at(status, 'os1', 1, 2), ready('os1', 1, 2))).toBe(false)
  })

  it('and not by a section that is none of its own', () => {
    expect(behind(shipping('os1', 1, 2), preparing('os1', 1, 2), ['os2'])).toBe(false)
    expect(behind(shipping('os1', 1, 2), preparing('os2', 1, 2), [])).toBe(false)
  })
})

describe('an order that is joined from two times', () => {
  it('has more of a line than there are', () => {
    const known = order([preparing('os1', 1, 2), shipping('os2', 1, 2)])
    expect(countsTwice(known, order([preparing('os1', 2, 4), shipping('os2', 1, 2)]))).toBe(true)
    expect(countsTwice(known, order([preparing('os1', 0, 3), shipping('os2', 1, 2)]))).toBe(true)
    expect(countsTwice(known, order([preparing('os1', 2, 4)]))).toBe(false)
    expect(countsTwice(known, known)).toBe(false)
    expect(countsTwice(known, order([shipping('os2', 1, 2)]))).toBe(false)
  })
})
