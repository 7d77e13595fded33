import { describe, expect, it } from 'vitest'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'
import { optionText } from '../../../shared/domain/orders/option-text.ts'
import {
  channelSchema,
  channelWord,
  deliveryTypes,
  isOutsideChannel,
  saleChannels,
  sameInvoice,
  sameOrNoInvoice,
  sameReceiver,
  sectionSchema,
  type Receiver,
} from '../../../shared/domain/orders/order.ts'
import { item, section } from '../orders.ts'

describe('a channel', () => {
  it('is outside unless it is imweb’s own shop, also where nobody has heard of it', () => {
    expect(saleChannels.filter((channel) => !isOutsideChannel(channel))).toEqual(['IMWEB'])
    expect(isOutsideChannel({ other: 'TOSS_SHOPPING' })).toBe(true)
  })

  it('is named as the store names it', () => {
    expect(channelWord('COUPANG')).toBe('COUPANG')
    expect(channelWord({ other: 'TOSS_SHOPPING' })).toBe('TOSS_SHOPPING')
  })
})

describe('a waybill', () => {
  const one = { courierIdx: 4, invoiceNo: '689200000014' }

  it.each([
    ['itself', { ...one }, true],
    ['another number', { ...one, invoiceNo: '1' }, false],
    ['another courier’s number', { ...one, courierIdx: 5 }, false],
    ['none', null, false],
  ])('is the same as %s: %#', (_what, other, same) => {
    expect(sameInvoice(one, other)).toBe(same)
    expect(sameInvoice(other, one)).toBe(same)
    expect(sameOrNoInvoice(one, other)).toBe(same)
    expect(sameOrNoInvoice(other, one)).toBe(same)
  })

  it('that is missing twice is not the same waybill, but nothing has changed', () => {
    expect(sameInvoice(null, null)).toBe(false)
    expect(sameOrNoInvoice(null, null)).toBe(true)
  })
})

describe('a receiver', () => {
  const home: Receiver = {
    name: '김서윤',
    phone: '010',
    zipcode: '06236',
    address: '서울',
    memo: '',
    entranceCode: '',
  }

  it.each<keyof Receiver>(['name', 'phone', 'zipcode', 'address'])('is another by another %s', (field) => {
    expect(sameReceiver(home, { ...home, [field]: 'other' })).toBe(false)
  })

  it.each<keyof Receiver>(['memo', 'entranceCode'])('is the same with another %s', (field) => {
    expect(sameReceiver(home, { ...home, [field]: 'other' })).toBe(true)
  })

  it('that is missing says nothing', () => {
    expect([sameReceiver(home, null), sameReceiver(null, home), sameReceiver(null, null)]).toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('a product’s options', () => {
  it.each([
    [[], ''],
    [[{ name: '색상', value: '검정' }], '색상: 검정'],
    [
      [
        { name: '색상', value: '검정' },
        { name: '', value: 'L' },
      ],
      '색상: 검정 / L',
    ],
  ])('%j read as "%s"', (options, text) => {
    expect(optionText({ options })).toBe(text)
  })
})

describe('a section as it is kept', () => {
  const kept = section('S1', [item('-001', 2, 'A', { gift: true })], {
    held: true,
    boxed: true,
    invoice: { courierIdx: 4, invoiceNo: '689200000014' },
  })
  const options = [{ name: '색상', value: '검정' }]
  const [only] = kept.items
  const takes = (changes: object): boolean => sectionSchema.safeParse({ ...kept, ...changes }).success

  it('reads back as it was written', () => {
    const items = kept.items.map((each) => ({ ...each, product: { ...each.product, options } }))
    for (const written of [kept, { ...kept, items, receiver: null, invoice: null }])
      expect(sectionSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written)
  })

  it('was no box before it was written down whether it is one', () => {
    const { boxed: _, ...early } = kept
    expect(sectionSchema.parse(early)).toEqual({ ...kept, boxed: false })
  })

  it('has one of the store’s statuses, and goes a way that the store names', () => {
    expect(sectionStatuses.filter((status) => !takes({ status }))).toEqual([])
    expect(takes({ status: 'LOST' })).toBe(false)
    expect(deliveryTypes).toEqual(['NO_DELIVERY', 'PARCEL', 'DOWNLOAD', 'DIRECT', 'QUICK', 'VISIT', 'CVS'])
    expect(deliveryTypes.filter((deliveryType) => !takes({ deliveryType }))).toEqual([])
    expect([takes({ deliveryType: { other: 'DRONE' } }), takes({ deliveryType: 'DRONE' })]).toEqual([
      true,
      false,
    ])
  })

  it('came from a channel that the store names', () => {
    const takesChannel = (channel: unknown): boolean => channelSchema.safeParse(channel).success
    expect(saleChannels).toEqual([
      'IMWEB',
      'NAVERPAY_ORDER',
      'TALKCHECKOUT',
      'SMARTSTORE',
      'KAKAO_GIFT',
      'COUPANG',
    ])
    expect(saleChannels.filter((channel) => !takesChannel(channel))).toEqual([])
    expect([takesChannel({ other: 'TOSS' }), takesChannel('TOSS'), takesChannel({})]).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each<object>([
    { items: [{ ...only, qty: 0 }] },
    { items: [{ ...only, qty: 1.5 }] },
    { items: [{ ...only, product: {} }] },
    { items: [{ ...only, product: { ...only?.product, options: [{ name: '색상' }] } }] },
    { items: [{}] },
    { invoice: { courierIdx: 1.5, invoiceNo: '1' } },
    { invoice: { courierIdx: 4 } },
    { receiver: {} },
    { code: null },
  ])('is none with %j', (changes) => {
    expect(takes(changes)).toBe(false)
  })
})
