import { z } from 'zod'
import { claimOutcome } from '../../../../shared/domain/sections/claims.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { bodyOf } from '../../http/input.ts'
import type { Section, StoredOrder } from '../../order-document.ts'
import { changeOrderSection } from '../change.ts'
import { isOutsideChannel } from '../channel.ts'
import type { RetrievalPlan } from '../../state/claim-info.ts'
import { returnInfoFor } from '../../state/claim-info.ts'
import { codeList, isExternalReason, itemList, retrievalPlan, returnReason, someUnits } from './bodies.ts'
import type { ClaimStep } from './claim-levels.ts'
import { onItemLevel, onOrderLevel, onSectionLevel } from './claim-levels.ts'
import { checkDecision, checkRequest, findClaimable } from './claim-rules.ts'

type ReturnBody = z.infer<z.ZodObject<typeof returnReason>>

/** Outside channels take fixed reason words only (30129); goods that are fetched need their invoice (30164). */
const readReturn = (call: Call, body: ReturnBody): { stored: StoredOrder; retrieval: RetrievalPlan } => {
  const stored = findClaimable(call)
  if (isOutsideChannel(stored.order) && !isExternalReason(body.returnReason)) throw new StoreError(30129)
  return { stored, retrieval: retrievalPlan(call, body, 30164) }
}

const requestStep =
  (call: Call, body: ReturnBody, retrieval: RetrievalPlan): ClaimStep =>
  (stored, section, part) => {
    checkRequest(call, 'return', stored.order, section, part)
    const to = claimOutcome('return', 'request', call.context.assumptions)
    const why = { reason: body.returnReason, detail: body.returnReasonDetail, isCustomerRequest: false }
    return changeOrderSection(
      call,
      stored,
      { orderSectionCode: section.orderSectionCode, to, part },
      (s) => ({
        ...s,
        returnInfo: returnInfoFor(stored.order, s, why, retrieval, call.context.now()),
      }),
    )
  }

export const requestOrderReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...returnReason, ...codeList }))
  const { stored, retrieval } = readReturn(call, body)
  return onOrderLevel(call, stored, body.orderSectionCodeList, requestStep(call, body, retrieval))
}

export const requestSectionReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...returnReason, ...itemList }))
  const { stored, retrieval } = readReturn(call, body)
  return onSectionLevel(call, stored, body.orderSectionItemDataList, requestStep(call, body, retrieval))
}

export const requestItemReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...returnReason, ...someUnits }))
  const { stored, retrieval } = readReturn(call, body)
  return onItemLevel(call, stored, body.qty, requestStep(call, body, retrieval))
}

const withoutReturn = (section: Section): Section => {
  const { returnInfo: _gone, ...rest } = section
  return rest
}

const rejectStep =
  (call: Call): ClaimStep =>
  (stored, section, part) => {
    checkDecision(call, 'return', 'reject', section)
    const to = claimOutcome('return', 'reject', call.context.assumptions)
    return changeOrderSection(
      call,
      stored,
      { orderSectionCode: section.orderSectionCode, to, part },
      withoutReturn,
    )
  }

const rejectReason = { externalRejectReason: z.string().optional() }

/** An outside channel has to be told why a return is refused (30183). */
const findRejectable = (call: Call, reason: string | undefined): StoredOrder => {
  const stored = findClaimable(call)
  const isTold = reason !== undefined && reason.trim() !== ''
  if (isOutsideChannel(stored.order) && !isTold) throw new StoreError(30183)
  return stored
}

export const rejectOrderReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...rejectReason, ...codeList }))
  const stored = findRejectable(call, body.externalRejectReason)
  return onOrderLevel(call, stored, body.orderSectionCodeList, rejectStep(call))
}

export const rejectSectionReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...rejectReason, ...itemList }))
  const stored = findRejectable(call, body.externalRejectReason)
  return onSectionLevel(call, stored, body.orderSectionItemDataList, rejectStep(call))
}

export const rejectItemReturn = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object(rejectReason))
  return onItemLevel(call, findRejectable(call, body.externalRejectReason), undefined, rejectStep(call))
}
