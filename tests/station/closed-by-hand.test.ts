import { describe, expect, it } from 'vitest'
import { a, boxOne, boxTwo, guide, isWrite, next, shipped, writesTo } from './guide.ts'
import { said, unsentOf } from './seen.ts'
import { createWorld } from './world.ts'

describe('closing a box by hand', () => {
  async function stuckBox() {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    world.shop.requestCancel(Number(guide))
    world.mendNetwork()
    await world.advance(30_000)
    return world
  }
  const boxId = `${guide}-B1`

  it('discarding needs a PIN, the right one, and a reason stays with the box', async () => {
    const world = await stuckBox()
    const resolve = async (pin: string) =>
      (
        await world.station.methods.resolveByHand({
          seq: await unsentOf(world, boxId),
          how: 'discarded',
          reason: '취소 주문',
          pin,
        })
      ).lastScan?.answer.said
    expect(await resolve('')).toEqual({ kind: 'pinNeeded' })
    await world.station.methods.setPin({ current: '', next: '4711' })
    expect(await resolve('1234')).toEqual({ kind: 'wrongPin' })
    expect(await resolve('4711')).toEqual({ kind: 'boxVoided', box: 1 })
    expect((await world.snapshot()).outbox).toMatchObject({ needsPerson: 0, oldestAt: null })
    expect((await world.snapshot()).desk?.boxes[0]).toMatchObject({
      state: 'voided',
      dispatch: { state: 'handled' },
    })
  })

  it('the PIN is not guessed: after five wrong ones not even the right one counts for half a minute', async () => {
    const world = await stuckBox()
    const { methods } = world.station
    await methods.setPin({ current: '', next: '4711' })
    const resolve = async (pin: string) => {
      await methods.resolveByHand({ seq: await unsentOf(world, boxId), how: 'discarded', reason: 'x', pin })
      return said(world)
    }
    for (const pin of ['0000', '1111']) expect(await resolve(pin)).toEqual({ kind: 'wrongPin' })
    for (const pin of ['2222', '3333', '4444']) {
      await methods.setPin({ current: pin, next: '0000' })
      expect(await said(world)).toEqual({ kind: 'wrongPin' })
    }
    expect(await resolve('4711')).toEqual({ kind: 'waitForPin', seconds: 30 })
    await world.advance(30_000)
    expect(await resolve('4711')).toEqual({ kind: 'boxVoided', box: 1 })
  })

  it('the goods of a discarded box are to be packed again', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    await world.station.methods.setPin({ current: '', next: '4711' })
    await world.station.methods.resolveByHand({
      seq: await unsentOf(world, boxId),
      how: 'discarded',
      reason: '박스 파손',
      pin: '4711',
    })
    expect((await world.snapshot()).desk?.lines.map((line) => line.done)).toEqual([0, 0])
    await world.scanAll('A-CITRUS-500', next, 'A-CITRUS-500')
    world.mendNetwork()
    await world.advance(30_000)
    expect(world.storeSections(guide).order.sections).toHaveLength(1)
  })

  it('what was begun of a discarded box is there for the next one', async () => {
    const world = await createWorld({ orders: [{ orderNo: Number(guide), lines: [[a, 1]] }] })
    await world.station.methods.changeSettings({ shipped: 'atHandover', graceSeconds: 0 })
    await world.station.methods.setPin({ current: '', next: '4711' })
    world.plan('refuse', ({ method }) => method === 'POST')
    await world.scanAll(guide, a, '689200000014')
    await world.advance(30_000)
    expect(shipped(world)).toMatchObject([{ status: 'SHIPPING_READY', invoiceNo: null }])
    const seq = await unsentOf(world, boxId)
    await world.station.methods.resolveByHand({ seq, how: 'discarded', reason: '박스 파손', pin: '4711' })
    await world.scanAll(a, '689200000036')
    await world.advance(60_000)
    expect(shipped(world)).toMatchObject([{ status: 'SHIPPING_READY', invoiceNo: '689200000036' }])
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 0, needsPerson: 0 })
  })

  it.each(['discarded', 'handedOver'] as const)('what waited behind it goes on at once: %s', async (how) => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ graceSeconds: 0 })
    await world.station.methods.setPin({ current: '', next: '4711' })
    world.cutNetwork()
    await world.scanAll(...boxOne, ...boxTwo)
    world.plan('refuse', isWrite)
    world.mendNetwork()
    await world.advance(30_000)
    expect(writesTo(world)).toHaveLength(1)
    const seq = await unsentOf(world, boxId)
    await world.station.methods.resolveByHand({ seq, how, reason: '취소', pin: '4711' })
    await world.advance(1)
    expect(writesTo(world).length).toBeGreaterThan(1)
  })

  it('a box handed over leaves the outbox, its goods stay packed', async () => {
    const world = await stuckBox()
    await world.station.methods.resolveByHand({
      seq: await unsentOf(world, boxId),
      how: 'handedOver',
      reason: '관리자 페이지에서 처리',
      pin: '',
    })
    const { desk, outbox } = await world.snapshot()
    expect(outbox.needsPerson).toBe(0)
    expect(desk?.boxes[0]).toMatchObject({ state: 'sealed', dispatch: { state: 'handled' } })
    expect(desk?.lines.map((line) => line.done)).toEqual([1, 2])
  })

  it('a box whose write is unanswered cannot be closed', async () => {
    const world = await createWorld()
    world.plan('loseRequest', ({ method }) => method === 'PATCH')
    await world.scanAll(...boxOne)
    await world.advance(1_000)
    const { lastScan } = await world.station.methods.resolveByHand({
      seq: await unsentOf(world, boxId),
      how: 'handedOver',
      reason: 'x',
      pin: '',
    })
    expect(lastScan?.answer.said).toEqual({ kind: 'beingReported' })
  })
})
