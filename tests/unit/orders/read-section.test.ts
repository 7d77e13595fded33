import { describe, expect, it } from 'vitest'
import { itemDocument, orderNo } from '../documents.ts'
import { withSection, withItem, blocked } from './reading.ts'

describe('a section as it is read', () => {
  const section = (changes: Record<string, unknown> = {}) => withSection(changes).sections[0]
  const item = (changes: Record<string, unknown>) => withItem(changes).sections[0]?.items[0]

  it('has all that a packer reads of it', () => {
    expect(
      section({
        invoice: { invoiceNo: ' 689200000014 ', parcelCompanyIdx: '4' },
        delivery: {
          receiverName: ' 김서윤 ',
          receiverCall: '010',
          zipcode: '06236',
          addr1: '서울',
          addr2: '3층',
          street: 'not read',
          memo: '문 앞',
          commonEntrancePassword: '#1',
        },
      }),
    ).toEqual({
      code: 'os1',
      no: `${orderNo}-os1`,
      status: 'PRODUCT_PREPARATION',
      held: false,
      boxed: false,
      deliveryType: 'PARCEL',
      receiver: {
        name: '김서윤',
        phone: '010',
        zipcode: '06236',
        address: '서울 3층',
        memo: '문 앞',
        entranceCode: '#1',
      },
      invoice: { courierIdx: 4, invoiceNo: '689200000014' },
      items: [
        {
          itemNo: `${orderNo}-001`,
          orderItemCode: 'oi1',
          qty: 2,
          gift: false,
          product: {
            key: '1:500g',
            name: '감귤청',
            options: [{ name: '용량', value: '500g' }],
            optionSku: 'A',
            productSku: null,
            ownCode: null,
          },
        },
      ],
    })
  })

  it('goes to an address abroad where it has none here', () => {
    const delivery = {
      addr1: '',
      addr2: 'not read',
      street: '1 Main',
      building: '',
      city: 'Oslo',
      state: 'NO',
    }
    expect(section({ delivery })?.receiver).toEqual({
      name: '',
      phone: '',
      zipcode: '',
      address: '1 Main Oslo NO',
      memo: '',
      entranceCode: '',
    })
    expect(
      section({ delivery: { street: 'A', building: 'B', city: 'C', state: 'D' } })?.receiver?.address,
    ).toBe('A B C D')
    expect(section({ delivery: null })?.receiver).toBeNull()
    expect(section({ delivery: [] })?.receiver).toBeNull()
  })

  it('is called by its code where it has no label', () => {
    expect(section({ orderSectionNo: '' })?.no).toBe('os1')
  })

  it('is held, or comes with a gift, where the store says so', () => {
    expect(section({ isDeliveryHold: 'Y' })?.held).toBe(true)
    expect(item({ isPromotion: 'Y' })?.gift).toBe(true)
    expect(item({ isPromotion: 'who knows' })?.gift).toBe(false)
  })

  it('past shipping keeps a word for its way that nobody knows, and loses a waybill that cannot be told', () => {
    const gone = { orderSectionStatus: 'SHIPPING', isDeliveryHold: null, deliveryType: 'DRONE' }
    expect(section({ ...gone, invoice: { invoiceNo: '68' } })).toMatchObject({
      held: false,
      deliveryType: { other: 'DRONE' },
      invoice: null,
    })
    expect(section({ ...gone, invoice: { invoiceNo: '68', parcelCompanyIdx: 4 } })).toMatchObject({
      invoice: { courierIdx: 4, invoiceNo: '68' },
    })
  })

  it.each<[string, unknown]>([
    ['invoice = "CJ 68"', 'CJ 68'],
    ['invoice.parcelCompanyIdx = 0', { invoiceNo: '68', parcelCompanyIdx: 0 }],
    ['invoice.invoiceNo = {…}', { invoiceNo: {}, parcelCompanyIdx: 0 }],
  ])('with a waybill that cannot be told is not packed: %s', (field, invoice) => {
    expect(blocked(withSection({ invoice }))).toBe(`sections[0].${field}`)
  })

  it('that could not be read is aside where it is held or goes another way', () => {
    const odd = { sectionItems: 7 }
    const aside = (changes: Record<string, unknown>) => withSection({ ...odd, ...changes }).unread[0]?.aside
    expect(aside({})).toBe(false)
    expect(aside({ isDeliveryHold: 'Y' })).toBe(true)
    expect(aside({ deliveryType: 'VISIT' })).toBe(true)
    expect(aside({ deliveryType: 'DRONE' })).toBe(false)
  })

  it('that could not be read says its status, its first odd field and every code that can be read', () => {
    const items = [
      itemDocument({ orderSectionItemNo: {} }),
      7,
      itemDocument({ orderSectionItemNo: '-2', qty: 0 }),
    ]
    expect(withSection({ orderSectionCode: null, sectionItems: items }).unread).toEqual([
      {
        odd: { path: 'sections[0].orderSectionCode', value: 'null' },
        status: 'PRODUCT_PREPARATION',
        aside: false,
        codes: [`${orderNo}-os1`, '-2'],
      },
    ])
    expect(withSection({ orderSectionStatus: 'LOST', sectionItems: null }).unread).toEqual([
      {
        odd: { path: 'sections[0].orderSectionStatus', value: '"LOST"' },
        status: null,
        aside: false,
        codes: ['os1', `${orderNo}-os1`],
      },
    ])
  })
})
