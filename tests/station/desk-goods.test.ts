import { describe, expect, it } from 'vitest'
import type { SettingsChange } from '../../shared/contract/settings.ts'
import { commandBarcode, choiceBarcode, quantityBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, guide } from './guide.ts'
import { desk, queue } from './seen.ts'
import { createWorld, type NewOrder, type World } from './world.ts'

const oneA = '202410104747702'
const waybills = ['689200000014', '689200000025'] as const

const set = async (world: World, changes: SettingsChange) => {
  await world.station.methods.changeSettings(changes)
}

describe('goods', () => {
  it('are counted by a quantity barcode or by *number, and the scan that began them is on disk', async () => {
    const world = await createWorld({ orders: [tenOfB] })
    const orderNo = (await queue(world))[0] ?? ''
    await world.scanAll(orderNo, b)
    expect(await world.scan(quantityBarcode(4))).toMatchObject({ kind: 'itemScanned', done: 4 })
    await world.scan(b)
    expect(await world.scan('*3')).toMatchObject({ kind: 'itemScanned', done: 7 })
    await world.restart()
    expect((await desk(world))?.unitsDone).toBe(7)
  })

  it('of the same code sooner than a hand can move count once; the packer is told', async () => {
    const world = await createWorld()
    await world.scan(guide)
    const scan = (sinceSame?: number) =>
      world.station.methods.scan({ code: b, ...(sinceSame === undefined ? {} : { sinceSame }) })
    await scan()
    expect((await scan(12)).lastScan?.answer.said).toEqual({ kind: 'doubleScan' })
    expect((await scan(50)).lastScan?.answer.said).toMatchObject({ kind: 'itemScanned', done: 2 })
    await set(world, { doubleScanMs: 0 })
    expect((await scan(1)).lastScan?.answer.said).toMatchObject({ kind: 'itemScanned', done: 3 })
  })

  it('come out again by scanner alone', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, b)
    expect(await world.scan(commandBarcode('takeOut'))).toEqual({ kind: 'takeOutNext' })
    expect((await desk(world))?.takingOut).toBe(true)
    expect(await world.scan(a)).toMatchObject({ kind: 'itemTakenOut', box: 1 })
    expect(await world.scan(a)).toMatchObject({ kind: 'itemScanned' })
    await world.scan(commandBarcode('takeOut'))
    expect(await world.scan(commandBarcode('cancel'))).toEqual({ kind: 'calledOff' })
    expect(await world.scan(b)).toMatchObject({ kind: 'itemScanned' })
  })

  it('whose code two products share go in once the packer has said which, by barcode', async () => {
    const world = await createWorld()
    await world.scan('202410104747820')
    await world.scan('WRAP-01')
    expect(await world.scan(choiceBarcode(2))).toMatchObject({ kind: 'itemScanned' })
    expect(await world.scan(choiceBarcode(2))).toEqual({ kind: 'nothingToDo' })
  })

  it('are not packed unscanned where only a lead may', async () => {
    const world = await createWorld()
    await set(world, { unscanned: 'lead' })
    await world.scan(guide)
    const line = (await desk(world))?.lines[0]
    const by = { sectionCode: line?.sectionCode ?? '', itemNo: line?.itemNo ?? '' }
    expect((await world.station.methods.packByHand(by)).lastScan?.answer.said).toEqual({ kind: 'leadOnly' })
    expect(await world.scan(commandBarcode('takeRest'))).toEqual({ kind: 'leadOnly' })
  })
})

describe('a serial number', () => {
  it('belongs to one order for ever, whatever crashes', async () => {
    const world = await createWorld()
    world.db.exec(`INSERT INTO product_rules (sku, capture) VALUES ('${a}', 'serial')`)
    await world.scanAll(guide, a)
    expect((await desk(world))?.expecting).toBe('serial')
    await world.restart()
    expect((await desk(world))?.identify).toMatchObject({ units: 1 })
    expect(await world.scan(b)).toMatchObject({ kind: 'identityFirst' })
    expect(await world.scan('SN-0001')).toMatchObject({ kind: 'itemIdentified', value: 'SN-0001' })
    await world.scanAll(close, waybills[0], commandBarcode('putDown'), oneA, a)
    expect(await world.scan('SN-0001')).toEqual({ kind: 'serialUsed', value: 'SN-0001', orderNo: guide })
    expect(await world.scan('SN-0002')).toMatchObject({ kind: 'itemIdentified' })
  })

  it('printed in a GS1 code comes with the scan; one without a certain end is refused', async () => {
    const world = await createWorld()
    world.db.exec(`INSERT INTO product_rules (sku, capture) VALUES ('${a}', 'serial')`)
    world.db.exec(
      `INSERT INTO barcode_book (barcode, sku, units, name) VALUES ('8801234567893', '${a}', 1, '')`,
    )
    await world.scan(guide)
    expect(await world.scan('010880123456789310LOT121SER9')).toEqual({ kind: 'gs1Ambiguous' })
    expect(await world.scan(']C1010880123456789310LOT1\u001d21SER9')).toMatchObject({ kind: 'itemScanned' })
    expect((await desk(world))?.boxes[0]?.identities).toMatchObject([{ kind: 'serial', value: 'SER9' }])
  })
})

describe('a code read wrong', () => {
  it.each([
    ['an EAN with a wrong check digit', '8801234567890', 'badCheckDigit'],
    ['a GS1 code that cannot be', ']C101088012345678935', 'gs1Invalid'],
  ])('%s is said to be just that', async (_what, code, kind) => {
    const world = await createWorld()
    await world.scan(guide)
    expect(await world.scan(code)).toEqual({ kind })
  })
})

describe('orders of one item', () => {
  it('are found by the item, oldest first, one after the other, without an order’s number', async () => {
    const world = await createWorld({ orders: [one(1), one(2)] })
    await set(world, { workMode: 'oneItem' })
    const [first, second] = await queue(world)
    expect(await world.scan(a)).toMatchObject({ kind: 'orderComplete' })
    expect((await desk(world))?.orderNo).toBe(first)
    await world.scan(waybills[0])
    expect(await world.scan(a)).toMatchObject({ kind: 'orderComplete' })
    expect((await desk(world))?.orderNo).toBe(second)
    await world.scan(waybills[1])
    await world.advance(30_000)
    expect(await world.scan(a)).toMatchObject({ kind: 'noOneItemOrder' })
  })
})

const tenOfB = { orderNo: 202411010000001, lines: [[b, 10]] } satisfies NewOrder
const one = (n: number) => ({ orderNo: 202411010000001 + n, lines: [[a, 1]] }) satisfies NewOrder
