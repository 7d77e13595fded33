import { z } from 'zod'
import { claimOutcome } from '../../../../shared/domain/sections/claims.ts'
import type { ItemQuantity } from '../../../../shared/domain/sections/shapes.ts'
import { isWholeSection } from '../../../../shared/domain/sections/split.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { bodyOf, pathText } from '../../http/input.ts'
import type { Section, StoredOrder } from '../../order-document.ts'
import { changeOrderSection } from '../change.ts'
import { isOutsideChannel } from '../channel.ts'
import { findSection } from '../find.ts'
import { externalCancelReasons } from './bodies.ts'
import type { ClaimStep } from './claim-levels.ts'
import { onItemLevel } from './claim-levels.ts'
import { checkDecision, findClaimable } from './claim-rules.ts'
import { refundBody, refundOf, withRefund } from './refund.ts'

const externalReason = {
  externalCancelReason: z.enum(externalCancelReasons).optional(),
  externalCancelReasonDetail: z.string().optional(),
}

/** Approving a part is not possible (30184 for a cancel, 30185 for a return). */
const refusePart = (section: Section, part: readonly ItemQuantity[] | undefined, code: number): void => {
  if (part !== undefined && !isWholeSection(section, part)) throw new StoreError(code)
}

/** The channel is told of a cancel when it is approved, and wants its own reason word (30129). */
const cancelStep = (call: Call): ClaimStep => {
  const body = bodyOf(call, z.object({ ...refundBody, ...externalReason }))
  return (stored, section, part) => {
    if (isOutsideChannel(stored.order) && body.externalCancelReason === undefined) throw new StoreError(30129)
    checkDecision(call, 'cancel', 'approve', section)
    refusePart(section, part, 30184)
    const refund = refundOf(stored, section, body)
    const to = claimOutcome('cancel', 'approve', call.context.assumptions)
    const change = { orderSectionCode: section.orderSectionCode, to }
    const result = changeOrderSection(call, stored, change, (s) =>
      s.cancelInfo === undefined
        ? s
        : {
            ...s,
            cancelInfo: {
              ...s.cancelInfo,
              isRefund: 'Y',
              refundAmount: refund.amount,
              refundPoint: refund.points,
              refundPriceType:
                body.requestedRefundAmount === undefined ? 'ACTUAL_PAYMENTS_PRICE' : 'CUSTOM_REFUND_PRICE',
            },
          },
    )
    return { ...result, stored: { ...result.stored, order: withRefund(result.stored.order, refund) } }
  }
}

/** A return the shop holds back cannot be approved (30190). */
const returnStep = (call: Call): ClaimStep => {
  const body = bodyOf(call, z.object(refundBody))
  return (stored, section, part) => {
    checkDecision(call, 'return', 'approve', section)
    if (stored.hidden.sections[section.orderSectionCode]?.isReturnHeld === true) throw new StoreError(30190)
    refusePart(section, part, 30185)
    const refund = refundOf(stored, section, body)
    const to = claimOutcome('return', 'approve', call.context.assumptions)
    const change = { orderSectionCode: section.orderSectionCode, to }
    const result = changeOrderSection(call, stored, change, (s) =>
      s.returnInfo === undefined ? s : { ...s, returnInfo: { ...s.returnInfo, isRefund: 'Y' } },
    )
    return { ...result, stored: { ...result.stored, order: withRefund(result.stored.order, refund) } }
  }
}

/** Approves on the whole section in the path; the document gives these calls a bare boolean to answer. */
const onWholeSection = (call: Call, step: ClaimStep): CallAnswer => {
  const stored: StoredOrder = findClaimable(call)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  call.context.orders.save(step(stored, section, undefined).stored)
  return { data: true }
}

const onWholeItem = (call: Call, step: ClaimStep): CallAnswer => {
  onItemLevel(call, findClaimable(call), undefined, step)
  return { data: true }
}

export const approveSectionCancel = (call: Call): CallAnswer => onWholeSection(call, cancelStep(call))
export const approveItemCancel = (call: Call): CallAnswer => onWholeItem(call, cancelStep(call))
export const approveSectionReturn = (call: Call): CallAnswer => onWholeSection(call, returnStep(call))
export const approveItemReturn = (call: Call): CallAnswer => onWholeItem(call, returnStep(call))
