import { z } from 'zod'
import { claimOutcome } from '../../../../shared/domain/sections/claims.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { StoreError, badData } from '../../errors.ts'
import { bodyOf, pathText } from '../../http/input.ts'
import type { Section } from '../../order-document.ts'
import { sectionAmount } from '../../state/settle.ts'
import { changeOrderSection } from '../change.ts'
import { findSection } from '../find.ts'
import { withoutInvoice } from '../invoice-rules.ts'
import type { ClaimStep } from './claim-levels.ts'
import { onItemLevel } from './claim-levels.ts'
import { checkDecision, findClaimable } from './claim-rules.ts'
import { withExchangedOptions, withWishes } from './exchange-options.ts'

const deliveryBody = z.object({
  requestedDeliveryAmount: z.number().optional(),
  excludeDeliveryAmount: z.number().optional(),
})

/** A section that is dispatched again starts without the invoice and times of its first journey. */
const readyToSendAgain = (section: Section): Section => {
  const { deliverySendTime: _sent, deliveryCompleteTime: _arrived, ...rest } = withoutInvoice(section)
  return rest
}

/** Delivery fees one way only (10003), not below 0 (30159), not deducted beyond what can be refunded (30163). */
const exchangeStep = (call: Call): ClaimStep => {
  const { requestedDeliveryAmount: charged, excludeDeliveryAmount: deducted } = bodyOf(call, deliveryBody)
  if (charged !== undefined && deducted !== undefined) {
    throw badData('requestedDeliveryAmount', 'excludeDeliveryAmount와 함께 입력할 수 없습니다.')
  }
  if ((charged ?? 0) < 0 || (deducted ?? 0) < 0) throw new StoreError(30159)
  return (stored, section, part) => {
    checkDecision(call, 'exchange', 'approve', section)
    if ((deducted ?? 0) > sectionAmount(section)) throw new StoreError(30163)
    const to = claimOutcome('exchange', 'approve', call.context.assumptions)
    const change = { orderSectionCode: section.orderSectionCode, to, part }
    const isSentAgain = to === 'EXCHANGE_PRODUCT_PREPARATION'
    const result = changeOrderSection(call, stored, change, (s) => (isSentAgain ? readyToSendAgain(s) : s))
    const sections = result.stored.order.sections.map((s) =>
      s.orderSectionCode === result.changedCode ? withExchangedOptions(call, result.stored, s) : s,
    )
    const isRequestPayment = (charged ?? 0) > 0 ? 'Y' : result.stored.order.isRequestPayment
    const order = { ...result.stored.order, sections, isRequestPayment }
    return { ...result, stored: withWishes({ ...result.stored, order }, result.changedCode, undefined) }
  }
}

export const approveSectionExchange = (call: Call): CallAnswer => {
  const step = exchangeStep(call)
  const stored = findClaimable(call)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  call.context.orders.save(step(stored, section, undefined).stored)
  return { data: true }
}

/** Unlike the other approvals this one may take an item out of its section, and says so. */
export const approveItemExchange = (call: Call): CallAnswer =>
  onItemLevel(call, findClaimable(call), undefined, exchangeStep(call))
