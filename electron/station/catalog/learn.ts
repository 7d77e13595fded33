import type { Input } from '../../../shared/contract/methods.ts'
import type { DeskSettings } from '../../../shared/contract/settings.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { Line } from '../../../shared/domain/packing/goods/line.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { certainElements, readCode, type ScannedCode } from '../../../shared/domain/codes/read-code.ts'
import type { LeadPin } from '../settings/lead-pin.ts'
import type { BarcodeBook } from './barcode-book.ts'
import { barcodeProblem } from './book-rows.ts'

export type LearnParts = {
  book: Pick<BarcodeBook, 'find' | 'put'>
  packing: () => Packing | null
  /** Reads a code as if it had just been scanned. */
  scan: (code: string) => Answer
  learning: () => DeskSettings['learning']
  leadPin: Pick<LeadPin, 'isSet' | 'problemOf'>
  /** A lead is signed in: no PIN is asked for. */
  isLead: () => boolean
  /** Somebody would have to sign in first. */
  isNobody: () => boolean
}

/**
 * Enters an unknown code in the barcode book as so many units of a line's product and counts it at once. What the book
 * knows already is left as it is. A GS1 code is entered by its product number, so that the next lot is known as well.
 */
export function learnCode(
  parts: LearnParts,
  { code, sectionCode, itemNo, units, pin }: Input<'learnCode'>,
): Answer {
  const forbidden = mayNot(parts, pin)
  if (forbidden !== null) return no(forbidden)
  const packing = parts.packing()
  if (packing === null) return no({ kind: 'scanOrderFirst' })
  const read = readCode(code)
  const barcode = read.ok ? barcodeOf(read) : null
  if (barcode === null || barcodeProblem(barcode) !== null) return no({ kind: 'mangledCode' })
  const line = packing.lines.find((each) => each.sectionCode === sectionCode && each.itemNo === itemNo)
  const sku = line === undefined ? null : ownSku(packing, line)
  if (line === undefined || sku === null) return no({ kind: 'nothingToDo' })
  if (parts.book.find(barcode) === null) parts.book.put({ barcode, sku, units, name: line.product.name })
  return parts.scan(code)
}

const no = (said: Refusal): Answer => ({ ok: false, said })

function mayNot({ learning, leadPin, isLead, isNobody }: LearnParts, pin: string): Refusal | null {
  if (isNobody()) return { kind: 'signInFirst' }
  const who = learning()
  if (who === 'nobody') return { kind: 'nothingToDo' }
  if (who === 'anyone' || isLead()) return null
  return leadPin.isSet() && pin !== '' ? leadPin.problemOf(pin) : { kind: 'pinNeeded' }
}

/** What the book keeps for a code: of GS1 elements the item's number, as an EAN-13 where it is one. */
function barcodeOf(read: Extract<ScannedCode, { ok: true }>): string {
  const gtin = certainElements(read.gs1).find(({ ai }) => ai === '01')?.value
  return gtin === undefined ? read.code : gtin.replace(/^0/, '')
}

/** The most exact of a product's codes that no other product of the order has as well; null where it has none. */
function ownSku(packing: Packing, { product }: Line): string | null {
  const codes = [product.optionSku, product.productSku, product.ownCode].filter((code) => code !== null)
  const isOthers = (code: string): boolean =>
    packing.lines.some(({ product: other }) => {
      const theirs = [other.optionSku, other.productSku, other.ownCode].map((each) => each?.toLowerCase())
      return other.key !== product.key && theirs.includes(code.toLowerCase())
    })
  return codes.find((code) => !isOthers(code)) ?? null
}
