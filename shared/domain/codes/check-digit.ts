/** Damm's quasigroup: catches every single wrong digit and every swap of two neighbours. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]

/** The check digit of a string of digits, by Damm's algorithm; `dammDigit(x + dammDigit(x))` is 0. */
export function dammDigit(digits: string): number {
  let state = 0
  for (const digit of digits) state = damm[state]?.[Number(digit)] ?? 0
  return state
}

/** Whether a number's last digit is right by GS1's rule (weights 3 and 1 from the right, modulo 10); GTIN, SSCC and GLN. */
export function hasGs1Check(number: string): boolean {
  if (!/^\d{2,}$/.test(number)) return false
  const digits = [...number].map(Number).reverse()
  const sum = digits.reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** Whether a code is a whole EAN-8, UPC-A, EAN-13 or GTIN-14 with a right check digit. */
export const isGtin = (code: string): boolean => /^(\d{8}|\d{12,14})$/.test(code) && hasGs1Check(code)
