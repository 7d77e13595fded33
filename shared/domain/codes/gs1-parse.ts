import { identifierAt, type Gs1Identifier } from './gs1-identifiers.ts'

/** FNC1 between two elements, as scanners send it. */
export const groupSeparator = '\u001d'

export type Gs1Element = { ai: string; value: string }

/**
 * A GS1 element string, read. `ambiguous`: a field without a separator behind it could end in more than one place;
 * `certain` are the elements before it, which every reading shares. `invalid`: no reading at all.
 */
export type Gs1Reading =
  | { ok: true; elements: Gs1Element[] }
  | { ok: false; why: 'ambiguous'; certain: Gs1Element[]; ai: string }
  | { ok: false; why: 'invalid' }

/**
 * Reads an element string without its AIM identifier.
 *
 * A field of no predefined length ends at a separator or with the string. Where the string has separators, the scanner
 * sends them, and each such field is what stands before the next one. Where it has none, they may have been lost on the
 * way: the field is believed to reach to the end only if it cannot be cut anywhere so that the rest, too, reads as
 * elements to the end. If it can, the string is `ambiguous` and nothing is guessed: `10LOT121SER9` may be the lot
 * LOT121SER9, or the lot LOT1 and the serial number SER9. A lot such as ABC123 cannot be cut and is taken as it is.
 * `sendsSeparators`: the scanner is known to send them, so that none were lost.
 */
export function parseGs1(text: string, sendsSeparators = false): Gs1Reading {
  const separated = sendsSeparators || text.includes(groupSeparator)
  const begun = text.startsWith(groupSeparator) ? text.slice(1) : text
  const segments = (begun.endsWith(groupSeparator) ? begun.slice(0, -1) : begun).split(groupSeparator)
  const elements: Gs1Element[] = []
  for (const segment of segments) {
    const read = readSegment(segment, separated)
    if (!read.ok) return read
    elements.push(...read.elements)
  }
  return agree(elements)
}

/**
 * Reads an element string as it is printed for people: `(01)08801234567893(10)LOT1`. Brackets inside a value, which the
 * print cannot tell from those around an identifier, make it invalid.
 */
export function parseGs1Print(text: string): Gs1Reading {
  const elements: Gs1Element[] = []
  for (let rest = text; rest !== '';) {
    const parts = /^\((\d{2,4})\)([^()]+)/.exec(rest)
    const [whole = '', ai = '', value = ''] = parts ?? []
    const identifier = identifierAt(ai)
    if (identifier?.ai !== ai || !identifier.isValid(value)) return { ok: false, why: 'invalid' }
    elements.push({ ai, value })
    rest = rest.slice(whole.length)
  }
  return agree(elements)
}

/** The same field twice with two values is no reading. */
function agree(elements: Gs1Element[]): Gs1Reading {
  const values = new Map(elements.map(({ ai, value }) => [ai, value]))
  const same = elements.every(({ ai, value }) => values.get(ai) === value)
  return same && elements.length > 0 ? { ok: true, elements } : { ok: false, why: 'invalid' }
}

function readSegment(segment: string, separated: boolean): Gs1Reading {
  const elements: Gs1Element[] = []
  for (let rest = segment; rest !== '' || elements.length === 0;) {
    const identifier = identifierAt(rest)
    if (identifier === null) return { ok: false, why: 'invalid' }
    const { ai, length, isValid } = identifier
    const value = rest.slice(ai.length, length === null ? undefined : ai.length + length)
    if (length === null && !separated && canBeCut(identifier, value)) {
      return { ok: false, why: 'ambiguous', certain: elements, ai }
    }
    if (!isValid(value)) return { ok: false, why: 'invalid' }
    elements.push({ ai, value })
    rest = rest.slice(ai.length + value.length)
  }
  return { ok: true, elements }
}

/** Whether a value could end earlier, with everything behind it being further elements. */
function canBeCut({ longest, isValid }: Gs1Identifier, text: string): boolean {
  const known = new Map<number, boolean>()
  const reads = (from: number): boolean => {
    const read = known.get(from) ?? readsFrom(from)
    known.set(from, read)
    return read
  }
  const readsFrom = (from: number): boolean => {
    const identifier = identifierAt(text.slice(from))
    if (identifier === null) return false
    const start = from + identifier.ai.length
    const ends =
      identifier.length === null
        ? upTo(start + 1, Math.min(start + identifier.longest, text.length))
        : [start + identifier.length]
    return ends.some(
      (end) =>
        end <= text.length &&
        identifier.isValid(text.slice(start, end)) &&
        (end === text.length || reads(end)),
    )
  }
  return upTo(1, Math.min(longest, text.length - 1)).some((end) => isValid(text.slice(0, end)) && reads(end))
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index)
