import type { Order } from '../../../shared/domain/orders/order.ts'
import { lookAround, type Around, type Facts } from '../../../shared/domain/packing/around.ts'
import { noMarks } from '../../../shared/domain/packing/goods/line.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { plainRules } from './desk-on-paper.ts'

/** What stands around an order that the store has as it is given: nothing, but for `changes`. */
export const aroundDesk = (packing: Packing, order: Order | null, changes: Partial<Facts> = {}): Around =>
  lookAround(packing, {
    rules: plainRules,
    marks: noMarks,
    boxTypes: new Map([['01', 'Small']]),
    deskName: '1',
    courierIdx: 4,
    mayPackUnscanned: true,
    order,
    ownSections: [],
    reported: () => 'not',
    boxWithWaybill: () => null,
    orderWithSerial: () => null,
    ...changes,
  })
