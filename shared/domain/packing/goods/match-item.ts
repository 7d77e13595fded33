import { unitsLeft, type Packing } from '../packing.ts'
import type { Line } from './line.ts'

/** An entry of the barcode book: this barcode stands for so many units of the product with this SKU. */
export type BookEntry = { barcode: string; sku: string; units: number; name: string }

export type ItemMatch =
  | { kind: 'line'; line: Line; units: number }
  /** One line of each product that the code could mean. */
  | { kind: 'ambiguous'; lines: Line[] }
  | { kind: 'none' }

const codeLevels: ((line: Line) => string | null)[] = [
  (line) => line.product.optionSku,
  (line) => line.product.productSku,
  (line) => line.product.ownCode,
  (line) => line.itemNo,
]

/**
 * The line a code means, written in any of the given ways: by option SKU, then product SKU, then own code, then the
 * line's own number (as a picking list prints it), then the barcode book; upper and lower case are told apart only where
 * that decides. Lines of one product are taken in the store's order, first the one that still needs units and fits the
 * box; lines of different products under one code are `ambiguous`, never guessed.
 */
export function matchItem(
  packing: Packing,
  codes: readonly string[],
  book: BookEntry | null,
  boxSection: string | null,
): ItemMatch {
  for (const code of codes) {
    const direct = matchCode(packing, code, boxSection, 1)
    if (direct.kind !== 'none') return direct
  }
  return book === null ? { kind: 'none' } : matchCode(packing, book.sku, boxSection, book.units)
}

function matchCode(packing: Packing, code: string, boxSection: string | null, units: number): ItemMatch {
  const lower = code.toLowerCase()
  const tests = [(own: string) => own === code, (own: string) => own.toLowerCase() === lower]
  for (const test of tests) {
    for (const codeOf of codeLevels) {
      const lines = packing.lines.filter((line) => {
        const own = codeOf(line)
        return own !== null && test(own)
      })
      const first = lines[0]
      if (first === undefined) continue
      const products = onePerProduct(packing, lines, boxSection)
      if (products.length > 1) return { kind: 'ambiguous', lines: products }
      return { kind: 'line', line: bestLine(packing, lines, first, boxSection), units }
    }
  }
  return { kind: 'none' }
}

function onePerProduct(packing: Packing, lines: readonly Line[], boxSection: string | null): Line[] {
  const keys = [...new Set(lines.map((line) => line.product.key))]
  return keys.flatMap((key) => {
    const same = lines.filter((line) => line.product.key === key)
    const first = same[0]
    return first === undefined ? [] : [bestLine(packing, same, first, boxSection)]
  })
}

function bestLine(packing: Packing, lines: Line[], first: Line, boxSection: string | null): Line {
  const needed = lines.filter((line) => unitsLeft(packing, line) > 0)
  const fitting = needed.filter((line) => boxSection === null || line.sectionCode === boxSection)
  return fitting[0] ?? needed[0] ?? first
}
