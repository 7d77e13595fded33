import { z } from 'zod'
import { claimOutcome } from '../../../../shared/domain/sections/claims.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { StoreError, badData } from '../../errors.ts'
import { bodyOf } from '../../http/input.ts'
import type { Section, StoredOrder } from '../../order-document.ts'
import { changeOrderSection } from '../change.ts'
import { isOutsideChannel } from '../channel.ts'
import { cancelInfoFor } from '../../state/claim-info.ts'
import type { InvoiceInput } from '../invoice-rules.ts'
import { apiInvoice, invoiceInput } from '../invoice-rules.ts'
import { cancelReason, codeList, itemList, someUnits } from './bodies.ts'
import type { ClaimStep } from './claim-levels.ts'
import { onItemLevel, onOrderLevel, onSectionLevel } from './claim-levels.ts'
import { checkDecision, checkRequest, findClaimable } from './claim-rules.ts'

interface CancelReason {
  readonly cancelReason: string
  readonly cancelReasonDetail?: string | undefined
}

/** Cancels of these channels are raised at the channel, never through the API (30191). */
const findCancellable = (call: Call): StoredOrder => {
  const stored = findClaimable(call)
  const { saleChannel } = stored.order
  if (saleChannel === 'SMARTSTORE' || saleChannel === 'COUPANG') throw new StoreError(30191)
  return stored
}

const requestStep =
  (call: Call, why: CancelReason): ClaimStep =>
  (stored, section, part) => {
    checkRequest(call, 'cancel', stored.order, section, part)
    const to = claimOutcome('cancel', 'request', call.context.assumptions)
    const reason = { reason: why.cancelReason, detail: why.cancelReasonDetail, isCustomerRequest: false }
    return changeOrderSection(
      call,
      stored,
      { orderSectionCode: section.orderSectionCode, to, part },
      (s) => ({
        ...s,
        cancelInfo: cancelInfoFor(stored.order, s, reason, call.context.now()),
      }),
    )
  }

export const requestOrderCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...cancelReason, ...codeList }))
  return onOrderLevel(call, findCancellable(call), body.orderSectionCodeList, requestStep(call, body))
}

export const requestSectionCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...cancelReason, ...itemList }))
  return onSectionLevel(call, findCancellable(call), body.orderSectionItemDataList, requestStep(call, body))
}

export const requestItemCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...cancelReason, ...someUnits }))
  return onItemLevel(call, findCancellable(call), body.qty, requestStep(call, body))
}

const withoutCancel = (section: Section): Section => {
  const { cancelInfo: _gone, ...rest } = section
  return rest
}

/** Outside channels ship at once when a cancel is refused, so they need the invoice then (30182); others must not send one. */
const channelInvoice = (
  call: Call,
  stored: StoredOrder,
  body: { invoiceNo?: string | undefined; parcelCompanyIdx?: number | undefined },
): InvoiceInput | undefined => {
  const isGiven = body.invoiceNo !== undefined && body.parcelCompanyIdx !== undefined
  if (isOutsideChannel(stored.order)) {
    if (!isGiven) throw new StoreError(30182)
    return invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  }
  if (body.invoiceNo !== undefined || body.parcelCompanyIdx !== undefined) {
    throw badData('invoiceNo', '외부채널 주문에만 입력할 수 있습니다.')
  }
  return undefined
}

const rejectStep =
  (call: Call, invoice: InvoiceInput | undefined): ClaimStep =>
  (stored, section, part) => {
    checkDecision(call, 'cancel', 'reject', section)
    const { assumptions, now } = call.context
    const to = invoice === undefined ? claimOutcome('cancel', 'reject', assumptions) : 'SHIPPING'
    return changeOrderSection(
      call,
      stored,
      { orderSectionCode: section.orderSectionCode, to, part },
      (s) => ({
        ...withoutCancel(s),
        ...(invoice === undefined
          ? {}
          : {
              invoice: apiInvoice(call, invoice, 'DELIVERING'),
              deliverySendTime: new Date(now()).toISOString(),
            }),
      }),
    )
  }

const rejectInvoice = { invoiceNo: z.string().optional(), parcelCompanyIdx: z.number().optional() }

export const rejectOrderCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...rejectInvoice, ...codeList }))
  const stored = findClaimable(call)
  const invoice = channelInvoice(call, stored, body)
  return onOrderLevel(call, stored, body.orderSectionCodeList, rejectStep(call, invoice))
}

export const rejectSectionCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...rejectInvoice, ...itemList }))
  const stored = findClaimable(call)
  const invoice = channelInvoice(call, stored, body)
  return onSectionLevel(call, stored, body.orderSectionItemDataList, rejectStep(call, invoice))
}

export const rejectItemCancel = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object(rejectInvoice))
  const stored = findClaimable(call)
  const invoice = channelInvoice(call, stored, body)
  return onItemLevel(call, stored, undefined, rejectStep(call, invoice))
}
