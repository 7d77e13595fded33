import type { Invoice } from '../../orders/order.ts'

/** A waybill as the store's calls name it. */
export const invoiceFields = ({ courierIdx, invoiceNo }: Invoice) => ({
  invoiceNo,
  parcelCompanyIdx: courierIdx,
})
