import type { Assumptions } from '../assumptions.ts'
import type { Call } from '../context.ts'
import { StoreError, badData } from '../errors.ts'
import { firstListed } from '../operations/index.ts'
import type { Invoice, Section } from '../order-document.ts'

export interface InvoiceInput {
  readonly invoiceNo: string
  readonly parcelCompanyIdx: number
}

const shapes: Record<Assumptions['invoiceNumbers'], RegExp> = {
  'letters-and-digits': /^[0-9A-Za-z-]{8,20}$/,
  digits: /^\d{9,14}$/,
  anything: /\S/,
}

/**
 * An invoice as a call gives it, checked: both parts or neither (30065), a number that can be one (30120), a courier the
 * shop knows (10003). Undefined when neither part is given.
 */
export const invoiceInput = (
  call: Call,
  invoiceNo: string | undefined,
  parcelCompanyIdx: number | undefined,
): InvoiceInput | undefined => {
  if (invoiceNo === undefined && parcelCompanyIdx === undefined) return undefined
  if (invoiceNo === undefined || invoiceNo.trim() === '') {
    throw new StoreError(firstListed(call.operation, [30065, 10003]))
  }
  if (parcelCompanyIdx === undefined) throw new StoreError(firstListed(call.operation, [30065, 10003]))
  if (!shapes[call.context.assumptions.invoiceNumbers].test(invoiceNo)) {
    throw new StoreError(firstListed(call.operation, [30120, 10003]))
  }
  if (!call.context.catalogue.parcelCompanies.some((c) => c.idx === parcelCompanyIdx)) {
    throw badData('parcelCompanyIdx', '존재하지 않는 택배사입니다.')
  }
  return { invoiceNo, parcelCompanyIdx }
}

/** The invoice a section has after the API registered or changed one. */
export const apiInvoice = (
  call: Call,
  input: InvoiceInput,
  deliveryStatus: Invoice['deliveryStatus'] = 'PLAN_TO_DELIVERY',
): Invoice => ({
  ...input,
  deliveryStatus,
  inputType: call.context.assumptions.apiInvoiceInputType,
  isTracking: 'Y',
  isReturn: 'N',
})

export const withoutInvoice = (section: Section): Section => {
  const { invoice: _gone, ...rest } = section
  return rest
}
