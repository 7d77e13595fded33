import { describe, expect, it } from 'vitest'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { boxOne, guide } from './guide.ts'
import { unsentOf } from './seen.ts'
import { createWorld, type World } from './world.ts'

const close = commandBarcode('closeBox')
const orderNo = Number(guide)
const lineA = `${guide}-001`

/** Everything a shop can do to an order while a desk has it. */
const moves = {
  requestCancel: (world: World) => world.shop.requestCancel(orderNo),
  cancel: (world: World) => world.shop.cancel(orderNo),
  hold: (world: World) => world.shop.hold(orderNo),
  readdress: (world: World) =>
    world.shop.changeAddress(orderNo, { addr1: '부산광역시 바다로 1', addr2: '2호' }),
  fewer: (world: World) => world.shop.changeItem(orderNo, lineA, 1),
  more: (world: World) => world.shop.changeItem(orderNo, lineA, 5),
} as const
type Move = keyof typeof moves

async function moveAndHear(world: World, move: Move): Promise<void> {
  moves[move](world)
  await world.station.methods.pullNow({})
}

const dispatchOf = async (world: World, box: number) =>
  (await world.snapshot()).desk?.boxes.find(({ number }) => number === box)?.dispatch

describe('while the order waits in the queue', () => {
  it.each<[Move, string]>([
    ['requestCancel', 'cancelRequested'],
    ['cancel', 'cancelled'],
    ['hold', 'held'],
  ])('%s: it can no longer be opened, and the packer is told why', async (move, standing) => {
    const world = await createWorld()
    await moveAndHear(world, move)
    const { rows } = await world.station.methods.queue({ search: guide, show: 'ready', limit: 5 })
    expect(rows).toEqual([])
    expect(await world.scan(guide)).toEqual({ kind: 'standing', orderNo: guide, standing })
  })

  it.each<[Move, number]>([
    ['fewer', 5],
    ['more', 9],
  ])('%s: it opens with what there is now', async (move, units) => {
    const world = await createWorld()
    await moveAndHear(world, move)
    expect(await world.scan(guide)).toEqual({ kind: 'orderOpened', orderNo: guide, units })
  })
})

describe('while the order is on the desk, goods in a box', () => {
  it.each<[Move, string]>([
    ['requestCancel', 'cancelRequested'],
    ['cancel', 'cancelled'],
    ['hold', 'held'],
  ])(
    '%s: goods and waybills are refused; the box can be emptied and the order put down',
    async (move, standing) => {
      const world = await createWorld()
      await world.scanAll(guide, 'A-CITRUS-500')
      await moveAndHear(world, move)
      expect((await world.snapshot()).desk?.standing).toBe(standing)
      expect(await world.scan('B-NURUNGJI-200')).toMatchObject({ kind: 'standing', standing })
      await world.scan(close)
      expect(await world.scan('689200000014')).toMatchObject({ kind: 'standing', standing })
      expect(await world.scan(commandBarcode('emptyBox'))).toMatchObject({ kind: 'boxEmptied' })
      expect(await world.scan(commandBarcode('putDown'))).toMatchObject({ kind: 'orderPutDown' })
    },
  )

  it('readdress: the desk stops until the packer has taken the new address over; the box goes there', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', close)
    await moveAndHear(world, 'readdress')
    expect((await world.snapshot()).desk?.drift).toMatchObject({
      lines: [],
      receiver: { address: '부산광역시 바다로 1 2호' },
    })
    expect(await world.scan('689200000014')).toEqual({ kind: 'orderChanged', orderNo: guide })
    await world.station.methods.takeOverChanges({})
    expect((await world.snapshot()).desk).toMatchObject({
      drift: null,
      receiver: { address: '부산광역시 바다로 1 2호' },
    })
    expect(await world.scan('689200000014')).toMatchObject({ kind: 'boxSealed' })
    await world.advance(5_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'confirmed' })
  })

  it('more: once taken over, the desk asks for the new units', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', 'A-CITRUS-500')
    await moveAndHear(world, 'more')
    expect((await world.snapshot()).desk?.drift?.lines).toEqual([
      { name: '제주 감귤청 500g', was: 2, now: 5 },
    ])
    await world.station.methods.takeOverChanges({})
    expect(await world.scan('A-CITRUS-500')).toMatchObject({ kind: 'itemScanned', done: 3, needed: 5 })
  })

  it('fewer than are in the box: it is not sealed before the surplus is out', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'A-CITRUS-500', 'A-CITRUS-500')
    await moveAndHear(world, 'fewer')
    await world.station.methods.takeOverChanges({})
    await world.scan(close)
    expect(await world.scan('689200000014')).toMatchObject({ kind: 'takeOut', units: 1, box: 1 })
    const box = (await world.snapshot()).desk?.boxes[0]
    const itemNo = box?.contents[0]?.itemNo ?? ''
    await world.station.methods.takeOut({ boxId: box?.id ?? '', itemNo })
    expect(await world.scan('689200000014')).toMatchObject({ kind: 'boxSealed' })
    await world.advance(5_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'confirmed' })
  })

  it('shipped from elsewhere: the lines that went are taken off', async () => {
    const world = await createWorld()
    await world.scanAll(guide, 'B-NURUNGJI-200')
    const orderSectionCode = world.storeSections(guide).order.sections[0]?.orderSectionCode ?? ''
    world.shop.shipElsewhere(orderNo, {
      orderSectionCode,
      orderSectionItemDataList: [{ orderSectionItemNo: lineA, qty: 2 }],
      invoiceNo: '777700001111',
      parcelCompanyIdx: (await world.snapshot()).couriers[0]?.idx ?? 0,
    })
    await world.station.methods.pullNow({})
    expect((await world.snapshot()).desk?.drift?.lines).toEqual([
      { name: '제주 감귤청 500g', was: 2, now: 0 },
    ])
    await world.station.methods.takeOverChanges({})
    expect((await world.snapshot()).desk?.lines.map((line) => [line.done, line.needed])).toEqual([[1, 4]])
  })
})

describe('while one box is told and another being filled', () => {
  it('what the first box became is not taken for a change', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    await world.advance(5_000)
    await world.scan('A-CITRUS-500')
    await world.station.methods.pullNow({})
    expect((await world.snapshot()).desk?.drift).toBeNull()
  })

  it('a change to the rest is', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    await world.advance(5_000)
    world.shop.changeItem(orderNo, `${guide}-002`, 1)
    await world.station.methods.pullNow({})
    expect((await world.snapshot()).desk?.drift?.lines).toEqual([
      { name: '현미 누룽지 200g', was: 4, now: 3 },
    ])
  })
})

describe('while a sealed box waits for the network', () => {
  it.each<[Move, string]>([
    ['requestCancel', 'sectionCancelled'],
    ['cancel', 'sectionCancelled'],
    ['hold', 'sectionHeld'],
    ['readdress', 'addressChanged'],
  ])('%s: the box waits for a person, its goods accounted for', async (move, problem) => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    moves[move](world)
    world.mendNetwork()
    await world.advance(30_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'needsPerson', problem: { kind: problem } })
    expect((await world.snapshot()).desk?.boxes[0]?.units).toBe(3)
  })

  it('fewer, and the box holds more than is left: it waits for a person', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(guide, 'A-CITRUS-500', 'A-CITRUS-500', close, '689200000014')
    moves.fewer(world)
    world.mendNetwork()
    await world.advance(30_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'needsPerson', problem: { kind: 'goodsGone' } })
  })

  it('a hold that is lifted sets the box free by itself', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    moves.hold(world)
    world.mendNetwork()
    await world.advance(30_000)
    world.shop.release(orderNo)
    await world.advance(40_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'confirmed' })
  })

  it('another address, and a person says to send it all the same: it goes', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    moves.readdress(world)
    world.mendNetwork()
    await world.advance(30_000)
    await world.station.methods.retry({ seq: await unsentOf(world, `${guide}-B1`) })
    await world.advance(5_000)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'confirmed' })
  })
})

describe('while a box is being told', () => {
  const moveAt = async (write: number, move: Move) => {
    const world = await createWorld()
    let seen = -1
    world.plan('none', ({ method }) => {
      if (method !== 'PATCH') return false
      seen += 1
      if (seen !== write) return false
      moves[move](world)
      return true
    })
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    return world
  }

  it.each<[Move, string]>([
    ['requestCancel', 'sectionCancelled'],
    ['cancel', 'sectionCancelled'],
    ['hold', 'sectionHeld'],
  ])('%s just before the first call: a person sees to it', async (move, problem) => {
    const world = await moveAt(0, move)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'needsPerson', problem: { kind: problem } })
  })

  it.each<[Move, string]>([
    ['requestCancel', 'sectionCancelled'],
    ['cancel', 'sectionCancelled'],
    ['hold', 'sectionHeld'],
  ])('%s between the two calls: a person sees to it', async (move, problem) => {
    const world = await moveAt(1, move)
    expect(await dispatchOf(world, 1)).toMatchObject({ state: 'needsPerson', problem: { kind: problem } })
  })
})
