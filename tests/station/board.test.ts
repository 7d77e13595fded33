import { describe, expect, it } from 'vitest'
import { localDay } from '../../electron/station/database/local-day.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, boxOne, boxTwo, close, guide } from './guide.ts'
import { createWorld, type World } from './world.ts'

const today = (world: World): string => localDay(world.now())
const boardOf = (world: World, day = today(world)) => world.station.methods.board({ day })

async function packed(): Promise<World> {
  const world = await createWorld()
  await world.advance(30_000)
  await world.scanAll(...boxOne)
  return world
}

describe('the day’s board', () => {
  it('adds up boxes, units, finished orders, refusals by reason and what was taken back', async () => {
    const world = await packed()
    expect(await boardOf(world)).toMatchObject({ orders: 0, boxes: 1, units: 3, refused: [], undone: 0 })
    await world.scanAll(a, 'NO-SUCH-CODE', 'NO-SUCH-CODE', a, commandBarcode('undo'), ...boxTwo)
    const board = await boardOf(world)
    expect(board).toMatchObject({ orders: 1, boxes: 2, units: 6, undone: 1 })
    expect(board.refused).toEqual([
      { reason: 'unknownCode', count: 2 },
      { reason: 'tooMany', count: 1 },
    ])
    const hour = new Date(world.now()).getHours()
    expect(board.hours).toEqual([{ hour, boxes: 2, units: 6 }])
  })

  it('says whose work it was, and keeps the work of nobody apart', async () => {
    const world = await packed()
    await world.station.methods.addPerson({ name: '김서연', role: 'lead', pin: '2580' })
    const [person] = await world.station.methods.people({})
    await world.station.methods.signIn({ id: person?.id ?? 0, pin: '2580' })
    await world.scanAll(...boxTwo)
    const { packers } = await boardOf(world)
    expect(packers.map(({ name, boxes, units, orders }) => ({ name, boxes, units, orders }))).toEqual([
      { name: null, boxes: 1, units: 3, orders: 0 },
      { name: '김서연', boxes: 1, units: 3, orders: 1 },
    ])
  })

  it('is that day’s alone', async () => {
    const world = await packed()
    const before = today(world)
    world.sleep(24 * 3_600_000)
    await world.scanAll(...boxTwo)
    expect(await boardOf(world, before)).toMatchObject({ boxes: 1, orders: 0 })
    expect(await boardOf(world)).toMatchObject({ boxes: 1, orders: 1 })
    expect(await boardOf(world, '1999-01-01')).toMatchObject({ boxes: 0, hours: [], packers: [] })
  })
})

describe('an order’s history', () => {
  it('tells everything that happened, by whom, and what became of the boxes', async () => {
    const world = await packed()
    await world.advance(30_000)
    await world.scanAll('T-GREEN-50', a, commandBarcode('undo'))
    const { entries, boxes, items, order } = await world.station.methods.history({ orderNo: guide })
    expect(entries.map(({ event }) => event.type)).toEqual([
      'orderOpened',
      'boxOpened',
      'itemScanned',
      'itemScanned',
      'itemScanned',
      'boxClosed',
      'boxSealed',
      'scanRefused',
      'boxOpened',
      'itemScanned',
      'undone',
    ])
    expect(entries.at(-1)?.undid).toMatchObject({ type: 'itemScanned' })
    expect(boxes[0]).toMatchObject({
      number: 1,
      state: 'sealed',
      invoice: { invoiceNo: '689200000014' },
      dispatch: { state: 'confirmed', sectionStatus: 'SHIPPING' },
      handled: null,
    })
    expect(boxes[0]?.contents.map(({ qty }) => qty).sort()).toEqual([1, 2])
    expect(Object.values(items).every(({ name }) => name !== '')).toBe(true)
    expect(order).toMatchObject({ orderNo: guide, boxes: 1 })
  })

  it('is found by order number, waybill, name and goods; without a search, the orders packed last', async () => {
    const world = await packed()
    const find = (search: string) => world.station.methods.findOrders({ search })
    const { order } = await world.station.methods.history({ orderNo: guide })
    expect((await find('')).map(({ orderNo }) => orderNo)).toEqual([guide])
    expect((await find(guide)).map(({ orderNo }) => orderNo)).toEqual([guide])
    expect((await find('689200000014')).map(({ orderNo }) => orderNo)).toEqual([guide])
    expect((await find(order?.receiverName ?? '')).map(({ orderNo }) => orderNo)).toContain(guide)
    expect((await find(b)).map(({ orderNo }) => orderNo)).toContain(guide)
    expect(await find('no such order')).toEqual([])
  })

  it('of an order that nobody has packed is empty, and of one unknown as well', async () => {
    const world = await createWorld()
    await world.advance(30_000)
    expect(await world.station.methods.history({ orderNo: guide })).toMatchObject({ entries: [], boxes: [] })
    expect(await world.station.methods.history({ orderNo: '1' })).toMatchObject({ order: null, entries: [] })
  })

  it('shows a closed box without its waybill', async () => {
    const world = await createWorld()
    await world.advance(30_000)
    await world.scanAll(guide, a, close)
    const { boxes } = await world.station.methods.history({ orderNo: guide })
    expect(boxes[0]).toMatchObject({ state: 'closed', invoice: null, sealedAt: null, dispatch: null })
  })
})
