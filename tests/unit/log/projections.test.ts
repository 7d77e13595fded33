import { beforeEach, describe, expect, it } from 'vitest'
import { createPackingProjections } from '../../../electron/station/log/projections.ts'
import { project, type Projected } from '../../../electron/station/log/project.ts'
import { nothingPacked } from '../../../shared/domain/packing/packing.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxOpened, identified, invoice, opened, other, scanned, sealed } from '../packing/log-on-paper.ts'
import { createLogDesk, type LogDesk } from './log-desk.ts'

let desk: LogDesk
beforeEach(() => {
  desk = createLogDesk()
})

const one = [opened, boxOpened(1), scanned('B1')]
const progress = (orderNo: string) =>
  desk.db.prepare('SELECT * FROM packing_progress WHERE order_no = ?').get(orderNo)
const waybill = (orderNo: string, of: readonly (readonly [string, number | null])[]): Projected => ({
  packing: nothingPacked(orderNo),
  waybills: new Map(of),
  serials: [],
  handovers: [],
  toReport: [],
})

describe('how far an order has got', () => {
  it('is kept with every event: units needed and packed, boxes that wait', () => {
    desk.act('1', ...one)
    expect(progress('1')).toEqual({
      order_no: '1',
      needed: 4,
      packed: 1,
      unsealed: 1,
      all_sealed: 0,
      held: null,
      handed_to: null,
    })
    desk.act('1', scanned('B1', '-002'), sealed('B1', [{ itemNo: '-001', qty: 1 }]))
    expect(progress('1')).toMatchObject({ needed: 4, packed: 1, unsealed: 0, all_sealed: 0 })
    const rest = [
      { itemNo: '-001', qty: 2 },
      { itemNo: '-002', qty: 1 },
    ]
    const second: PackingEvent = {
      type: 'boxSealed',
      boxId: 'B2',
      sectionCode: 's',
      contents: rest,
      invoice: other,
      shipped: 'atSeal',
    }
    desk.act('1', boxOpened(2), second)
    expect(progress('1')).toMatchObject({ needed: 4, packed: 4, unsealed: 0, all_sealed: 1 })
  })

  it('says why it is set aside, and who has it', () => {
    desk.act('1', opened, { type: 'orderHeld', reason: '재고' })
    desk.act('2', opened, { type: 'orderHandedOver', desk: '2번', note: '' })
    expect(progress('1')).toMatchObject({ held: '재고', handed_to: null })
    expect(progress('2')).toMatchObject({ held: null, handed_to: '2번' })
    desk.act('1', { type: 'orderTakenBack' })
    expect(progress('1')).toMatchObject({ held: null })
    desk.act('1', { type: 'orderHandedOver', desk: '3번', note: '' })
    expect(progress('1')).toMatchObject({ handed_to: '3번' })
  })
})

describe('a waybill', () => {
  it('is found with its box; one that nobody has is not', () => {
    desk.act('1', ...one, sealed('B1'))
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
    expect(desk.projections.boxWithWaybill(other.invoiceNo)).toBeNull()
    desk.act('1', { type: 'boxReopened', boxId: 'B1' })
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toBeNull()
  })

  it('is not given twice: an order keeps it, and moves it to another of its boxes only', () => {
    desk.act('1', ...one, sealed('B1'))
    const twice = 'a waybill was to go on box 1 of 2, and another box has it'
    expect(() => {
      desk.act('2', ...one, sealed('B1'))
    }).toThrow(twice)
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
    desk.projections.write(waybill('1', [[invoice.invoiceNo, 2]]))
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 2 })
  })

  it('that its own box still holds can become the box’s again', () => {
    desk.act('1', ...one, sealed('B1'))
    desk.projections.write(waybill('1', [[invoice.invoiceNo, 1]]))
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
  })

  it('is freed by its own order only', () => {
    desk.act('1', ...one, sealed('B1'))
    desk.projections.write(waybill('2', [[invoice.invoiceNo, null]]))
    expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
  })

  it('of a log with a gap stays with the order that is seen first, on the box that is seen last', () => {
    const stays = createPackingProjections(desk.db, { taken: 'stays' })
    stays.write(waybill('1', [[invoice.invoiceNo, 1]]))
    stays.write(waybill('2', [[invoice.invoiceNo, 1]]))
    expect(stays.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
    stays.write(waybill('1', [[invoice.invoiceNo, 3]]))
    expect(stays.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 3 })
  })
})

describe('a serial number', () => {
  it('is found with its order, until its unit is out of the box', () => {
    desk.act('1', ...one, identified('B1', 'SN-1'))
    expect(desk.projections.orderWithSerial('1:A', 'SN-1')).toBe('1')
    expect(desk.projections.orderWithSerial('1:B', 'SN-1')).toBeNull()
    desk.act('1', { type: 'undone', seq: 4 })
    expect(desk.projections.orderWithSerial('1:A', 'SN-1')).toBeNull()
  })

  it('goes from box to box within its order, and is another’s neither to have nor to free', () => {
    desk.act('1', ...one, identified('B1', 'SN-1'))
    const moved = (orderNo: string, box: number | null): Projected => ({
      ...waybill(orderNo, []),
      serials: [{ product: '1:A', value: 'SN-1', box }],
    })
    const serials = () => desk.rowsOf('serials')
    const inBox = (number: number) => [{ product: '1:A', serial: 'SN-1', order_no: '1', box_number: number }]
    expect(serials()).toEqual(inBox(1))
    desk.projections.write(moved('1', 2))
    desk.projections.write(moved('2', 5))
    desk.projections.write(moved('2', null))
    expect(serials()).toEqual(inBox(2))
  })
})

describe('a box for the courier', () => {
  const sealedRow = {
    box_id: 'B1',
    order_no: '1',
    box_number: 1,
    courier_idx: 4,
    invoice_no: invoice.invoiceNo,
    sealed_at: 1_000_000,
    given_at: null,
  }
  const handovers = () => desk.rowsOf('handovers')
  const corrected = (to: typeof invoice | null): PackingEvent => ({
    type: 'waybillCorrected',
    boxId: 'B1',
    was: invoice,
    invoice: to,
    reason: '',
  })

  beforeEach(() => {
    desk.act('1', ...one, sealed('B1'))
  })

  it('is kept as it was sealed, given, and taken back', () => {
    expect(handovers()).toEqual([sealedRow])
    desk.now = 2_000_000
    desk.act('1', { type: 'boxGivenToCourier', boxId: 'B1' })
    expect(handovers()).toEqual([{ ...sealedRow, given_at: 2_000_000 }])
    desk.act('1', { type: 'boxTakenBack', boxId: 'B1' })
    expect(handovers()).toEqual([sealedRow])
  })

  it('is labelled anew without being sealed or given anew', () => {
    desk.act('1', { type: 'boxGivenToCourier', boxId: 'B1' })
    desk.act('1', corrected({ courierIdx: 9, invoiceNo: '77' }))
    expect(handovers()).toEqual([{ ...sealedRow, courier_idx: 9, invoice_no: '77', given_at: 1_000_000 }])
    desk.act('1', corrected(null))
    expect(handovers()).toEqual([{ ...sealedRow, courier_idx: null, invoice_no: null, given_at: 1_000_000 }])
  })

  it('is none once it is open again; sealed once more it is one anew', () => {
    desk.act('1', { type: 'boxReopened', boxId: 'B1' })
    expect(handovers()).toEqual([])
    desk.now = 3_000_000
    desk.act('1', sealed('B1'))
    expect(handovers()).toEqual([{ ...sealedRow, sealed_at: 3_000_000 }])
  })

  it('a change is that box’s alone', () => {
    desk.act('2', ...one.slice(0, 1), boxOpened(2), second('B2'))
    desk.act('1', { type: 'boxGivenToCourier', boxId: 'B1' }, corrected({ courierIdx: 9, invoiceNo: '77' }))
    desk.act('1', { type: 'boxVoided', boxId: 'B1', reason: '' })
    expect(handovers()).toMatchObject([
      { box_id: 'B2', order_no: '2', invoice_no: other.invoiceNo, given_at: null },
    ])
  })
})

const second = (boxId: string): PackingEvent => ({
  type: 'boxSealed',
  boxId,
  sectionCode: 's',
  contents: [{ itemNo: '-001', qty: 1 }],
  invoice: other,
  shipped: 'atHandover',
})

it('tables that are made anew are written beside the live ones', () => {
  for (const table of ['packing_progress', 'waybills', 'serials', 'handovers'])
    desk.db.exec(`CREATE TABLE beside_${table} AS SELECT * FROM ${table} WHERE false`)
  desk.db.exec(`CREATE UNIQUE INDEX p ON beside_packing_progress (order_no);
    CREATE UNIQUE INDEX w ON beside_waybills (invoice_no); CREATE UNIQUE INDEX s ON beside_serials (product, serial)`)
  const beside = createPackingProjections(desk.db, { named: (table) => `beside_${table}` })
  const events = [...one, identified('B1', 'SN-1'), sealed('B1')]
  beside.write(
    project(
      nothingPacked('1'),
      events.map((event, at) => ({ seq: at + 1, at: 1_000_000, event })),
    ),
  )
  const tables = ['packing_progress', 'waybills', 'serials', 'handovers']
  const written = tables.map((table) => desk.rowsOf(`beside_${table}`))
  expect(tables.map((table) => desk.rowsOf(table))).toEqual([[], [], [], []])
  expect(beside.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
  expect(beside.orderWithSerial('1:A', 'SN-1')).toBe('1')
  desk.act('1', ...events)
  expect(tables.map((table) => desk.rowsOf(table))).toEqual(written)
})
