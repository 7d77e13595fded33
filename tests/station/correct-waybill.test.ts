import { describe, expect, it } from 'vitest'
import { a, b, boxTwo, close, guide, shipped } from './guide.ts'
import { said, unsentOf } from './seen.ts'
import type { Fault } from './network.ts'
import { createWorld, type World } from './world.ts'

const [one, two, other] = ['689200000014', '689200000025', '689200000036']
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
const onInvoice = ({ method, path }: { method: string; path: string }) =>
  method !== 'GET' && path.endsWith('/invoice')

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
