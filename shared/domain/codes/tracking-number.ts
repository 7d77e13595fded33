import { isGtin } from './check-digit.ts'
import { courierByName, courierFit, knownCouriers, type CourierFit } from './courier-forms.ts'

/**
 * What speaks against a number of the chosen courier. Never more than a doubt: couriers change their numbers without
 * telling. otherCourier: it goes with these instead · checkDigit: the right length, but read or typed wrong · length: no
 * number of this courier, nor of another one known.
 */
export type TrackingDoubt =
  { kind: 'otherCourier'; couriers: string[] } | { kind: 'checkDigit' } | { kind: 'length' }

export type TrackingNumber =
  { ok: true; invoiceNo: string; doubt?: TrackingDoubt } | { ok: false; why: 'format' | 'product' }

/** A waybill number without what people put in to read it by. */
export const bareNumber = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase()

/**
 * A waybill number as the store wants it: letters and digits without blanks and hyphens; 9 to 20 characters, mostly
 * digits. A code with a product's check digit and Korea's GS1 prefix (880) is a product's barcode, whatever the packer
 * meant. With the courier's name, as the store's list has it, the number is also held against that courier's own rules,
 * and against those of `others`: the store's couriers, whose names the doubt gives.
 */
export function readTrackingNumber(
  code: string,
  courierName: string | null = null,
  others: readonly string[] = knownCouriers,
): TrackingNumber {
  const invoiceNo = bareNumber(code)
  if (!/^[A-Z0-9]{9,20}$/.test(invoiceNo) || invoiceNo.replace(/\D/g, '').length < 8) {
    return { ok: false, why: 'format' }
  }
  if (/^880\d{10}$/.test(invoiceNo) && isGtin(invoiceNo)) return { ok: false, why: 'product' }
  const doubt = courierName === null ? null : doubtAbout(invoiceNo, courierName, others)
  return doubt === null ? { ok: true, invoiceNo } : { ok: true, invoiceNo, doubt }
}

function doubtAbout(number: string, courierName: string, others: readonly string[]): TrackingDoubt | null {
  const fit = fitOf(number, courierName)
  if (fit === null || fit === 'right' || fit === 'form') return null
  const proven = others.filter((name) => fitOf(number, name) === 'right')
  if (proven.length > 0) return { kind: 'otherCourier', couriers: proven }
  if (fit === 'wrong') return { kind: 'checkDigit' }
  const possible = others.filter((name) => fitOf(number, name) === 'form')
  return possible.length > 0 ? { kind: 'otherCourier', couriers: possible } : { kind: 'length' }
}

/** Null for a courier whose numbers are not known. */
function fitOf(number: string, courierName: string): CourierFit | null {
  const courier = courierByName(courierName)
  return courier === null ? null : courierFit(courier, number)
}
