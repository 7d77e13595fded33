import { describe, expect, it } from 'vitest'
import { withLeftOut, withSections } from '../../../shared/domain/orders/document.ts'
import { item, section } from '../orders.ts'

const rawItem = (itemNo: string, qty: number) => ({ orderSectionItemNo: itemNo, qty, couponName: 'spring' })

const raw = (code: string, changes: Record<string, unknown> = {}) => ({
  orderSectionCode: code,
  orderSectionNo: `1-${code}`,
  orderSectionStatus: 'PRODUCT_PREPARATION',
  deliveryMemo: 'kept',
  invoice: null,
  sectionItems: [rawItem('-001', 3), rawItem('-002', 1)],
  ...changes,
})

const invoice = { courierIdx: 4, invoiceNo: '689200000014' }

describe('the document after the store has divided a section', () => {
  const document = { orderNo: 1, brandNew: [7], sections: [raw('S1'), raw('S2')] }

  it('has both parts in its place, each with its goods, and what the station does not read as it was', () => {
    const now = withSections(document, 'S1', [
      section('S1', [item('-001', 1, 'A')]),
      section('S2', [item('-009', 9, 'Z')]),
      section('S3', [item('-001', 2, 'A'), item('-002', 1, 'B')], {
        no: '1-S3',
        status: 'SHIPPING_READY',
        invoice,
      }),
    ])
    expect(now).toEqual({
      orderNo: 1,
      brandNew: [7],
      sections: [
        raw('S1', { sectionItems: [rawItem('-001', 1)] }),
        raw('S3', {
          orderSectionStatus: 'SHIPPING_READY',
          invoice: { invoiceNo: '689200000014', parcelCompanyIdx: 4 },
          sectionItems: [rawItem('-001', 2), rawItem('-002', 1)],
        }),
        raw('S2'),
      ],
    })
  })

  it('knows an item by its line where the store has given it a number of the new section', () => {
    const ofLine = (itemNo: string, qty: number, line: string) => ({
      ...rawItem(itemNo, qty),
      orderItemCode: line,
    })
    const lines = [
      ofLine('-001', 3, 'line--001'),
      ofLine('-002', 1, 'line--002'),
      ofLine('-003', 2, 'line--001'),
    ]
    const renamed = { ...item('-007', 1, 'A'), orderItemCode: 'line--001' }
    const now = withSections({ sections: [raw('S1', { sectionItems: lines })] }, 'S1', [
      section('S1', [renamed, item('-001', 2, 'A'), item('-008', 5, 'C')]),
    ])
    expect(now['sections']).toEqual([
      raw('S1', { sectionItems: [ofLine('-007', 1, 'line--001'), ofLine('-001', 2, 'line--001')] }),
    ])
  })

  it('is as it was where the section is none of it', () => {
    expect(withSections(document, 'S9', [section('S9', [])])).toEqual(document)
  })

  it('keeps what else the shop had registered with a waybill, and loses a waybill that was taken off', () => {
    const registered = { invoiceNo: '1', parcelCompanyIdx: 1, registeredAt: 'monday' }
    const before = { sections: [raw('S1', { invoice: registered })] }
    expect(withSections(before, 'S1', [section('S1', [], { invoice })])['sections']).toEqual([
      raw('S1', {
        invoice: { invoiceNo: '689200000014', parcelCompanyIdx: 4, registeredAt: 'monday' },
        sectionItems: [],
      }),
    ])
    expect(withSections(before, 'S1', [section('S1', [])])['sections']).toEqual([
      raw('S1', { invoice: null, sectionItems: [] }),
    ])
  })

  it('leaves out items that cannot be told, and makes do with lists that are none', () => {
    const odd = raw('S1', { sectionItems: ['-001', { qty: 1 }, rawItem('-001', 3)] })
    expect(withSections({ sections: [odd] }, 'S1', [section('S1', [item('-001', 2, 'A')])])).toEqual({
      sections: [raw('S1', { sectionItems: [rawItem('-001', 2)] })],
    })
    const none = raw('S1', { sectionItems: 'none' })
    expect(withSections({ sections: [none, 'S1', null] }, 'S1', [section('S1', [])])).toEqual({
      sections: [raw('S1', { sectionItems: [] }), 'S1', null],
    })
    expect(withSections({ sections: 'none' }, 'S1', [section('S1', [])])).toEqual({ sections: [] })
  })
})

describe('a list that leaves sections out', () => {
  const before = { sections: [raw('S1'), raw('S2', { deliveryMemo: 'old' }), { orderSectionNo: 'nameless' }] }

  it('leaves them as they were heard last, behind those that it brought', () => {
    const heard = { orderNo: 1, sections: [raw('S1', { deliveryMemo: 'new' })] }
    expect(withLeftOut(heard, before)).toEqual({
      orderNo: 1,
      sections: [raw('S1', { deliveryMemo: 'new' }), raw('S2', { deliveryMemo: 'old' })],
    })
  })

  it('is taken as it came where it brought them all, or where nothing was known', () => {
    const heard = { sections: [raw('S2'), raw('S1')] }
    expect(withLeftOut(heard, before)).toBe(heard)
    expect(withLeftOut(heard, {})).toBe(heard)
    expect(withLeftOut(heard, { sections: 'none' })).toBe(heard)
  })

  it('is taken as it came where it is no list: that has to be seen, not mended', () => {
    const heard = { sections: null }
    expect(withLeftOut(heard, before)).toBe(heard)
  })
})
