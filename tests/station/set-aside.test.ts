import { describe, expect, it } from 'vitest'
import { choiceBarcode, commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, guide, registered } from './guide.ts'
import { desk, queue, said } from './seen.ts'
import { createWorld } from './world.ts'

const oneA = '202410104747702'

describe('an order set aside', () => {
  it('by scanner alone, with a reason, survives a crash and is taken up by naming it twice', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a)
    expect(await world.scan(commandBarcode('hold'))).toMatchObject({ kind: 'whichOne' })
    expect(await world.scan(choiceBarcode(1))).toEqual({
      kind: 'orderHeld',
      orderNo: guide,
      reason: 'missing',
    })
    await world.restart()
    expect(await desk(world)).toBeNull()
    expect(await queue(world)).not.toContain(guide)
    expect(await world.scan(guide)).toEqual({ kind: 'setAside', orderNo: guide, reason: 'missing' })
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderResumed' })
    expect((await desk(world))?.boxes[0]?.units).toBe(1)
  })

  it('or handed over is not taken up by accident: anything else scanned calls it off', async () => {
    const world = await createWorld()
    await world.scan(guide)
    await world.station.methods.handOver({ desk: '2', note: 'heavy' })
    expect(await world.scan(guide)).toMatchObject({ kind: 'atOtherDesk', desk: '2' })
    await world.scan(oneA)
    await world.scan(commandBarcode('putDown'))
    expect(await world.scan(guide)).toMatchObject({ kind: 'atOtherDesk' })
    expect(await world.scan(commandBarcode('confirm'))).toMatchObject({ kind: 'orderOpened' })
  })

  it('and taken up by the waybill that the shop has registered keeps that waybill', async () => {
    const world = await createWorld({ orders: [registered] })
    const [orderNo = ''] = await queue(world)
    await world.scanAll(orderNo, commandBarcode('hold'), choiceBarcode(3))
    expect(await world.scan('680000000077')).toMatchObject({ kind: 'setAside', orderNo })
    expect(await world.scan('680000000077')).toMatchObject({ kind: 'orderOpened', orderNo })
    expect(await world.scan(a)).toMatchObject({ kind: 'boxSealed', invoiceNo: '680000000077' })
  })

  it('is not handed over to this desk itself', async () => {
    const world = await createWorld()
    await world.station.methods.changeSettings({ deskName: '포장대 2' })
    await world.scan(guide)
    await world.station.methods.handOver({ desk: '포장대 2', note: '' })
    expect(await said(world)).toEqual({ kind: 'ownDesk', desk: '포장대 2' })
    expect((await desk(world))?.orderNo).toBe(guide)
  })

  it('with goods in a box is put down by saying so twice', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a)
    expect(await world.scan(commandBarcode('putDown'))).toEqual({ kind: 'unsealedGoods', boxes: [1] })
    expect(await world.scan(commandBarcode('confirm'))).toMatchObject({ kind: 'orderPutDown' })
  })
})
