import { z } from 'zod'
import type { Call } from '../../context.ts'
import { StoreError, badData } from '../../errors.ts'
import { itemQuantities, quantity, text } from '../../http/input.ts'
import type { RetrievalPlan } from '../../state/claim-info.ts'
import { invoiceInput } from '../invoice-rules.ts'

/** Which part of an order a claim is about, at each level. */
export const codeList = { orderSectionCodeList: z.array(text).optional() }
export const itemList = { orderSectionItemDataList: itemQuantities.optional() }
export const someUnits = { qty: quantity.optional() }

export const cancelReason = { cancelReason: text, cancelReasonDetail: z.string().optional() }

const retrieval = {
  retrieveType: z.enum(['SENDING_BY_CUSTOMER', 'ETC', 'MANUAL_RETRIEVE_REQUEST']),
  retrievePayType: z.enum(['PREPAYMENT', 'CASH_ON_DELIVERY']).optional(),
  invoiceNo: z.string().optional(),
  parcelCompanyIdx: z.number().optional(),
  retrieveMemo: z.string().optional(),
}

export const returnReason = { ...retrieval, returnReason: text, returnReasonDetail: z.string().optional() }
export const exchangeReason = {
  ...retrieval,
  exchangeReason: text,
  exchangeReasonDetail: z.string().optional(),
}

type RetrievalBody = z.infer<z.ZodObject<typeof retrieval>>

/**
 * How returned goods come back. Anything but ETC needs pay type, invoice number and courier (`missing` if not); a memo
 * goes with ETC only (10003).
 */
export const retrievalPlan = (call: Call, body: RetrievalBody, missing: number): RetrievalPlan => {
  if (body.retrieveMemo !== undefined && body.retrieveType !== 'ETC') {
    throw badData('retrieveMemo', 'retrieveType이 ETC일 때만 입력할 수 있습니다.')
  }
  const isGiven =
    body.retrievePayType !== undefined && body.invoiceNo !== undefined && body.parcelCompanyIdx !== undefined
  if (body.retrieveType !== 'ETC' && !isGiven) throw new StoreError(missing)
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  return { retrieveType: body.retrieveType, retrievePayType: body.retrievePayType, ...invoice }
}

const externalReasons = [
  ...['PRODUCT_UNSATISFIED', 'DELAYED_DELIVERY', 'SOLD_OUT', 'INTENT_CHANGED', 'WRONG_ORDER', 'BROKEN'],
  ...['WRONG_DELIVERY', 'INCORRECT_INFO', 'COLOR_AND_SIZE', 'DROPPED_DELIVERY', 'WRONG_OPTION'],
]

/** Whether a return reason is one of the fixed words that outside channels take. */
export const isExternalReason = (reason: string): boolean => externalReasons.includes(reason)

export const externalCancelReasons = [
  'PRODUCT_UNSATISFIED',
  'DELAYED_DELIVERY',
  'SOLD_OUT',
  'INTENT_CHANGED',
  'WRONG_ORDER',
  'BROKEN',
  'WRONG_DELIVERY',
  'INCORRECT_INFO',
] as const
