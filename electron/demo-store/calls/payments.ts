import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import type { Order } from '../order-document.ts'
import { findOrder } from './find.ts'

/** What an order costs: goods and delivery, less discounts and points. */
const amountDue = (order: Order): number => order.totalPrice - order.totalDiscountPrice - order.totalPoint

/** The order with its bank transfer arrived at `now` (ms epoch). Throws 30061 when none is waited for. */
export const withDeposit = (order: Order, now: number): Order => {
  const isWaiting = order.payments.some(
    (p) => p.method === 'BANKTRANSFER' && p.paymentStatus === 'PAYMENT_PREPARATION',
  )
  if (!isWaiting) throw new StoreError(30061)
  const at = new Date(now).toISOString()
  const due = amountDue(order)
  const payments = order.payments.map((p) =>
    p.method !== 'BANKTRANSFER' || p.paymentStatus !== 'PAYMENT_PREPARATION'
      ? p
      : {
          ...p,
          paymentStatus: 'PAYMENT_COMPLETE' as const,
          paidPrice: due,
          paymentCompleteTime: at,
          ...(p.bankTransfer === undefined
            ? {}
            : { bankTransfer: { ...p.bankTransfer, depositCompletedTime: at } }),
        },
  )
  return { ...order, payments, totalPaymentPrice: due }
}

export const confirmBankTransfer = (call: Call): CallAnswer => {
  const stored = findOrder(call)
  call.context.orders.save({ ...stored, order: withDeposit(stored.order, call.context.now()) })
  return { data: true }
}
