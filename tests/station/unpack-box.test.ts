import { describe, expect, it } from 'vitest'
import { a, b, boxTwo, close, guide } from './guide.ts'
import { said } from './seen.ts'
import { createWorld, type World } from './world.ts'

const [one, two, other] = ['689200000014', '689200000025', '689200000036']

/** The guide's two boxes, in 배송대기 for the courier. */
async function sealed(): Promise<World> {
  const world = await createWorld()
  await world.station.methods.changeSettings({ shipped: 'atHandover', graceSeconds: 0 })
  await world.scanAll(guide, a, b, b, close, one)
  await world.scanAll(...boxTwo)
  await world.advance(30_000)
  return world
}

const list = (world: World) => world.station.methods.handover({ courierIdx: null, search: '', limit: 100 })

describe('a cancelled box that is unpacked', () => {
  it('waits for no courier any more, and its goods go back', async () => {
    const world = await sealed()
    const { methods } = world.station
    const boxId = `${guide}-B1`
    await methods.unpackBox({ boxId, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'nothingToDo' })
    world.shop.cancel(Number(guide))
    await world.advance(120_000)
    expect((await list(world)).missing).toMatchObject([
      { invoiceNo: one, stop: 'cancelled', canUnpack: true },
      { invoiceNo: two, stop: 'cancelled', canUnpack: true },
    ])
    await methods.unpackBox({ boxId, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'boxVoided', box: 1 })
    expect(await list(world)).toMatchObject({ missingTotal: 1, missing: [{ invoiceNo: two }] })
    await methods.unpackBox({ boxId, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'nothingToDo' })
  })

  it('of which the rest of the order is on the desk: the cancelled goods are not asked for again', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ shipped: 'atHandover', graceSeconds: 0 })
    await world.scanAll(guide, a, b, b, close, one)
    await world.advance(30_000)
    const own = world.db.prepare<[], string>('SELECT section FROM intents').pluck().get() ?? ''
    await world.ownerCall('PATCH', `/orders/${guide}/order-section/${own}/cancel-request`, {
      cancelReason: 'ETC',
    })
    await world.ownerCall('PATCH', `/orders/${guide}/order-section/${own}/cancel-approve`)
    await methods.pullNow({})
    await methods.unpackBox({ boxId: `${guide}-B1`, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'boxVoided', box: 1 })
    expect((await world.snapshot()).desk?.drift?.lines).toMatchObject([
      { was: 2, now: 1 },
      { was: 4, now: 2 },
    ])
  })

  it('is not unpacked while a correction of its waybill is still to be told', async () => {
    const world = await sealed()
    const boxId = `${guide}-B1`
    world.plan('refuse', ({ method, path }) => method === 'PATCH' && path.endsWith('/invoice'))
    const invoice = { courierIdx: 4, invoiceNo: other }
    await world.station.methods.correctWaybill({ boxId, invoice, reason: '라벨 훼손' })
    await world.advance(30_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
    world.shop.cancel(Number(guide))
    await world.advance(120_000)
    expect((await list(world)).missing).toMatchObject([
      { stop: 'cancelled', canUnpack: false },
      { stop: 'cancelled', canUnpack: true },
    ])
    await world.station.methods.unpackBox({ boxId, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'beingReported' })
  })

  it('is not unpacked while its seal is still to be told', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ shipped: 'atHandover', graceSeconds: 60 })
    await world.scanAll(guide, a, b, b, close, one)
    await methods.unpackBox({ boxId: `${guide}-B1`, reason: '취소된 주문' })
    expect(await said(world)).toEqual({ kind: 'beingReported' })
  })
})
