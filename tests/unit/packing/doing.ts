import type { Order } from '../../../shared/domain/orders/order.ts'
import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import type { Facts } from '../../../shared/domain/packing/around.ts'
import { decide } from '../../../shared/domain/packing/decide.ts'
import { aroundDesk } from './around-desk.ts'
import { opened } from './desk-on-paper.ts'
import { guideOrder } from '../orders.ts'

export const orderNo = guideOrder().orderNo
export const id = (number: number) => `${orderNo}-B${String(number)}`
export const invoice = { courierIdx: 4, invoiceNo: '1000000001' }
export type Desk = ReturnType<typeof opened>

/** Box 1 of the guide's order with an A in it; all that the desk is told is as it was. */
export function filled() {
  const desk = opened()
  desk.scan('A')
  return desk
}

export const doing = (
  desk: Desk,
  action: DeskAction,
  changes: Partial<Facts> = {},
  now: Order | null = guideOrder(),
) => decide(desk.state, aroundDesk(desk.state, now, changes), action)
export const said = (...of: Parameters<typeof doing>) => doing(...of).said
