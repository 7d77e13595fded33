import { hasGs1Check, isGtin } from './check-digit.ts'

/**
 * The trade item a code names, in fourteen digits: EAN-8, UPC-A and EAN-13 with zeros before them, GTIN-14 as it is,
 * UPC-E (eight digits that are no EAN-8) as the UPC-A it shortens. Null where the code is none of these or its check
 * digit is wrong. A GTIN-14 with an indicator of 1 to 9 is a case or a pack: another item than what is in it.
 */
export function gtin14(code: string): string | null {
  if (isGtin(code)) return code.padStart(14, '0')
  const whole = expandUpcE(code)
  return whole === null ? null : whole.padStart(14, '0')
}

/**
 * The code, then every other way of writing the same trade item, likeliest first: what a barcode book may hold for it.
 * Just the code where it is no GTIN. Eight digits that are right both as EAN-8 and as UPC-E are tried as EAN-8 first.
 */
export function gtinForms(code: string): string[] {
  const whole = [isGtin(code) ? code.padStart(14, '0') : null, expandUpcE(code)?.padStart(14, '0') ?? null]
  const forms = whole.flatMap((gtin) => (gtin === null ? [] : writings(gtin)))
  return [...new Set([code, ...forms])]
}

/**
 * Whether a code that has the length of a product's number has its check digit right; null where it has not that
 * length. `wrong` on a code nobody knows: it was read wrong.
 */
export function gtinCheck(code: string): 'right' | 'wrong' | null {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return null
  return gtin14(code) === null ? 'wrong' : 'right'
}

function writings(gtin: string): string[] {
  const lengths = gtin.startsWith('000000')
    ? [8, 13, 12, 14]
    : gtin.startsWith('00')
      ? [12, 13, 14]
      : gtin.startsWith('0')
        ? [13, 14]
        : [14]
  const short = gtin.startsWith('00') ? shortenUpcA(gtin.slice(2)) : null
  return [...lengths.map((length) => gtin.slice(-length)), ...(short === null ? [] : [short])]
}

/** The UPC-A that an eight-digit UPC-E (number system, six digits, check digit) stands for; null where it is none. */
function expandUpcE(code: string): string | null {
  const parts = /^([01])(\d\d)(\d)(\d)(\d)(\d)(\d)$/.exec(code)
  if (parts === null) return null
  const [, system = '', two = '', third = '', fourth = '', fifth = '', last = '', check = ''] = parts
  const body =
    last <= '2'
      ? `${two}${last}0000${third}${fourth}${fifth}`
      : last === '3'
        ? `${two}${third}00000${fourth}${fifth}`
        : last === '4'
          ? `${two}${third}${fourth}00000${fifth}`
          : `${two}${third}${fourth}${fifth}0000${last}`
  const whole = `${system}${body}${check}`
  return hasGs1Check(whole) ? whole : null
}

/** The UPC-E of a UPC-A that has one. */
function shortenUpcA(code: string): string | null {
  const shorter = [
    [/^([01])(\d\d)([0-2])0000(\d{3})(\d)$/, '$1$2$4$3$5'],
    [/^([01])(\d{3})00000(\d\d)(\d)$/, '$1$2$33$4'],
    [/^([01])(\d{4})00000(\d)(\d)$/, '$1$2$34$4'],
    [/^([01])(\d{5})0000([5-9])(\d)$/, '$1$2$3$4'],
  ] as const
  for (const [form, short] of shorter) {
    if (!form.test(code)) continue
    const upcE = code.replace(form, short)
    if (expandUpcE(upcE) === code) return upcE
  }
  return null
}
