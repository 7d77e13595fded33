/** `payments[].paymentStatus`, in the document's words. */
export const paymentStatuses = [
  'PAYMENT_PREPARATION',
  'PAYMENT_OVERDUE',
  'PAYMENT_COMPLETE',
  'PARTIAL_REFUND_COMPLETE',
  'REFUND_COMPLETE',
  'PAYMENT_FAILED',
  'PAYMENT_EXIT',
  'CANCELLED_BEFORE_DEPOSIT',
  'REFUND_PROCESSING',
  'REFUND_FAILED',
] as const

export type PaymentStatus = (typeof paymentStatuses)[number]
