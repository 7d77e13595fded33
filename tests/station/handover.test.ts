import { describe, expect, it } from 'vitest'
import { a, b, boxTwo, close, guide, isWrite, next, shipped } from './guide.ts'
import { queue, said, unsentOf } from './seen.ts'
import { createWorld, type World } from './world.ts'

const [one, two, other] = ['689200000014', '689200000025', '689200000036']

/** The guide's first box sealed where boxes ship as set, and told as far as they are by themselves. */
async function sealed(shippedWhen: 'atHandover' | 'byCourier'): Promise<World> {
  const world = await createWorld()
  await world.station.methods.changeSettings({ shipped: shippedWhen, graceSeconds: 0 })
  await world.scanAll(guide, a, b, b, close, one)
  await world.scanAll(...boxTwo)
  await world.advance(30_000)
  return world
}

const statuses = (world: World) => shipped(world).map(({ status, invoiceNo }) => [status, invoiceNo])

async function handover(world: World, code: string) {
  await world.station.methods.scanHandover({ code })
  return said(world)
}

const list = (world: World) => world.station.methods.handover({ courierIdx: null, search: '', limit: 100 })

describe('boxes that ship when the courier takes them', () => {
  it('stop at 배송대기 with their waybill, and become 배송중 by the scan into the cage', async () => {
    const world = await sealed('atHandover')
    expect(statuses(world)).toEqual([
      ['SHIPPING_READY', one],
      ['SHIPPING_READY', two],
    ])
    expect(await list(world)).toMatchObject({
      couriers: [{ missing: 2, given: 0 }],
      ...{ missingTotal: 2, givenTotal: 0 },
    })
    expect(await handover(world, one)).toEqual({ kind: 'boxGivenToCourier', orderNo: guide, box: 1 })
    await world.advance(30_000)
    expect(statuses(world)).toEqual([
      ['SHIPPING', one],
      ['SHIPPING_READY', two],
    ])
    expect(await list(world)).toMatchObject({
      couriers: [{ missing: 1, given: 1 }],
      missing: [{ invoiceNo: two, canTakeBack: false }],
      given: [{ invoiceNo: one, canTakeBack: false, dispatch: { state: 'confirmed' } }],
    })
  })

  it('is known by its waybill as printed, once, and is told of by nothing else', async () => {
    const world = await sealed('atHandover')
    expect(await handover(world, '6892-0000-0014')).toMatchObject({ kind: 'boxGivenToCourier' })
    expect(await handover(world, one)).toEqual({ kind: 'alreadyWithCourier', orderNo: guide, box: 1 })
    expect(await handover(world, other)).toEqual({ kind: 'unknownWaybill' })
    expect(await handover(world, next)).toEqual({ kind: 'waybillsOnly' })
    expect((await list(world)).givenTotal).toBe(1)
  })

  it('is out of the queue, and opened from it says that all is in boxes', async () => {
    const world = await sealed('atHandover')
    await world.restart()
    await world.advance(60_000)
    expect(await queue(world)).not.toContain(guide)
    expect((await world.scan(guide)).kind).not.toBe('orderOpened')
  })

  it('can be taken out of the cage until the store is told, and not after', async () => {
    const world = await sealed('atHandover')
    const { methods } = world.station
    await methods.changeSettings({ graceSeconds: 60 })
    const boxId = `${guide}-B1`
    await handover(world, one)
    await methods.takeBackHandover({ boxId })
    expect(await said(world)).toEqual({ kind: 'boxTakenBack', orderNo: guide, box: 1 })
    await world.advance(120_000)
    expect(statuses(world)[0]).toEqual(['SHIPPING_READY', one])
    await handover(world, one)
    await world.advance(120_000)
    expect(statuses(world)[0]).toEqual(['SHIPPING', one])
    await methods.takeBackHandover({ boxId })
    expect(await said(world)).toEqual({ kind: 'handoverReported', orderNo: guide, box: 1 })
  })

  it('with an old waybill on it stays out of the cage: it is to get the one it has now', async () => {
    const world = await sealed('atHandover')
    const correct = (invoiceNo: string | null) =>
      world.station.methods.correctWaybill({
        boxId: `${guide}-B1`,
        invoice: invoiceNo === null ? null : { courierIdx: 4, invoiceNo },
        reason: '라벨 훼손',
      })
    world.cutNetwork()
    await correct(other)
    const oldWaybill = { kind: 'oldWaybill', orderNo: guide, box: 1 }
    expect(await handover(world, one)).toEqual({ ...oldWaybill, invoiceNo: other })
    expect((await list(world)).givenTotal).toBe(0)
    await correct(one)
    await correct(null)
    expect(await handover(world, one)).toEqual({ ...oldWaybill, invoiceNo: null })
    await correct(other)
    expect(await handover(world, other)).toMatchObject({ kind: 'boxGivenToCourier' })
  })

  it('that a person sees to in the shop’s own pages goes with the courier and comes back: nothing is told', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ shipped: 'atHandover', graceSeconds: 60 })
    await world.scanAll(guide, a, b, b, close, one)
    const boxId = `${guide}-B1`
    const seq = await unsentOf(world, boxId)
    await methods.resolveByHand({ seq, how: 'handedOver', reason: '직접 처리', pin: '' })
    expect(await handover(world, one)).toMatchObject({ kind: 'boxGivenToCourier' })
    expect(await methods.unsent({ afterSeq: 0, limit: 10 })).toEqual([])
    expect(await list(world)).toMatchObject({
      given: [{ invoiceNo: one, canTakeBack: true, dispatch: null }],
    })
    await methods.takeBackHandover({ boxId })
    expect(await list(world)).toMatchObject({ givenTotal: 0, missingTotal: 1 })
  })

  it('is taken out again where a person took it over while it was in the cage', async () => {
    const world = await createWorld()
    const { methods } = world.station
    await methods.changeSettings({ shipped: 'atHandover', graceSeconds: 60 })
    await world.scanAll(guide, a, b, b, close, one)
    const boxId = `${guide}-B1`
    await handover(world, one)
    const seq = await unsentOf(world, boxId, 'dispatch')
    await methods.resolveByHand({ seq, how: 'handedOver', reason: '직접 처리', pin: '' })
    expect((await list(world)).given).toMatchObject([{ canTakeBack: true }])
    await methods.takeBackHandover({ boxId })
    expect(await said(world)).toEqual({ kind: 'boxTakenBack', orderNo: guide, box: 1 })
  })

  it('while its handover is being told it is not offered back, nor taken', async () => {
    const world = await sealed('atHandover')
    world.plan('slow', ({ method, path }) => method === 'GET' && path === `/orders/${guide}`)
    await world.station.methods.changeSettings({ graceSeconds: 60 })
    await handover(world, one)
    await world.station.methods.retry({ seq: await unsentOf(world, `${guide}-B1`) })
    await world.advance(1)
    expect((await list(world)).given).toMatchObject([{ canTakeBack: false }])
    await world.station.methods.takeBackHandover({ boxId: `${guide}-B1` })
    expect(await said(world)).toEqual({ kind: 'handoverReported', orderNo: guide, box: 1 })
  })

  it('whose handover a person sees to leaves its order’s changes to be seen', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ shipped: 'atHandover', graceSeconds: 0 })
    await world.scanAll(guide, a, b, b, close, one)
    await world.advance(30_000)
    for (let time = 0; time < 3; time += 1) world.plan('refuse', isWrite)
    await handover(world, one)
    await world.advance(30_000)
    const seq = await unsentOf(world, `${guide}-B1`, 'handOver')
    await world.station.methods.resolveByHand({ seq, how: 'handedOver', reason: '직접 처리', pin: '' })
    world.shop.changeAddress(Number(guide), { addr1: '부산광역시 바다로 1', addr2: '2호' })
    await world.station.methods.pullNow({})
    expect((await world.snapshot()).desk?.drift).not.toBeNull()
  })

  it('opened again it is out of the cage: nothing of it is promised any more', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ shipped: 'atHandover', graceSeconds: 60 })
    await world.scanAll(guide, a, b, b, close, one)
    await handover(world, one)
    await world.station.methods.reopenBox({ boxId: `${guide}-B1` })
    expect(await world.station.methods.unsent({ afterSeq: 0, limit: 10 })).toEqual([])
    expect(await list(world)).toMatchObject({ missingTotal: 0, givenTotal: 0 })
  })

  it.each([
    ['cancelled', (world: World) => world.shop.cancel(Number(guide))],
    ['cancelRequested', (world: World) => world.shop.requestCancel(Number(guide))],
    ['held', (world: World) => world.shop.hold(Number(guide))],
  ] as const)('stay out of the cage where the store has the order %s', async (why, happens) => {
    const world = await sealed('atHandover')
    happens(world)
    await world.advance(120_000)
    expect(await handover(world, one)).toEqual({ kind: 'keepFromCourier', orderNo: guide, box: 1, why })
    expect((await list(world)).givenTotal).toBe(0)
    await world.advance(120_000)
    expect(statuses(world)).not.toContainEqual(['SHIPPING', one])
  })

  it('are counted as they are searched for', async () => {
    const world = await sealed('atHandover')
    await handover(world, one)
    const found = (search: string) => world.station.methods.handover({ courierIdx: null, search, limit: 100 })
    expect(await found(two)).toMatchObject({ missingTotal: 1, givenTotal: 0, missing: [{ invoiceNo: two }] })
    expect(await found(one)).toMatchObject({
      missingTotal: 0,
      givenTotal: 1,
      couriers: [{ missing: 1, given: 1 }],
    })
  })

  it('go with the courier once what was held is released', async () => {
    const world = await sealed('atHandover')
    world.shop.hold(Number(guide))
    await world.advance(120_000)
    world.shop.release(Number(guide))
    await world.advance(120_000)
    expect(await handover(world, one)).toMatchObject({ kind: 'boxGivenToCourier' })
  })

  it('offline they are kept, and told once the network is back', async () => {
    const world = await sealed('atHandover')
    world.cutNetwork()
    await handover(world, one)
    await world.advance(60_000)
    expect(statuses(world)[0]).toEqual(['SHIPPING_READY', one])
    world.mendNetwork()
    await world.advance(120_000)
    expect(statuses(world)[0]).toEqual(['SHIPPING', one])
  })

  it.each(['loseAnswer', 'loseRequest', 'late', 'garble'] as const)(
    'is told once, whatever: %s',
    async (fault) => {
      const world = await sealed('atHandover')
      world.plan(fault, isWrite)
      await handover(world, one)
      await world.advance(120_000)
      expect(statuses(world)[0]).toEqual(['SHIPPING', one])
      expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, unknown: 0, needsPerson: 0 })
    },
  )
})

it('boxes that the courier’s own system ships stop at 배송대기, and are not for the cage', async () => {
  const world = await sealed('byCourier')
  expect(statuses(world)).toEqual([
    ['SHIPPING_READY', one],
    ['SHIPPING_READY', two],
  ])
  expect(await handover(world, one)).toEqual({
    ...{ kind: 'notForHandover', orderNo: guide, box: 1, shipped: 'byCourier' },
  })
  expect(await list(world)).toMatchObject({ missingTotal: 0, couriers: [] })
})
