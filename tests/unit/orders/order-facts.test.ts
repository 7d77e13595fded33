import { describe, expect, it } from 'vitest'
import { numberOf } from '../../../shared/domain/orders/read-order.ts'
import { orderNo } from '../documents.ts'
import { read } from './reading.ts'

describe('an order as it is read', () => {
  it('has its own facts', () => {
    expect(read({ ordererName: ' 김서윤 ', saleChannel: 'COUPANG', orderStatus: 'CLOSED' })).toMatchObject({
      orderNo,
      channel: 'COUPANG',
      open: false,
      payment: 'paid',
      ordererName: '김서윤',
      odd: [],
      unread: [],
    })
  })

  it.each([
    ['OPEN', true, []],
    ['CLOSED', false, []],
    [null, true, []],
    [undefined, true, []],
    ['PAUSED', true, [{ path: 'orderStatus', value: '"PAUSED"' }]],
    ['', true, [{ path: 'orderStatus', value: '""' }]],
  ])('with status %j is open: %j', (orderStatus, open, odd) => {
    expect(read({ orderStatus })).toMatchObject({ open, odd })
  })

  it.each([
    'PAYMENT_PREPARATION',
    'PAYMENT_OVERDUE',
    'PAYMENT_FAILED',
    'PAYMENT_EXIT',
    'CANCELLED_BEFORE_DEPOSIT',
    'REFUND_FAILED',
  ])('is not paid by a payment that is %s', (paymentStatus) => {
    expect(read({ payments: [{ isCancel: 'N', paymentStatus }] }).payment).toBe('unpaid')
  })

  it.each([
    ['paid', ['PAYMENT_COMPLETE', 'PAYMENT_FAILED']],
    ['paid', ['PAYMENT_COMPLETE', 'REFUND_COMPLETE']],
    ['unpaid', ['PARTIAL_REFUND_COMPLETE', 'PAYMENT_PREPARATION']],
    ['unpaid', ['REFUND_COMPLETE', 'PAYMENT_OVERDUE']],
    ['refunded', ['REFUND_PROCESSING', 'PAYMENT_FAILED']],
  ])('is %s by payments that are %j', (payment, states) => {
    const payments = states.map((paymentStatus) => ({ isCancel: 'N', paymentStatus }))
    expect(read({ payments }).payment).toBe(payment)
  })

  it('does not look into what a cancelled payment says', () => {
    const cancelled = { isCancel: 'Y', paymentStatus: 'SOMETHING_ELSE' }
    expect(read({ payments: [cancelled] }).payment).toBe('unpaid')
    expect(read({ payments: [{ ...cancelled, paymentStatus: 'REFUND_COMPLETE' }] }).payment).toBe('refunded')
  })

  it('of several labels is of the first that names an order', () => {
    const sections = [
      { orderSectionNo: 'S1' },
      { orderSectionNo: null },
      { orderSectionNo: `${orderNo}-S1` },
      { orderSectionNo: '202410104747999-S1' },
    ]
    expect(numberOf({ sections })).toBe(orderNo)
    expect(numberOf({ orderNo: 'x', sections: 'none' })).toBeNull()
  })
})
