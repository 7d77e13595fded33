import { describe, expect, it } from 'vitest'
import { boxBarcode, commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { a, b, close, guide } from './guide.ts'
import { createWorld, type World } from './world.ts'

const oneA = '202410104747702'
const gtin = '8801234567893'
const printed = (serial: string) => `]C1010${gtin}21${serial}`

/** A world in which every A has a serial number, printed in its GS1 code; `units` of them to the code. */
async function withSerials(units = 1): Promise<World> {
  const world = await createWorld()
  await world.station.methods.putProductRule({ sku: a, capture: 'serial' })
  await world.station.methods.bookPut({ before: null, barcode: gtin, sku: a, units, name: '' })
  return world
}

describe('one serial number is one unit', () => {
  it('in the same order, although its code is scanned twice', async () => {
    const world = await withSerials()
    await world.scanAll(guide, printed('SN1'))
    expect(await world.scan(printed('SN1'))).toEqual({ kind: 'serialUsed', value: 'SN1', orderNo: guide })
    expect((await world.snapshot()).desk?.boxes[0]).toMatchObject({ units: 1 })
    expect(await world.scan(printed('SN2'))).toMatchObject({ kind: 'itemScanned' })
  })

  it('in whatever order it comes again', async () => {
    const world = await withSerials()
    await world.scanAll(guide, printed('SN1'), close, '689200000014', commandBarcode('putDown'), oneA)
    expect(await world.scan(printed('SN1'))).toEqual({ kind: 'serialUsed', value: 'SN1', orderNo: guide })
  })

  it('also where the unit was taken out, packed elsewhere, and the taking out is undone', async () => {
    const world = await withSerials()
    await world.scanAll(guide, b, printed('SN1'), commandBarcode('takeOut'), a)
    await world.station.methods.putDown({ leaveGoods: true })
    await world.scanAll(oneA, printed('SN1'), '689200000014', guide)
    expect(await world.scan(commandBarcode('undo'))).toEqual({
      kind: 'serialUsed',
      value: 'SN1',
      orderNo: oneA,
    })
    expect((await world.snapshot()).desk?.boxes[0]).toMatchObject({ units: 1, identities: [] })
  })

  it('and free again once its box was given up', async () => {
    const world = await withSerials()
    await world.scanAll(guide, printed('SN1'), close, '689200000014')
    world.cutNetwork()
    await world.station.methods.setPin({ current: '', next: '4711' })
    const [row] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    const given = { seq: row?.seq ?? 0, how: 'discarded', reason: 'wrong box', pin: '4711' } as const
    await world.station.methods.resolveByHand(given)
    await world.scanAll(guide, a)
    expect(await world.scan('SN1')).toMatchObject({ kind: 'itemIdentified', value: 'SN1' })
  })

  it('so that what is printed on a case of several is nobody’s', async () => {
    const world = await withSerials(2)
    await world.scan(guide)
    expect(await world.scan(printed('CASE'))).toMatchObject({ kind: 'itemScanned', units: 2 })
    expect((await world.snapshot()).desk).toMatchObject({ expecting: 'serial', identify: { units: 2 } })
  })

  it('wherever it is moved within the order', async () => {
    const world = await withSerials()
    await world.scanAll(guide, b, commandBarcode('nextBox'), printed('SN1'))
    const [one, two] = (await world.snapshot()).desk?.boxes ?? []
    const itemNo = two?.contents[0]?.itemNo ?? ''
    await world.station.methods.moveItem({ boxId: two?.id ?? '', toBoxId: one?.id ?? '', itemNo, units: 1 })
    await world.scanAll(boxBarcode(1), close, '689200000014', commandBarcode('putDown'), oneA)
    expect(await world.scan(printed('SN1'))).toEqual({ kind: 'serialUsed', value: 'SN1', orderNo: guide })
  })
})
