import { splitAim, type Symbology } from './aim.ts'
import { gtinCheck, gtinForms } from './gtin.ts'
import { hasGs1Check } from './check-digit.ts'
import { groupSeparator, parseGs1, parseGs1Print, type Gs1Element, type Gs1Reading } from './gs1-parse.ts'

/** A code longer than this is two scans run together or a broken reader, not a label; GS1 labels hold more. */
const longestCode = 128
const longestGs1 = 512

export type ScannedCode =
  | {
      ok: true
      /** What the label says, printable: without AIM identifier and separators. Anything may be looked up by it as it is. */
      code: string
      /** What kind of barcode it was, where the scanner says so. */
      symbology: Symbology | null
      /** Of a code as long as a product's number: whether its check digit is right; null for any other code. */
      checkDigit: 'right' | 'wrong' | null
      /**
       * The code as GS1 elements, where the scanner, a separator or brackets say that it is one, or where it begins with
       * an identifier and a number with the right check digit. Null for any other code. One that nobody knows by `code`
       * and that does not read well is refused.
       */
      gs1: Gs1Reading | null
    }
  | { ok: false; why: 'empty' | 'tooLong' | 'mangled' }

/**
 * Reads a scanned or typed code. Blanks and line ends around it and the AIM identifier (`]C1`) are taken off. Characters
 * that no label carries (control characters, Hangul from an active input method, replacement marks) make it `mangled`:
 * it is refused rather than guessed; so do GS1's separators where they make no GS1 label.
 * `sendsSeparators`: this scanner is known to send FNC1 as GS.
 */
export function readCode(raw: string, sendsSeparators = false): ScannedCode {
  const { aim, content } = splitAim(raw.trim())
  const code = content.replaceAll(groupSeparator, '').trim()
  if (code === '') return { ok: false, why: 'empty' }
  if (!/^[\x20-\x7e]+$/.test(code)) return { ok: false, why: 'mangled' }
  const separated = content.includes(groupSeparator)
  if (separated && aim !== null && !aim.gs1) return { ok: false, why: 'mangled' }
  const marked = separated || aim?.gs1 === true
  const gs1 = marked ? parseGs1(content.trim(), sendsSeparators) : readUnmarked(code, sendsSeparators)
  if (separated && gs1?.ok === false && gs1.why === 'invalid') return { ok: false, why: 'mangled' }
  if (code.length > (gs1?.ok === true ? longestGs1 : longestCode)) return { ok: false, why: 'tooLong' }
  return { ok: true, code, symbology: aim?.symbology ?? null, checkDigit: gtinCheck(code), gs1 }
}

/** A code that nothing marks as GS1: printed brackets, or an identifier whose number proves itself by its check digit. */
function readUnmarked(code: string, sendsSeparators: boolean): Gs1Reading | null {
  if (/^\(\d{2,4}\)/.test(code)) {
    const printed = parseGs1Print(code)
    return printed.ok ? printed : null
  }
  const number = /^(?:00(\d{18})|0[12](\d{14}))/.exec(code)
  const proven = number?.[1] ?? number?.[2]
  if (proven === undefined || !hasGs1Check(proven)) return null
  const reading = parseGs1(code, sendsSeparators)
  return !reading.ok && reading.why === 'invalid' ? null : reading
}

/** The elements of a code that are beyond doubt: all of a reading, or those before a field whose end is not known. */
export function certainElements(gs1: Gs1Reading | null): readonly Gs1Element[] {
  if (gs1 === null) return []
  if (gs1.ok) return gs1.elements
  return gs1.why === 'ambiguous' ? gs1.certain : []
}

/**
 * What a code may be known by, to be tried in this order: as it is, then every way of writing the product's number that
 * it is or that stands in its GS1 elements (the item, 01; else a case's content, 02).
 */
export function namesOf(scanned: Extract<ScannedCode, { ok: true }>): string[] {
  const elements = certainElements(scanned.gs1)
  const gtin = elements.find(({ ai }) => ai === '01') ?? elements.find(({ ai }) => ai === '02')
  return [...new Set([...gtinForms(scanned.code), ...(gtin === undefined ? [] : gtinForms(gtin.value))])]
}
