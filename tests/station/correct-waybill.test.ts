import { describe, expect, it } from 'vitest'
import { a, b, boxTwo, close, guide, isWrite, shipped, writesTo } from './guide.ts'
import { said, unsentOf } from './seen.ts'
import type { Fault, SeenCall } from './network.ts'
import { createWorld, timing, type World } from './world.ts'

const [one, two, other, third] = ['689200000014', '689200000025', '689200000036', '689200000047']
const boxId = `${guide}-B1`

async function sealed(shippedWhen: 'atSeal' | 'atHandover', graceSeconds = 0): Promise<World> {
  const world = await createWorld()
  await world.station.methods.changeSettings({ shipped: shippedWhen, graceSeconds })
  await world.scanAll(guide, a, b, b, close, one)
  await world.scanAll(...boxTwo)
  if (graceSeconds === 0) await world.advance(30_000)
  return world
}

async function correct(world: World, invoiceNo: string | null) {
  const invoice = invoiceNo === null ? null : { courierIdx: 4, invoiceNo }
  await world.station.methods.correctWaybill({ boxId, invoice, reason: '라벨 훼손' })
  return said(world)
}

const numbers = (world: World) => world.db.prepare('SELECT invoice_no FROM waybills ORDER BY 1').pluck().all()
const inStore = (world: World) => shipped(world).map(({ invoiceNo }) => invoiceNo)
const onInvoice = ({ method, path }: SeenCall) => method !== 'GET' && path.endsWith('/invoice')
const isReadOfOrder = ({ method, path }: SeenCall) => method === 'GET' && path === `/orders/${guide}`

/** The shop's owner gives the section of box 1 a waybill, in place of the one that is there. */
async function ownersWaybill(world: World, invoiceNo: string): Promise<void> {
  const section = world.db
    .prepare<[string], string>("SELECT section FROM intents WHERE kind = 'dispatch' AND box_id = ?")
    .pluck()
    .get(boxId)
  const path = `/orders/${guide}/order-section/${section ?? ''}/invoice`
  const has = shipped(world).some((each) => each.invoiceNo !== null && each.invoiceNo !== two)
  if (has) await world.ownerCall('PATCH', path, { invoiceNo, parcelCompanyIdx: 4 })
  else await world.ownerCall('POST', path, { allInvoiceNo: invoiceNo, allParcelCompanyIdx: 4 })
}

/** The kinds of what is promised and has not ended, the oldest first. */
const unsentKinds = async (world: World) =>
  (await world.station.methods.unsent({ afterSeq: 0, limit: 100 })).map(({ kind }) => kind)

describe('a waybill is corrected', () => {
  it('before the store is told: the box goes out with the new one only, the old is free at once', async () => {
    const world = await sealed('atSeal', 60)
    expect(await correct(world, other)).toEqual({ kind: 'waybillCorrected', box: 1, invoiceNo: other })
    expect(numbers(world)).toEqual([two, other])
    await world.advance(180_000)
    expect(inStore(world)).toEqual([two, other])
    expect(world.calls.filter(onInvoice)).toEqual([])
  })

  it.each(['atSeal', 'atHandover'] as const)(
    'after (%s): the store’s is changed, the old is free when it says so',
    async (shippedWhen) => {
      const world = await sealed(shippedWhen)
      world.cutNetwork()
      await correct(world, other)
      expect(numbers(world)).toEqual([one, two, other])
      await world.advance(10_000)
      expect(numbers(world)).toEqual([one, two, other])
      world.mendNetwork()
      await world.advance(120_000)
      expect(inStore(world)).toEqual([two, other])
      expect(numbers(world)).toEqual([two, other])
      expect(world.calls.filter(onInvoice).filter(({ method }) => method === 'PATCH')).toHaveLength(1)
    },
  )

  it('taken off in 배송대기 and given another; in 배송중 it only changes', async () => {
    const world = await sealed('atHandover')
    expect(await correct(world, null)).toEqual({ kind: 'waybillCorrected', box: 1, invoiceNo: null })
    await world.advance(60_000)
    expect(inStore(world)).toContain(null)
    expect(numbers(world)).toEqual([two])
    await correct(world, other)
    await world.advance(60_000)
    expect(inStore(world)).toEqual([two, other])
    const gone = await sealed('atSeal')
    expect(await correct(gone, null)).toEqual({ kind: 'onItsWay', box: 1 })
  })

  it.each(['loseAnswer', 'loseRequest', 'late', 'garble'] satisfies Fault[])(
    'whatever becomes of the answer: %s',
    async (fault) => {
      for (const wanted of [other, null]) {
        const world = await sealed('atHandover')
        world.plan(fault, onInvoice)
        await correct(world, wanted)
        await world.advance(180_000)
        expect(new Set(inStore(world))).toEqual(new Set([two, wanted]))
        expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, unknown: 0, needsPerson: 0 })
      }
    },
  )

  it('refused by the store it waits for a person; given up, the box keeps the old waybill', async () => {
    const world = await sealed('atHandover')
    await world.station.methods.setPin({ current: '', next: '4821' })
    for (let time = 0; time < 3; time += 1) world.plan('refuse', onInvoice)
    await correct(world, other)
    await world.advance(30_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
    const seq = await unsentOf(world, boxId)
    await world.station.methods.resolveByHand({ seq, how: 'discarded', reason: '그대로', pin: '4821' })
    expect(await said(world)).toEqual({ kind: 'waybillKept', box: 1, invoiceNo: one })
    expect(numbers(world)).toEqual([one, two])
    expect(inStore(world)).toEqual([one, two])
  })

  it('seen to in the shop’s own pages, the box keeps both numbers, and can go back to the old one', async () => {
    const world = await sealed('atHandover')
    await world.station.methods.setPin({ current: '', next: '4821' })
    for (let time = 0; time < 3; time += 1) world.plan('refuse', onInvoice)
    await correct(world, other)
    await world.advance(30_000)
    const seq = await unsentOf(world, boxId)
    await world.station.methods.resolveByHand({ seq, how: 'handedOver', reason: '직접 고침', pin: '4821' })
    expect(numbers(world)).toEqual([one, two, other])
    expect(await correct(world, one)).toEqual({ kind: 'waybillCorrected', box: 1, invoiceNo: one })
    expect(numbers(world)).toContain(one)
  })

  it('not to one that another box has, nor to its own', async () => {
    const world = await sealed('atHandover')
    expect(await correct(world, two)).toEqual({ kind: 'trackingNumberUsed', orderNo: guide, box: 2 })
    expect(await correct(world, one)).toEqual({ kind: 'sameWaybill', box: 1 })
  })

  it('while a call about its order is under way it is a promise of its own, and both numbers are taken', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ graceSeconds: 0 })
    await world.scanAll(guide, a, b, b, close)
    world.plan('slow', isWrite)
    await world.scan(one)
    await world.advance(1)
    await correct(world, other)
    expect(numbers(world)).toEqual([one, other])
    expect(await unsentKinds(world)).toEqual(['dispatch', 'correctWaybill'])
    await world.advance(120_000)
    expect(inStore(world)).toContain(other)
    expect(numbers(world)).toEqual([other])
  })

  it('and until it is done the box is not opened again', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ graceSeconds: 60 })
    await world.scanAll(guide, a, b, b, close, one)
    world.plan('late', isReadOfOrder)
    await world.station.methods.retry({ seq: await unsentOf(world, boxId) })
    await world.advance(1)
    await correct(world, other)
    world.cutNetwork()
    await world.advance(timing.timeoutMs)
    await world.station.methods.reopenBox({ boxId })
    expect(await said(world)).toEqual({ kind: 'beingReported' })
    world.mendNetwork()
    await world.advance(120_000)
    expect(inStore(world)).toContain(other)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })

  it('to the one that the shop has put on its section: there it is, and nothing waits for a person', async () => {
    const world = await sealed('atHandover', 60)
    world.plan('refuse', onInvoice)
    await world.advance(120_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
    await ownersWaybill(world, other)
    await world.station.methods.pullNow({})
    await correct(world, other)
    await world.advance(60_000)
    expect(numbers(world)).toEqual([two, other])
    expect(inStore(world)).toEqual([two, other])
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })

  it('none is taken off where the store has none: opened again while it can be, else changed', async () => {
    const world = await sealed('atHandover', 60)
    expect(await correct(world, null)).toEqual({ kind: 'reopenInstead', box: 1, canReopen: true })
    world.plan('refuse', onInvoice)
    await world.advance(120_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
    expect(await correct(world, null)).toEqual({ kind: 'reopenInstead', box: 1, canReopen: false })
  })

  it('one given up of which nobody knows whether it was done: its number stays taken', async () => {
    const world = await sealed('atHandover')
    await world.station.methods.setPin({ current: '', next: '4821' })
    const before = writesTo(world).length
    world.plan('loseAnswer', onInvoice)
    world.plan('loseRequest', (call) => isReadOfOrder(call) && writesTo(world).length > before)
    await correct(world, other)
    await world.advance(1)
    await ownersWaybill(world, third)
    await world.advance(60_000)
    expect((await world.snapshot()).outbox.needsPerson).toBe(1)
    const seq = await unsentOf(world, boxId)
    await world.station.methods.resolveByHand({ seq, how: 'discarded', reason: '모름', pin: '4821' })
    expect(await said(world)).toEqual({ kind: 'waybillKept', box: 1, invoiceNo: one })
    expect(numbers(world)).toEqual([one, two, other])
  })

  it('again while it goes with the courier: the store hears of the last one only', async () => {
    const world = await sealed('atHandover')
    world.cutNetwork()
    await correct(world, other)
    await world.station.methods.scanHandover({ code: other })
    await correct(world, third)
    expect(await said(world)).toEqual({ kind: 'waybillCorrected', box: 1, invoiceNo: third })
    world.mendNetwork()
    await world.advance(180_000)
    expect(shipped(world)).toContainEqual(expect.objectContaining({ status: 'SHIPPING', invoiceNo: third }))
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
    expect(numbers(world)).toEqual([two, third])
  })

  it('and back again while nobody knows whether its handover was told', async () => {
    const world = await sealed('atHandover')
    const before = writesTo(world).length
    world.plan('loseAnswer', isWrite)
    world.plan('loseRequest', (call) => isReadOfOrder(call) && writesTo(world).length > before)
    await world.station.methods.scanHandover({ code: one })
    await world.advance(100)
    expect((await world.snapshot()).outbox.unknown).toBe(1)
    expect(await correct(world, other)).toMatchObject({ kind: 'waybillCorrected' })
    expect(await correct(world, one)).toEqual({ kind: 'waybillKept', box: 1, invoiceNo: one })
    await world.advance(60_000)
    expect(shipped(world)).toContainEqual(expect.objectContaining({ status: 'SHIPPING', invoiceNo: one }))
    expect((await world.snapshot()).outbox).toMatchObject({ unknown: 0, needsPerson: 0 })
  })

  it('and again where it had none before, in the cage: it leaves under the last one only', async () => {
    const world = await sealed('atHandover')
    await correct(world, null)
    await world.advance(60_000)
    world.cutNetwork()
    await correct(world, other)
    await world.station.methods.scanHandover({ code: other })
    expect(await correct(world, third)).toMatchObject({ kind: 'waybillCorrected', invoiceNo: third })
    expect(await unsentKinds(world)).toEqual(['correctWaybill', 'handOver'])
    world.mendNetwork()
    await world.advance(180_000)
    expect(shipped(world)).toContainEqual(expect.objectContaining({ status: 'SHIPPING', invoiceNo: third }))
    expect(inStore(world)).not.toContain(other)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })

  it('given up where it had none before: the box is out of the cage, and nothing is told of that', async () => {
    const world = await sealed('atHandover')
    await world.station.methods.setPin({ current: '', next: '4821' })
    await correct(world, null)
    await world.advance(60_000)
    world.cutNetwork()
    await correct(world, other)
    await world.station.methods.scanHandover({ code: other })
    world.plan('refuse', onInvoice)
    world.mendNetwork()
    await world.advance(60_000)
    const seq = await unsentOf(world, boxId, 'correctWaybill')
    await world.station.methods.resolveByHand({ seq, how: 'discarded', reason: '그대로', pin: '4821' })
    const cage = await world.station.methods.handover({ courierIdx: null, search: '', limit: 100 })
    expect(cage).toMatchObject({ givenTotal: 0, missingTotal: 2 })
    await world.advance(60_000)
    expect(await unsentKinds(world)).toEqual([])
    expect(inStore(world)).toContain(null)
  })

  it('while the courier has the box and the store does not know yet: both come out right', async () => {
    const world = await sealed('atHandover')
    world.cutNetwork()
    await world.station.methods.scanHandover({ code: one })
    await correct(world, other)
    world.mendNetwork()
    await world.advance(180_000)
    expect(shipped(world)).toContainEqual(expect.objectContaining({ status: 'SHIPPING', invoiceNo: other }))
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })
})
