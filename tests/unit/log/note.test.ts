import { expect, it } from 'vitest'
import { boxOpened, identified, invoice, opened, scanned, sealed } from '../packing/log-on-paper.ts'
import { createLogDesk } from './log-desk.ts'

it('what became of a box is noted at its time, in the log and in the tables, as after all that was before', () => {
  const desk = createLogDesk()
  desk.act('1', opened, boxOpened(1), scanned('B1'), identified('B1', 'SN-1'), sealed('B1'))
  desk.now = 2_000_000
  desk.note('1', [{ type: 'boxVoided', boxId: 'B1', reason: '파손' }])
  expect(desk.log.eventsOf('1').at(-1)).toMatchObject({ seq: 6, at: 2_000_000 })
  expect(desk.rowsOf('packing_progress')).toMatchObject([{ order_no: '1', packed: 0, needed: 4 }])
  expect(desk.rowsOf('serials')).toEqual([])
  expect(desk.projections.boxWithWaybill(invoice.invoiceNo)).toEqual({ orderNo: '1', box: 1 })
})

it('where nothing became of it nothing is written', () => {
  const desk = createLogDesk()
  desk.note('1', [])
  expect([desk.log.eventsOf('1'), desk.rowsOf('packing_progress')]).toEqual([[], []])
})
