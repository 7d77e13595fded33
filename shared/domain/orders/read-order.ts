import { orderNumberIn } from '../codes/order-number.ts'
import {
  code,
  entriesOf,
  fieldAt,
  isAbsent,
  isEmpty,
  oddField,
  oneOf,
  orderNumber,
  otherWord,
  shownText,
  time,
  yesOrNo,
  type Spot,
} from './fields.ts'
import { saleChannels, type OddField, type Order } from './order.ts'
import { paymentStatuses, type PaymentStatus } from './payment-status.ts'
import { readSections } from './read-section.ts'

/**
 * The number of the order that a document is of: its own or, where that cannot be read, the one that its sections are
 * labelled with; null where nothing names it.
 */
export function numberOf(document: unknown): string | null {
  const order: Spot = { path: '', value: document }
  const own = orderNumber(fieldAt(order, 'orderNo').value)
  if (own !== null) return own
  const labels = (entriesOf(fieldAt(order, 'sections')) ?? []).map((section) =>
    orderNumberIn(code(fieldAt(section, 'orderSectionNo').value) ?? ''),
  )
  return labels.find((label) => label !== null) ?? null
}

/**
 * Takes from the store's document of an order what packing needs; never throws. Whatever the desk decides on must be
 * understood, or it is named in `odd`, `payment` and `unread`; what it only shows may be anything.
 */
export function readOrder(orderNo: string, document: unknown): Order {
  const order: Spot = { path: '', value: document }
  const odd: OddField[] = []
  const notUnderstood = (spot: Spot): void => {
    odd.push(oddField(spot))
  }
  const ownNumber = fieldAt(order, 'orderNo')
  if (orderNumber(ownNumber.value) !== orderNo) notUnderstood(ownNumber)
  const { sections, unread } = readSections(fieldAt(order, 'sections'), notUnderstood)
  return {
    orderNo,
    channel: channelOf(fieldAt(order, 'saleChannel').value),
    open: isOpen(fieldAt(order, 'orderStatus'), notUnderstood),
    payment: paymentOf(fieldAt(order, 'payments')),
    placedAt: time(fieldAt(order, 'wtime').value) ?? '',
    ordererName: shownText(fieldAt(order, 'ordererName').value),
    sections,
    odd,
    unread,
  }
}

function channelOf(value: unknown): Order['channel'] {
  return isEmpty(value) ? 'IMWEB' : (oneOf(saleChannels)(value) ?? otherWord(value))
}

/** The document has orders without a status: they are open. */
function isOpen(status: Spot, notUnderstood: (spot: Spot) => void): boolean {
  if (isAbsent(status.value)) return true
  const word = oneOf(['OPEN', 'CLOSED'])(status.value)
  if (word === null) notUnderstood(status)
  return word !== 'CLOSED'
}

/**
 * Paid when a payment has come in and none is still awaited: a section reads 상품준비 before the money arrives, so the
 * payments alone decide. A partly refunded order still ships what is left.
 */
function paymentOf(payments: Spot): Order['payment'] {
  const entries = entriesOf(payments)
  if (entries === null) return oddField(payments)
  const read: Payment[] = []
  for (const entry of entries) {
    const payment = readPayment(entry)
    if ('path' in payment) return payment
    read.push(payment)
  }
  const states = read.filter(({ cancelled }) => !cancelled).map(({ status }) => status)
  const paid = states.some((state) => state === 'PAYMENT_COMPLETE' || state === 'PARTIAL_REFUND_COMPLETE')
  const awaited = states.some((state) => state === 'PAYMENT_PREPARATION' || state === 'PAYMENT_OVERDUE')
  if (paid && !awaited) return 'paid'
  const refunded = read.some(({ status }) => status === 'REFUND_COMPLETE' || status === 'REFUND_PROCESSING')
  return refunded && !awaited ? 'refunded' : 'unpaid'
}

type Payment = { cancelled: boolean; status: PaymentStatus | null }

/** What a cancelled payment says of itself beyond that decides nothing. */
function readPayment(payment: Spot): Payment | OddField {
  const [isCancel, paymentStatus] = [fieldAt(payment, 'isCancel'), fieldAt(payment, 'paymentStatus')]
  const [cancelled, status] = [yesOrNo(isCancel.value), oneOf(paymentStatuses)(paymentStatus.value)]
  if (cancelled === null) return oddField(isCancel)
  return status === null && !cancelled ? oddField(paymentStatus) : { cancelled, status }
}
