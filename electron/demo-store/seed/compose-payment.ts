import type { Payment, SaleChannel } from '../order-document.ts'
import type { OrderPlan } from './catalogue.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

const bankTransfer = (orderer: string, at: number) => ({
  bankName: '한마음은행',
  bankAccount: '000-000000-00-000',
  bankAccountHolder: '주식회사 감귤마당',
  depositorName: orderer,
  depositExpiryTime: iso(at + 3 * 86_400_000),
})

const methods: Record<'card' | 'kakao' | 'naver', { pgName: string; method: string }> = {
  card: { pgName: 'TOSSPAYMENTS', method: 'CARD' },
  kakao: { pgName: 'KAKAOPAY', method: 'KAKAOPAY' },
  naver: { pgName: 'NAVERPAY', method: 'NAVERPAY' },
}

const channelMethod = (channel: SaleChannel): { pgName: string; method: string } =>
  channel === 'NAVERPAY_ORDER' || channel === 'TALKCHECKOUT'
    ? { pgName: channel, method: channel }
    : { pgName: 'ETC', method: 'ETC' }

/** The one payment of an order ordered at `at` (ms epoch) over `amount`. */
export const composePayment = (
  plan: OrderPlan,
  amount: number,
  taxFreePrice: number,
  at: number,
): Payment => {
  const kind = plan.payment ?? 'card'
  const paymentNo = `pa${String(plan.orderNo)}-1`
  const base = { paymentNo, isCancel: 'N' as const, taxFreePrice }
  if (plan.channel !== undefined) {
    const how = channelMethod(plan.channel)
    return {
      ...base,
      ...how,
      paymentStatus: 'PAYMENT_COMPLETE',
      paidPrice: amount,
      paymentCompleteTime: iso(at),
    }
  }
  if (kind === 'bank-unpaid') {
    return {
      ...base,
      pgName: 'BANK_TRANSFER',
      method: 'BANKTRANSFER',
      paymentStatus: 'PAYMENT_PREPARATION',
      paidPrice: 0,
      bankTransfer: bankTransfer(plan.orderer, at),
    }
  }
  if (kind === 'bank') {
    const paidAt = iso(at + 600_000)
    return {
      ...base,
      pgName: 'BANK_TRANSFER',
      method: 'BANKTRANSFER',
      paymentStatus: 'PAYMENT_COMPLETE',
      paidPrice: amount,
      paymentCompleteTime: paidAt,
      bankTransfer: { ...bankTransfer(plan.orderer, at), depositCompletedTime: paidAt },
    }
  }
  if (kind === 'card-pending') {
    return { ...base, ...methods.card, paymentStatus: 'PAYMENT_PREPARATION', paidPrice: 0 }
  }
  return {
    ...base,
    ...methods[kind],
    paymentStatus: 'PAYMENT_COMPLETE',
    paidPrice: amount,
    paymentCompleteTime: iso(at + 20_000),
  }
}
