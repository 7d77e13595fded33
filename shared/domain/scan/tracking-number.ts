import { isGtin } from './check-digit.ts'

export type TrackingNumber = { ok: true; invoiceNo: string } | { ok: false; why: 'format' | 'product' }

/**
 * A waybill number as the store wants it: letters and digits without blanks and hyphens.
 * Couriers differ, so only what holds for all of them is checked: 9 to 20 characters, mostly digits. A code with a
 * product's check digit and Korea's GS1 prefix (880) is a product's barcode, whatever the packer meant.
 */
export function readTrackingNumber(code: string): TrackingNumber {
  const invoiceNo = code.replace(/[\s-]/g, '').toUpperCase()
  if (!/^[A-Z0-9]{9,20}$/.test(invoiceNo) || invoiceNo.replace(/\D/g, '').length < 8) {
    return { ok: false, why: 'format' }
  }
  if (/^880\d{10}$/.test(invoiceNo) && isGtin(invoiceNo)) return { ok: false, why: 'product' }
  return { ok: true, invoiceNo }
}
