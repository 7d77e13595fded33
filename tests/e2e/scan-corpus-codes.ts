import { commandBarcode, deskCommands, orderBarcode } from '../../shared/domain/codes/command-barcode.ts'

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Codes as they stand on goods, slips and waybills, typed in by hand for this corpus. */
const seen = [
  'A-CITRUS-500',
  'B-NURUNGJI-200',
  'TS-ORG-BK-L',
  'aB-cD/eF.gH_iJ',
  '8809631270018',
  '8801234567893',
  '08801234567890',
  '012345678905',
  '96385074',
  '651234001201',
  '6512-3400-1201',
  'RB123456789KR',
  '202611245870123',
  '202611245870123-S1',
  ']C10108809631270018',
  ']E08809631270018',
  '0108809631270018\u001d10LOT-7a\u001d21Ser/9',
  ']d20108809631270018172712311\u001d10Ab(1)',
  '3932410\u001d0102',
  'SKU 12  B',
  `!"#$%&'()*+,-./`,
  ':;<=>?@[\\]^_`{|}~',
  '000',
]

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'
const signs = '-_./+:#()*%$&@!?=,;\'"<>[]{}|\\^~`'
const gs = '\u001d'

/** At least `count` different codes of every kind that a desk reads, from a seed. */
export function corpusCodes(count: number, seed: number): string[] {
  const random = chance(seed)
  const upTo = (most: number): number => Math.floor(random() * most)
  const some = (from: string, least: number, most: number): string =>
    Array.from({ length: least + upTo(most - least + 1) }, () => from.charAt(upTo(from.length))).join('')
  const kinds: (() => string)[] = [
    () => some(lower + upper, 2, 6) + some('-_./', 1, 1) + some(lower + upper + digits, 3, 8),
    () => some(upper, 1, 3) + '-' + some(upper, 3, 8) + '-' + some(digits, 2, 4),
    () => some(digits, 1, 1) + some(lower + upper + digits + signs, 4, 14) + some(upper, 1, 1),
    () => some(digits, 13, 13),
    () => some(digits, 8, 14),
    () =>
      `01${some(digits, 14, 14)}10${some(upper + lower + digits + '-/', 2, 12)}${gs}21${some(digits + upper, 3, 10)}`,
    () =>
      `]C101${some(digits, 14, 14)}17${some(digits, 6, 6)}10${some(digits + lower, 3, 9)}${gs}30${some(digits, 1, 3)}`,
    () => some('56', 1, 1) + some(digits, 9, 11),
    () => `${some(digits, 4, 4)}-${some(digits, 4, 4)}-${some(digits, 4, 4)}`,
    () => some(upper, 2, 2) + some(digits, 9, 9) + 'KR',
    () => `2026${some(digits, 11, 11)}`,
    () => orderBarcode(`2026${some(digits, 11, 11)}`),
    () => some(upper + lower, 2, 4) + ' ' + some(digits + upper, 2, 6),
  ]
  const codes = new Set([...seen, ...deskCommands.map((command) => commandBarcode(command))])
  for (let at = 0; codes.size < count; at += 1) codes.add((kinds[at % kinds.length] ?? (() => '000'))())
  return [...codes]
}
