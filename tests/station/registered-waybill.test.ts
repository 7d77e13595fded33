import { describe, expect, it } from 'vitest'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, isWrite, shipped } from './guide.ts'
import { said, unsentOf } from './seen.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

type NewOrder = NonNullable<WorldOptions['orders']>[number]

const [first, second] = ['202411010000001', '202411010000002']
const [one, two] = ['680000000077', '680000000088']
const courier = 5

/** Each order's waybill was registered by the shop, with a courier that is not this desk's. */
const ready = (
  orderNo: string,
  ...parts: [goods: string, invoiceNo: string, units?: number][]
): NewOrder => ({
  orderNo: Number(orderNo),
  sections: parts.map(([goods, invoiceNo, units = 1]) => ({
    status: 'SHIPPING_READY',
    lines: [[goods, units]],
    invoice: [invoiceNo, courier],
  })),
})

const shop = (): Promise<World> => createWorld({ orders: [ready(first, [a, one]), ready(second, [a, two])] })

describe('a waybill that the shop has registered', () => {
  it('for another order is not put on a box of this one', async () => {
    const world = await shop()
    await world.scanAll(first, a)
    expect(await world.scan(two)).toEqual({ kind: 'looksLikeOrder', orderNo: second })
    expect(await world.scan(one)).toMatchObject({ kind: 'boxSealed', invoiceNo: one })
  })

  it('goes on its box with the courier it was registered with, scanned first or last', async () => {
    const world = await shop()
    await world.scanAll(first, a, one, commandBarcode('putDown'), two, a)
    await world.advance(60_000)
    const parcels = [...shipped(world, first), ...shipped(world, second)]
    expect(parcels.map(({ status, invoiceNo }) => [status, invoiceNo])).toEqual([
      ['SHIPPING', one],
      ['SHIPPING', two],
    ])
    const couriers = world.db.prepare<[], string>('SELECT payload FROM intents ORDER BY seq').pluck().all()
    expect(couriers.every((promise) => promise.includes(`"courierIdx":${String(courier)}`))).toBe(true)
  })

  it('for another part of the order waits for that part', async () => {
    const world = await createWorld({ orders: [ready(first, [a, one], [b, two])] })
    await world.scanAll(first, a, close)
    expect(await world.scan(two)).toEqual({ kind: 'looksLikeOrder', orderNo: first })
    expect(await world.scan(one)).toMatchObject({ kind: 'boxSealed', invoiceNo: one })
  })

  it('that has meanwhile gone out with another order does not hold up the goods it was scanned for', async () => {
    const world = await createWorld({ orders: [ready(first, [a, one, 2])] })
    await world.scanAll(one, a)
    await world.station.methods.putDown({ leaveGoods: true })
    world.db.exec(`INSERT INTO waybills VALUES ('${one}', '${second}', 1)`)
    await world.scan(first)
    expect(await world.scan(a)).toMatchObject({ kind: 'orderComplete' })
    expect(await world.scan(one)).toEqual({ kind: 'trackingNumberUsed', orderNo: second, box: 1 })
    expect(await world.scan('689200000014')).toEqual({ kind: 'otherWaybill', invoiceNo: one, box: 1 })
  })

  it('is the only one for its box: another is turned down by its name, before the store would', async () => {
    const world = await shop()
    await world.scanAll(first, a)
    expect((await world.snapshot()).desk?.registered).toEqual({ courierName: '한진택배', invoiceNo: one })
    expect(await world.scan('689200000014')).toEqual({ kind: 'otherWaybill', invoiceNo: one, box: 1 })
    expect(await world.scan(`${one.slice(0, 4)}-${one.slice(4, 8)}-${one.slice(8)}`)).toMatchObject({
      kind: 'boxSealed',
      invoiceNo: one,
    })
    await world.advance(60_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(0)
    expect(shipped(world, first)).toMatchObject([{ status: 'SHIPPING', invoiceNo: one }])
  })

  it('is known however the shop has typed its number', async () => {
    const typed = '6800-0000-0077'
    const world = await createWorld({ orders: [ready(first, [a, typed])] })
    await world.scanAll(first, a)
    expect(await world.scan('689200000014')).toEqual({ kind: 'otherWaybill', invoiceNo: typed, box: 1 })
    expect(await world.scan(one)).toMatchObject({ kind: 'boxSealed', invoiceNo: typed })
    await world.advance(60_000)
    expect(shipped(world, first)).toMatchObject([{ status: 'SHIPPING', invoiceNo: typed }])
  })

  it('is named even where the desk has no courier, or the number might be another courier’s', async () => {
    const world = await shop()
    await world.scanAll(first, a)
    expect(await world.scan('1234567890')).toEqual({ kind: 'otherWaybill', invoiceNo: one, box: 1 })
    world.cutNetwork()
    world.db.exec('DELETE FROM couriers')
    await world.restart()
    expect((await world.snapshot()).courierIdx).toBeNull()
    expect(await world.scan('689200000014')).toEqual({ kind: 'otherWaybill', invoiceNo: one, box: 1 })
    expect(await world.scan(one)).toMatchObject({ kind: 'boxSealed', invoiceNo: one })
  })

  it('keeps its goods in one box: a part of them is neither closed nor sealed', async () => {
    const world = await createWorld({ orders: [ready(first, [a, one, 3])] })
    await world.scanAll(first, a)
    expect(await world.scan(close)).toEqual({ kind: 'oneWaybill', invoiceNo: one, box: 1 })
    expect(await world.scan(commandBarcode('nextBox'))).toEqual({
      kind: 'oneWaybill',
      invoiceNo: one,
      box: 1,
    })
    expect(await world.scan(commandBarcode('sealAll'))).toEqual({
      kind: 'oneWaybill',
      invoiceNo: one,
      box: 1,
    })
    await world.scanAll(a, a)
    expect(await world.scan(one)).toMatchObject({ kind: 'boxSealed', last: true })
  })

  it('scanned first counts the goods all the same where they lie in two boxes, and says so at the waybill', async () => {
    const world = await createWorld({ orders: [ready(first, [a, one, 3])] })
    await world.scanAll(one, a, a)
    const { boxes } = (await world.snapshot()).desk ?? { boxes: [] }
    const { id: boxId } = boxes[0] ?? { id: '' }
    const itemNo = boxes[0]?.contents[0]?.itemNo ?? ''
    await world.station.methods.moveItem({ boxId, toBoxId: null, itemNo, units: 1 })
    expect(await world.scan(a)).toMatchObject({ kind: 'orderComplete' })
    expect(await world.scan(one)).toMatchObject({ kind: 'oneWaybill' })
    expect((await world.snapshot()).desk?.unitsDone).toBe(3)
  })

  it('that came only after the box was closed is known at its seal', async () => {
    const world = await createWorld({
      orders: [
        ready(first, [a, one]),
        { orderNo: Number(second), sections: [{ status: 'SHIPPING_READY', lines: [[b, 2]] }] },
      ],
    })
    await world.scanAll(second, b, close)
    const section = world.storeSections(second).order.sections[0]?.orderSectionCode ?? ''
    await world.ownerCall('POST', `/orders/${second}/invoice`, {
      orderSectionInvoiceDataList: [{ orderSectionCode: section, invoiceNo: two, parcelCompanyIdx: courier }],
    })
    await world.advance(60_000)
    expect(await world.scan('689200000014')).toEqual({ kind: 'oneWaybill', invoiceNo: two, box: 1 })
    await world.scanAll(commandBarcode('undo'), b)
    expect(await world.scan('689200000014')).toEqual({ kind: 'otherWaybill', invoiceNo: two, box: 1 })
    expect(await world.scan(two)).toMatchObject({ kind: 'boxSealed' })
  })

  it.each([
    ['at the end', [first, a, one]],
    ['first', [one, a]],
  ])(
    'of a box given up is the next one’s, scanned %s: its section goes out with no other',
    async (_when, scans) => {
      const world = await createWorld({ orders: [ready(first, [a, one])] })
      await world.station.methods.changeSettings({ graceSeconds: 0 })
      await world.station.methods.setPin({ current: '', next: '4711' })
      world.plan('refuse', isWrite)
      await world.scanAll(first, a, one)
      await world.advance(30_000)
      const seq = await unsentOf(world, `${first}-B1`)
      await world.station.methods.resolveByHand({ seq, how: 'discarded', reason: '박스 파손', pin: '4711' })
      await world.scan(commandBarcode('putDown'))
      await world.scanAll(...scans)
      expect(await said(world)).toMatchObject({ kind: 'boxSealed', box: 2, invoiceNo: one })
      await world.advance(60_000)
      expect(shipped(world, first)).toMatchObject([{ status: 'SHIPPING', invoiceNo: one }])
      expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
    },
  )
})
