import { describe, expect, it } from 'vitest'
import type { SettingsChange } from '../../shared/contract/settings.ts'
import {
  commandBarcode,
  choiceBarcode,
  boxBarcode,
  boxTypeBarcode,
} from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, guide, isWrite, registered, shipped } from './guide.ts'
import { desk, queue, said } from './seen.ts'
import { createWorld, type World } from './world.ts'

const oneA = '202410104747702'
const waybills = ['689200000014', '689200000025'] as const

const set = async (world: World, changes: SettingsChange) => {
  await world.station.methods.changeSettings(changes)
}

describe('a waybill', () => {
  it('that is not like the courier’s numbers is asked about, and used only if the packer says so', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, close)
    expect(await world.scan('689200000015')).toMatchObject({
      kind: 'whichOne',
      choices: [{ kind: 'waybill' }],
    })
    expect(await world.scan(choiceBarcode(1))).toMatchObject({ kind: 'boxSealed', invoiceNo: '689200000015' })
  })

  it('of another courier is registered under that one', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, close)
    expect(await world.scan('6892000000015')).toMatchObject({ kind: 'whichOne' })
    const asked = await said(world)
    const choices = asked?.kind === 'whichOne' ? asked.choices : []
    expect(choices.map((choice) => choice.kind === 'waybill' && choice.courierName)).toContain('우체국택배')
    await world.scan(
      choiceBarcode(
        1 + choices.findIndex((choice) => choice.kind === 'waybill' && choice.courierName === '우체국택배'),
      ),
    )
    expect((await desk(world))?.boxes[0]?.invoice?.courierName).toBe('우체국택배')
  })

  it('that the shop has registered finds its order, and goes on the box when its goods are in', async () => {
    const world = await createWorld({ orders: [registered] })
    const [orderNo = ''] = await queue(world)
    expect(await world.scan('680000000077')).toMatchObject({ kind: 'orderOpened', orderNo })
    expect((await desk(world))?.waybill).toEqual({ courierName: 'CJ대한통운', invoiceNo: '680000000077' })
    expect(await world.scan(a)).toMatchObject({ kind: 'boxSealed', invoiceNo: '680000000077', last: true })
    await world.advance(30_000)
    expect(shipped(world, orderNo)).toEqual([
      { status: 'SHIPPING', goods: [[a, 1]], invoiceNo: '680000000077' },
    ])
    expect(await world.scan('680000000077')).not.toMatchObject({ kind: 'orderOpened' })
  })
})

describe('a sealed box', () => {
  it('opens again where telling the store was tried and never got through', async () => {
    const world = await createWorld()
    await set(world, { graceSeconds: 0 })
    world.plan('refuseConnection', isWrite)
    await world.scanAll(guide, a, b, close, waybills[0])
    await world.advance(100)
    world.cutNetwork()
    await world.advance(1_000)
    const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(row?.lastAnswer).toMatchObject({ kind: 'undelivered' })
    expect(await world.scan(commandBarcode('reopen'))).toEqual({ kind: 'boxReopened', box: 1 })
    world.mendNetwork()
    await world.advance(60_000)
    expect(shipped(world)).toMatchObject([{ status: 'PRODUCT_PREPARATION', invoiceNo: null }])
  })

  it('opens again while the store has not been told, and its waybill is free again', async () => {
    const world = await createWorld()
    await set(world, { graceSeconds: 60 })
    await world.scanAll(guide, a, b, close, waybills[0])
    await world.advance(30_000)
    expect(world.calls.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([])
    expect(await world.scan(commandBarcode('reopen'))).toEqual({ kind: 'boxReopened', box: 1 })
    await world.restart()
    await world.scanAll(b)
    expect(await world.scan(close)).toMatchObject({ kind: 'boxClosed', box: 1 })
    expect(await world.scan(waybills[0])).toMatchObject({ kind: 'boxSealed', box: 1 })
    await world.advance(120_000)
    expect(shipped(world).filter(({ invoiceNo }) => invoiceNo !== null)).toEqual([
      {
        status: 'SHIPPING',
        goods: [
          [a, 1],
          [b, 2],
        ],
        invoiceNo: waybills[0],
      },
    ])
    expect(await world.scan(commandBarcode('reopen'))).toEqual({ kind: 'reportedAlready', box: 1 })
  })

  it('of an order that has left the desk brings it back', async () => {
    const world = await createWorld()
    await set(world, { graceSeconds: 60 })
    await world.scanAll(oneA, a, waybills[0], commandBarcode('putDown'))
    const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    await world.station.methods.reopenBox({ boxId: row?.boxId ?? '' })
    expect(await desk(world)).toMatchObject({ orderNo: oneA, boxes: [{ state: 'open', units: 1 }] })
  })

  it.each([
    ['set aside', (world: World) => world.station.methods.holdOrder({ reason: 'ask' })],
    ['handed over', (world: World) => world.station.methods.handOver({ desk: '2', note: '' })],
  ])('of an order that was %s takes the order up again', async (_what, putAway) => {
    const world = await createWorld()
    await set(world, { graceSeconds: 60 })
    await world.scanAll(guide, a, b, close, waybills[0])
    await putAway(world)
    const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    await world.station.methods.reopenBox({ boxId: row?.boxId ?? '' })
    expect(await desk(world)).toMatchObject({ orderNo: guide, boxes: [{ state: 'open' }] })
    await world.station.methods.putDown({ leaveGoods: true })
    expect(await queue(world)).toContain(guide)
  })

  it('is asked for its kind and weight first where the desk wants them', async () => {
    const world = await createWorld()
    await set(world, {
      askBoxType: 'required',
      askWeight: 'required',
      boxTypes: [{ code: '03', name: '중' }],
    })
    await world.scanAll(oneA, a)
    expect(await world.scan(waybills[0])).toEqual({ kind: 'boxTypeFirst', box: 1 })
    expect(await world.scan(boxTypeBarcode('03'))).toEqual({ kind: 'boxTyped', box: 1, name: '중' })
    expect(await world.scan(waybills[0])).toEqual({ kind: 'weightFirst', box: 1 })
    await world.station.methods.weighBox({ grams: 820 })
    expect(await world.scan(waybills[0])).toMatchObject({ kind: 'boxSealed' })
  })
})

describe('several boxes by scanner', () => {
  it('are chosen by their barcodes, closed together, and their waybills asked for in turn', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, commandBarcode('nextBox'), b, boxBarcode(1))
    expect((await desk(world))?.currentBoxId).toBe(`${guide}-B1`)
    expect(await world.scan(commandBarcode('sealAll'))).toEqual({ kind: 'boxesClosed', boxes: [1, 2] })
    await world.scanAll(...waybills)
    expect((await desk(world))?.boxes.map(({ state }) => state)).toEqual(['sealed', 'sealed'])
    expect(await world.scan(commandBarcode('putDown'))).toMatchObject({ kind: 'orderPutDown', left: 4 })
    await world.advance(60_000)
    expect(await queue(world)).toContain(guide)
  })
})
