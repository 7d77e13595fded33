import { describe, expect, it } from 'vitest'
import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, close, isWrite } from './guide.ts'
import type { SeenCall } from './network.ts'
import { desk, queue, said } from './seen.ts'
import { createWorld, timing, type NewOrder, type World } from './world.ts'

// What the simulation has found (docs/RELIABILITY.md), each told by itself: a seed's own path moves when the simulation grows.

const orderNo = '202411010000001'
const other = '202411010000002'
const gtin = '8801234567893'

const isOrderWrite = (call: SeenCall) => isWrite(call) && call.path.startsWith('/orders')
const isRegistering = ({ method, path }: SeenCall) => method === 'POST' && path.endsWith('/invoice')

/** A shop with one order: so many A. */
const shopWith = (units: number, assumptions: Partial<Assumptions> = {}): Promise<World> =>
  createWorld({
    orders: [{ orderNo: Number(orderNo), lines: [[a, units]] }],
    random: () => 0.99,
    assumptions,
  })

/** An order being packed whose A carries a serial number or a lot; `units` of it to the code. */
async function packing(capture: 'serial' | 'lot', units = 1): Promise<World> {
  const world = await shopWith(6)
  await world.station.methods.putProductRule({ sku: a, capture })
  await world.station.methods.bookPut({ before: null, barcode: gtin, sku: a, units, name: '' })
  await world.scan(orderNo)
  return world
}

/** Seals two of six A while a write that tells of it is held up until after the desk has given it up. */
async function sealWithLateWrite(
  isHeldUp: (call: SeenCall) => boolean = isWrite,
  assumptions: Partial<Assumptions> = {},
): Promise<World> {
  const world = await shopWith(6, assumptions)
  await world.scanAll(orderNo, a, a, close)
  world.plan('late', isHeldUp)
  await world.scan('689200000014')
  return world
}

/** Nothing was sent again before the late write had its time to arrive, and in the end there is one box of two. */
async function expectOneBox(
  world: World,
  sinceSentMs: number,
  isHeldUp: (call: SeenCall) => boolean = isOrderWrite,
): Promise<void> {
  await world.advance(timing.timeoutMs + timing.settleMs - sinceSentMs - 100)
  expect(world.calls.filter(isHeldUp)).toEqual([])
  await world.advance(120_000)
  const boxes = world
    .storeSections(orderNo)
    .order.sections.map(({ sectionItems, invoice }) => [
      sectionItems.map(({ qty }) => qty),
      invoice?.invoiceNo ?? null,
    ])
  expect(boxes.sort()).toEqual([
    [[2], '689200000014'],
    [[4], null],
  ])
  expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, unknown: 0, needsPerson: 0 })
}

describe('seed 10222: a write of a process that died arrives after the next one has read back', () => {
  it.each([0, 1_000, 4_000])(
    'and is waited for: %i ms after it went out the process dies',
    async (livedMs) => {
      const world = await sealWithLateWrite()
      await world.advance(livedMs)
      await world.restart()
      await expectOneBox(world, livedMs)
    },
  )

  it('as is one that was given up by a process that lives', async () => {
    await expectOneBox(await sealWithLateWrite(), 0)
  })
})

describe('seed 50055: the write before was answered in the same millisecond as the next one went out', () => {
  it.each([0, 1_000, 4_000])(
    'and says nothing of that one: %i ms after it went out the process dies, and it is waited for',
    async (livedMs) => {
      // The whole section goes to 배송대기 first, which is answered; then a part of it gets the waybill.
      const world = await sealWithLateWrite(isRegistering, { partQuantityNeedsReady: 'had' })
      await world.advance(livedMs)
      await world.restart()
      await expectOneBox(world, livedMs, isRegistering)
    },
  )
})

describe('seed 19802: what the store said before a late write arrived is heard only after its time to arrive', () => {
  it('and is not believed: nothing is sent again', async () => {
    const world = await sealWithLateWrite(isRegistering, { partQuantityNeedsReady: 'had' })
    await world.advance(1)
    world.plan('slow', ({ method, path }) => method === 'GET' && path === `/orders/${orderNo}`)
    await expectOneBox(world, 1, isRegistering)
    expect(world.calls.filter(isRegistering)).toEqual([])
  })
})

describe('seed 20008: a waybill that the shop has registered for one order', () => {
  it('is not put on a box of another', async () => {
    const registered: NewOrder = {
      orderNo: Number(other),
      sections: [{ status: 'SHIPPING_READY', lines: [[a, 1]], invoice: ['680000000088', 5] }],
    }
    const world = await createWorld({
      orders: [{ orderNo: Number(orderNo), lines: [[a, 1]] }, registered],
    })
    await world.scanAll(orderNo, a)
    expect(await world.scan('680000000088')).toEqual({ kind: 'looksLikeOrder', orderNo: other })
    expect((await desk(world))?.boxes).toMatchObject([{ state: 'open', invoice: null }])
  })
})

describe('seed 20016: a serial number printed with the code', () => {
  it('of a case of two is no unit’s: it is asked for', async () => {
    const world = await packing('serial', 2)
    await world.scan(`]C1010${gtin}21SN1`)
    expect(await desk(world)).toMatchObject({ expecting: 'serial', identify: { units: 2 } })
    expect((await desk(world))?.boxes[0]?.identities).toEqual([])
  })
})

describe('seed 20100: a box opened again', () => {
  it('does not leave its order set aside while it is on the desk', async () => {
    const world = await shopWith(6)
    await world.station.methods.changeSettings({ graceSeconds: 60 })
    await world.scanAll(orderNo, a, a, close, '689200000014')
    await world.station.methods.holdOrder({ reason: 'ask' })
    expect(await queue(world)).not.toContain(orderNo)
    const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    await world.station.methods.reopenBox({ boxId: row?.boxId ?? '' })
    expect((await desk(world))?.orderNo).toBe(orderNo)
    await world.station.methods.putDown({ leaveGoods: true })
    expect(await said(world)).toMatchObject({ kind: 'orderPutDown' })
    expect(await queue(world)).toContain(orderNo)
    expect(await world.scan(orderNo)).toMatchObject({ kind: 'orderResumed' })
  })
})

describe('seed 20151: part of a lot moved to another box', () => {
  it('takes its own units with it, and leaves the others', async () => {
    const world = await packing('lot')
    await world.scanAll(...Array.from({ length: 4 }, () => `]C1010${gtin}10L24`))
    const from = (await desk(world))?.boxes[0]
    const itemNo = from?.contents[0]?.itemNo ?? ''
    await world.station.methods.moveItem({ boxId: from?.id ?? '', toBoxId: null, itemNo, units: 1 })
    const lots = (await desk(world))?.boxes.map(({ identities }) => identities)
    expect(lots).toMatchObject([[{ value: 'L24', units: 3 }], [{ value: 'L24', units: 1 }]])
    await world.scan(commandBarcode('undo'))
    expect((await desk(world))?.boxes[0]?.identities).toMatchObject([{ value: 'L24', units: 4 }])
  })
})
