import { describe, expect, it } from 'vitest'
import { a, b, boxOne, boxTwo, close, guide, shipped, twoParcels } from './guide.ts'
import { desk, said } from './seen.ts'
import {
  inItem,
  inOrder,
  inProduct,
  inReceiver,
  inSection,
  isOnline,
  oddOrders,
  queueRow,
  type Oddity,
} from './odd.ts'
import { createWorld, type NewOrder } from './world.ts'

const other = '202410104747931'

type Sections = NonNullable<NonNullable<NewOrder>['sections']>

const shop: NewOrder[] = [
  {
    orderNo: Number(guide),
    lines: [
      [a, 2],
      [b, 4],
    ],
  },
  { orderNo: Number(other), lines: [[b, 1]] },
]

/** A desk in a shop of two orders, one of which the store tells of in a strange way. */
async function deskWith(oddity: Oddity, orders = shop) {
  const odd = new Map([[other, oddity]])
  const world = await createWorld({ orders, says: oddOrders(odd) })
  return { world, odd }
}

const packOther = [b, close, '689200000316']

const shown: [string, Oddity][] = [
  ['a sales channel nobody has heard of', inOrder({ saleChannel: 'TOSS_SHOPPING' })],
  ['its number as a text', inOrder({ orderNo: other })],
  ['no options, as PHP says it', inProduct({ optionInfo: [] })],
  ['no phone', inReceiver({ receiverCall: null })],
  ['numbers as texts', inItem({ qty: '1' })],
  ['flags as truth values', inSection({ isDeliveryHold: false })],
  ['no time', inOrder({ wtime: 'soon' })],
  ['a product name of two million letters', inProduct({ prodName: '가'.repeat(2_000_000) })],
]

const decided: [string, string, Oddity][] = [
  ['sections[0].orderSectionStatus', '"LOST"', inSection({ orderSectionStatus: 'LOST' })],
  ['sections[0].deliveryType', '"DRONE"', inSection({ deliveryType: 'DRONE' })],
  ['sections[0].isDeliveryHold', 'null', inSection({ isDeliveryHold: null })],
  ['sections[0].sectionItems[0].qty', '-1', inItem({ qty: -1 })],
  ['sections[0].sectionItems', '[]', inSection({ sectionItems: [] })],
  ['sections', 'null', inOrder({ sections: null })],
  ['payments', '{…}', inOrder({ payments: {} })],
  ['orderStatus', '"PAUSED"', inOrder({ orderStatus: 'PAUSED' })],
  ['orderNo', 'null', inOrder({ orderNo: null })],
]

describe('an order that the store tells of in a strange way', () => {
  it.each(shown)('is packed all the same with %s', async (_what, oddity) => {
    const { world } = await deskWith(oddity)
    expect(await isOnline(world)).toBe(true)
    expect(await world.scan(other)).toMatchObject({ kind: 'orderOpened' })
    await world.scanAll(...packOther)
    await world.advance(30_000)
    expect(shipped(world, other)).toEqual([
      { status: 'SHIPPING', goods: [[b, 1]], invoiceNo: '689200000316' },
    ])
  })

  it.each(decided)(
    'is turned down by %s = %s, and takes nothing from another',
    async (field, value, oddity) => {
      const { world } = await deskWith(oddity)
      expect(await isOnline(world)).toBe(true)
      expect(await world.scan(other)).toEqual({ kind: 'unreadable', orderNo: other, field, value })
      expect(await queueRow(world, other)).toMatchObject({
        standing: 'unreadable',
        oddField: field,
        oddValue: value,
      })
      await world.scanAll(...boxOne, ...boxTwo)
      await world.advance(30_000)
      expect(shipped(world)).toEqual(twoParcels)
    },
  )

  it('is packed once the store tells of it in its usual way again', async () => {
    const { world, odd } = await deskWith(inSection({ deliveryType: 'DRONE' }))
    odd.clear()
    await world.advance(30_000)
    expect(await world.scan(other)).toMatchObject({ kind: 'orderOpened' })
  })

  it('is found by its section’s number as well, in the list of those that wait and by their standing', async () => {
    const { world } = await deskWith(inSection({ deliveryType: 'DRONE' }))
    expect(await world.scan(`${other}-S1`)).toMatchObject({ kind: 'unreadable', orderNo: other })
    const filters = {
      courierIdx: null,
      channel: null,
      standing: 'unreadable',
      olderThanHours: null,
      item: null,
    } as const
    const list = await world.station.methods.queue({ search: '', show: 'all', limit: 9, filters })
    expect(list.rows.map(({ orderNo }) => orderNo)).toEqual([other])
  })

  it.each<[string, Oddity]>([
    ['going nobody knows how', inSection({ orderSectionStatus: 'SHIPPING', deliveryType: 'DRONE' }, 1)],
    [
      'in a status of its own, for the customer to fetch',
      inSection({ orderSectionStatus: 'FETCHED', deliveryType: 'VISIT' }, 1),
    ],
  ])('is packed where only a section is strange that is not to be packed: %s', async (_what, oddity) => {
    const status = 'PRODUCT_PREPARATION'
    const sections = [b, a].map((sku) => ({ status, lines: [[sku, 1]] }) satisfies Sections[number])
    const { world } = await deskWith(oddity, [{ orderNo: Number(other), sections }])
    expect(await world.scan(other)).toMatchObject({ kind: 'orderOpened', units: 1 })
  })

  it('stops the packer who has it on the desk, who goes on when it can be read again', async () => {
    const { world, odd } = await deskWith((order) => order)
    await world.scanAll(other)
    odd.set(other, inSection({ isDeliveryHold: 'perhaps' }))
    await world.advance(30_000)
    expect(await desk(world)).toMatchObject({
      standing: 'unreadable',
      odd: { path: 'sections[0].isDeliveryHold', value: '"perhaps"' },
    })
    expect(await world.scan(b)).toMatchObject({ kind: 'unreadable', value: '"perhaps"' })
    odd.clear()
    await world.advance(30_000)
    expect(await world.scan(b)).toMatchObject({ kind: 'orderComplete' })
  })
})

describe('a box of an order that can be read no more', () => {
  it('waits for a person, who is told the field, and goes out once it can be read', async () => {
    const { world, odd } = await deskWith((order) => order)
    world.plan('loseAnswer', ({ method }) => method === 'PATCH')
    odd.set(other, inSection({ orderSectionStatus: 'LOST' }))
    await world.scanAll(other, ...packOther)
    await world.advance(30_000)
    const [box] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(box?.dispatch).toMatchObject({
      state: 'needsPerson',
      problem: { kind: 'unreadable', words: 'sections[0].orderSectionStatus = "LOST"' },
    })
    odd.clear()
    await world.station.methods.retry({ seq: box?.seq ?? 0 })
    await world.advance(30_000)
    expect(shipped(world, other)).toEqual([
      { status: 'SHIPPING', goods: [[b, 1]], invoiceNo: '689200000316' },
    ])
  })
})

describe('an order that the desk knew before, and can read no more', () => {
  it('keeps no other from being looked up: one cancelled meanwhile is not packed', async () => {
    const { world, odd } = await deskWith((order) => order)
    expect(await queueRow(world, guide)).toMatchObject({ standing: 'ready' })
    odd.set(other, inSection({ orderSectionStatus: 'LOST' }))
    world.shop.cancel(Number(guide))
    await world.advance(90_000)
    expect(await isOnline(world)).toBe(true)
    expect(await queueRow(world, guide)).toBeUndefined()
    await world.scan(guide)
    expect(await said(world)).toMatchObject({ kind: 'standing', standing: 'cancelled' })
    expect(await world.scan(other)).toMatchObject({ kind: 'unreadable', value: '"LOST"' })
  })

  it('nor does one that gets no answer at all', async () => {
    const silent = `/orders/${other}`
    let muted = false
    const world = await createWorld({
      orders: shop,
      network: ({ path }) => (muted && path === silent ? 'portal' : 'none'),
      says: (path, data) =>
        muted && path === '/orders'
          ? { totalCount: 0, totalPage: 0, currentPage: 1, pageSize: 100, list: [] }
          : data,
    })
    muted = true
    world.shop.cancel(Number(guide))
    await world.advance(120_000)
    expect(await isOnline(world)).toBe(true)
    expect(await queueRow(world, guide)).toBeUndefined()
    expect(await queueRow(world, other)).toMatchObject({ standing: 'ready' })
  })
})
