import { describe, expect, it } from 'vitest'
import { boxAgainst } from '../../../shared/domain/packing/waybill/registered-waybill.ts'
import { item, order, section } from '../orders.ts'
import { followedBy } from './log-on-paper.ts'
import { filled, id, invoice, orderNo } from './doing.ts'

/** The order with box 1 sealed, and given up where that is asked for. */
function packing(isGivenUp: boolean) {
  const desk = filled()
  desk.seal(invoice.invoiceNo)
  return isGivenUp ? followedBy(desk.state, { type: 'boxVoided', boxId: id(1), reason: '파손' }) : desk.state
}

const at = (has: typeof invoice | null) => order([section('os1', [item('-001', 2, 'A')], { invoice: has })])
const waybill = { sectionCode: 'os1', invoice }
const own = { orderNo, box: 1 }

describe('a box that has the waybill already', () => {
  it('stands against another one’s having it', () => {
    expect(boxAgainst(packing(false), at(invoice), waybill, own)).toBe(own)
    expect(boxAgainst(packing(false), at(null), waybill, null)).toBeNull()
  })

  it('does not once it was given up and its section still has that waybill', () => {
    expect(boxAgainst(packing(true), at(invoice), waybill, own)).toBeNull()
  })

  it('does all the same where the store has none, another one, or that one for another section', () => {
    expect(boxAgainst(packing(true), null, waybill, own)).toBe(own)
    expect(boxAgainst(packing(true), at(null), waybill, own)).toBe(own)
    expect(boxAgainst(packing(true), at({ ...invoice, invoiceNo: '1' }), waybill, own)).toBe(own)
    expect(boxAgainst(packing(true), at(invoice), { ...waybill, sectionCode: 'os2' }, own)).toBe(own)
  })

  it('does where it is another order’s, or a box that is not known here', () => {
    const others = { orderNo: 'other', box: 1 }
    expect(boxAgainst(packing(true), at(invoice), waybill, others)).toBe(others)
    const unknown = { orderNo, box: 9 }
    expect(boxAgainst(packing(true), at(invoice), waybill, unknown)).toBe(unknown)
  })
})
