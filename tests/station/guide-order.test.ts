import { describe, expect, it } from 'vitest'
import { boxOne, boxTwo, isWrite, guide, shipped, next, a, b, twoParcels, writesTo } from './guide.ts'
import { createWorld, type World } from './world.ts'

describe("the guide's order, A ×2 and B ×4, as two parcels of [A ×1, B ×2]", () => {
  it('ends as two sections in 배송중 with their own waybills, one of them the old one, by four calls', async () => {
    const world = await createWorld()
    const before = world.storeSections(guide).order.sections.map((section) => section.orderSectionCode)
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(5_000)
    expect(shipped(world)).toEqual(twoParcels)
    const after = world.storeSections(guide).order.sections.map((section) => section.orderSectionCode)
    expect(after).toContain(before[0])
    expect(writesTo(world)).toHaveLength(4)
    const { desk, outbox } = await world.snapshot()
    expect(desk?.boxes.map((box) => [box.dispatch?.state, box.dispatch?.sectionStatus])).toEqual([
      ['confirmed', 'SHIPPING'],
      ['confirmed', 'SHIPPING'],
    ])
    expect(outbox).toMatchObject({ waiting: 0, sending: 0, unknown: 0, needsPerson: 0 })
    expect(world.reports).toEqual([])
  })

  it('waits out a cut network and tells the store when it is back', async () => {
    const world = await createWorld()
    await world.scanAll(...boxOne)
    await world.advance(1_000)
    world.cutNetwork()
    await world.scanAll(...boxTwo)
    await world.advance(60_000)
    expect(await world.snapshot()).toMatchObject({ connection: { state: 'offline' }, outbox: { waiting: 1 } })
    expect(shipped(world)).toHaveLength(2)
    world.mendNetwork()
    await world.advance(60_000)
    expect(shipped(world)).toEqual(twoParcels)
    expect(await world.snapshot()).toMatchObject({ connection: { state: 'online' }, outbox: { waiting: 0 } })
  })

  it('packs the same with the boxes closed first and their waybills scanned later', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, b, b, next, a, b, b, '689200000025', '689200000014')
    await world.advance(5_000)
    expect(shipped(world)).toEqual(twoParcels)
  })
})

describe('a write without an answer is read back before anything is sent again', () => {
  const whichWrite = [0, 1, 2, 3]

  function planOnWrite(world: World, number: number, fault: Parameters<World['plan']>[0]): void {
    let seen = -1
    world.plan(fault, (call) => {
      if (isWrite(call) && call.path.startsWith('/orders')) seen += 1
      return seen === number && isWrite(call)
    })
  }

  it.each(whichWrite)('the answer to write %i is lost: done once', async (number) => {
    const world = await createWorld()
    planOnWrite(world, number, 'loseAnswer')
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
    expect(writesTo(world)).toHaveLength(4)
  })

  it.each(whichWrite)('write %i is lost on its way: sent again once that is known', async (number) => {
    const world = await createWorld()
    planOnWrite(world, number, 'loseRequest')
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
  })

  it.each(whichWrite)('the answer to write %i cannot be read: done once', async (number) => {
    const world = await createWorld()
    planOnWrite(world, number, 'garble')
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
    expect(writesTo(world)).toHaveLength(4)
  })

  it.each(whichWrite)(
    'the store fails with 500 on write %i: sent again once it is known not to be done',
    async (number) => {
      const world = await createWorld()
      planOnWrite(world, number, 'serverError')
      await world.scanAll(...boxOne, ...boxTwo)
      await world.advance(30_000)
      expect(shipped(world)).toEqual(twoParcels)
    },
  )

  it('a lost write is not sent again while it may still be under way', async () => {
    const world = await createWorld()
    planOnWrite(world, 0, 'loseRequest')
    await world.scanAll(...boxOne)
    await world.advance(4_000)
    expect(writesTo(world)).toHaveLength(0)
    expect(await world.snapshot()).toMatchObject({ outbox: { unknown: 1 } })
  })
})

describe('the process dies', () => {
  const scans = [...boxOne, ...boxTwo]

  it.each(scans.map((_, index) => index))(
    'after scan %i: the desk stands where it stood, and ends the same',
    async (at) => {
      const world = await createWorld()
      await world.scanAll(...scans.slice(0, at + 1))
      const before = await world.snapshot()
      await world.restart()
      const after = await world.snapshot()
      const standing = ({ desk }: typeof before) => ({
        orderNo: desk?.orderNo,
        lines: desk?.lines.map(({ byHand: _byHand, ...line }) => line),
        current: desk?.currentBoxId,
        boxes: desk?.boxes.map(({ dispatch: _dispatch, can: _can, ...box }) => box),
        expecting: desk?.expecting,
      })
      expect(standing(after)).toEqual(standing(before))
      await world.scanAll(...scans.slice(at + 1))
      await world.advance(60_000)
      expect(shipped(world)).toEqual(twoParcels)
    },
  )

  it.each([0, 1, 2, 3])('while write %i is under way and done: it is not done twice', async (number) => {
    const world = await createWorld()
    let seen = -1
    world.plan('loseAnswer', (call) => {
      if (!isWrite(call)) return false
      seen += 1
      if (seen !== number) return false
      world.kill()
      return true
    })
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(5_000)
    await world.restart()
    await world.advance(60_000)
    expect(shipped(world)).toEqual(twoParcels)
    expect(writesTo(world)).toHaveLength(4)
  })
})
