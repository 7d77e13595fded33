import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { evolve, replay } from '../../../shared/domain/packing/log/evolve.ts'
import { linesOf, noMarks } from '../../../shared/domain/packing/goods/line.ts'
import { nothingPacked, type Packing } from '../../../shared/domain/packing/packing.ts'
import { item, order, section } from '../orders.ts'

const now = order([section('s', [item('-001', 3, 'A'), item('-002', 1, 'B')])])
export const lines = linesOf(now, noMarks)
export const invoice = { courierIdx: 4, invoiceNo: '1000000001' }
export const other = { courierIdx: 4, invoiceNo: '1000000002' }
export const receiver = now.sections[0]?.receiver ?? null

export const opened = {
  type: 'orderOpened',
  channel: 'COUPANG',
  ordererName: '이주문',
  receiver,
  lines,
} satisfies PackingEvent
export const boxOpened = (number: number): PackingEvent => ({
  type: 'boxOpened',
  boxId: `B${String(number)}`,
  number,
})
export const inBox = (boxId: string, itemNo = '-001', units = 1) => ({
  boxId,
  sectionCode: 's',
  itemNo,
  units,
})
export const scanned = (boxId: string, itemNo = '-001', units = 1): PackingEvent => ({
  type: 'itemScanned',
  ...inBox(boxId, itemNo, units),
  code: 'A',
  how: 'scan',
})
export const serial = (value: string, units = 1) => ({
  itemNo: '-001',
  kind: 'serial' as const,
  value,
  units,
})
export const identified = (boxId: string, value: string): PackingEvent => ({
  type: 'itemIdentified',
  ...inBox(boxId),
  kind: 'serial',
  value,
})
export const sealed = (boxId: string, contents = [{ itemNo: '-001', qty: 1 }]): PackingEvent => ({
  type: 'boxSealed',
  boxId,
  sectionCode: 's',
  contents,
  invoice,
  shipped: 'atHandover',
})

export const log = (...events: PackingEvent[]): Packing =>
  replay(
    nothingPacked('1'),
    events.map((event, index) => ({ seq: index + 1, event })),
  )
export const followedBy = (packing: Packing, event: PackingEvent, seq = 99): Packing =>
  evolve(packing, { seq, event })
export const boxes = (packing: Packing) =>
  packing.boxes.map(({ id, state, contents }) => [id, state, contents])

/** Box 1 with two A, one of which has a number. */
export const filling = log(opened, boxOpened(1), scanned('B1'), scanned('B1'), identified('B1', 'SN-1'))
export const sealedBox = followedBy(filling, sealed('B1'))
