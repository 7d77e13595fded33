import { describe, expect, it } from 'vitest'
import { a, shipped, writesTo } from './guide.ts'
import { createWorld, type World } from './world.ts'

const orderNo = '202411010000001'
const waybill = '689200000014'

const threeReady = (assumptions = {}): Promise<World> =>
  createWorld({
    orders: [{ orderNo: Number(orderNo), sections: [{ status: 'SHIPPING_READY', lines: [[a, 3]] }] }],
    assumptions,
  })

/** The shop's customer takes one of the three back, by the document's own claim for a part. */
async function cancelOne(world: World): Promise<void> {
  const [section] = world.storeSections(orderNo).order.sections
  const itemNo = section?.sectionItems[0]?.orderSectionItemNo ?? ''
  const path = `/orders/${orderNo}/order-section-items/${itemNo}`
  await world.ownerCall('PATCH', `${path}/cancel-request`, { cancelReason: 'ETC', qty: 1 })
}

describe('goods that leave the section seconds before the seal, unseen by the desk', () => {
  it('do not ship under the box’s waybill: a person is asked', async () => {
    const world = await threeReady()
    await world.scanAll(orderNo, a, a, a)
    await cancelOne(world)
    expect(await world.scan(waybill)).toMatchObject({ kind: 'boxSealed' })
    await world.advance(60_000)
    const statuses = shipped(world, orderNo).map(({ status, goods }) => [status, goods])
    expect(statuses).toEqual(
      expect.arrayContaining([
        ['SHIPPING_READY', [[a, 2]]],
        ['CANCEL_REQUEST', [[a, 1]]],
      ]),
    )
    expect((await world.snapshot()).outbox).toMatchObject({ needsPerson: 1, waiting: 0 })
  })

  it('of a store that takes no list with 배송중: a box that is whole ships all the same', async () => {
    const world = await threeReady({ wholeListWithShipping: 'refuse' })
    await world.scanAll(orderNo, a, a, a, waybill)
    await world.advance(60_000)
    expect(shipped(world, orderNo)).toMatchObject([{ status: 'SHIPPING', invoiceNo: waybill }])
    expect(writesTo(world).map(({ method }) => method)).toEqual(['PATCH', 'PATCH'])
    expect((await world.snapshot()).outbox).toMatchObject({ needsPerson: 0, waiting: 0 })
  })
})

describe('an address changed at the store, unseen by the desk', () => {
  const move = (world: World) => {
    world.shop.changeAddress(Number(orderNo), { addr1: '부산광역시 바다로 1', addr2: '2호' })
  }
  const asked = async (world: World) => {
    const rows = await world.station.methods.unsent({ afterSeq: 0, limit: 10 })
    return rows.map(({ dispatch }) => [dispatch.state, dispatch.problem?.kind])
  }

  it('seconds before the seal: nothing is sent under the old label, a person is asked', async () => {
    const world = await threeReady()
    await world.scanAll(orderNo, a, a, a)
    move(world)
    expect(await world.scan(waybill)).toMatchObject({ kind: 'boxSealed' })
    await world.advance(10_000)
    expect(await asked(world)).toEqual([['needsPerson', 'addressChanged']])
    expect(writesTo(world)).toEqual([])
  })

  it('during an outage in which the box was sealed: the order is read before anything is sent', async () => {
    const world = await threeReady()
    world.cutNetwork()
    await world.scanAll(orderNo, a, a, a, waybill)
    move(world)
    world.mendNetwork()
    await world.advance(120_000)
    expect(await asked(world)).toEqual([['needsPerson', 'addressChanged']])
    expect(writesTo(world)).toEqual([])
  })

  it('after the order was read, but before an outage that hides it', async () => {
    const world = await threeReady()
    await world.station.methods.changeSettings({ graceSeconds: 20 })
    await world.scanAll(orderNo, a, a, a, waybill)
    await world.advance(16_000)
    world.cutNetwork()
    await world.advance(10_000)
    move(world)
    world.mendNetwork()
    await world.advance(120_000)
    expect(await asked(world)).toEqual([['needsPerson', 'addressChanged']])
    expect(writesTo(world)).toEqual([])
  })
})
