/**
 * Reading JSON that may hold anything, one field at a time. A reader answers null for what it does not understand; the
 * same fact in another dress (a number as text, true for Y) is understood.
 */

/** A place in a document: what stands there, and how one would name it. */
export type Spot = { path: string; value: unknown }

export type Reader<T> = (value: unknown) => T | null

export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The field of that name; undefined where there is none. */
export const fieldAt = ({ path, value }: Spot, name: string): Spot => ({
  path: path === '' ? name : `${path}.${name}`,
  value: isRecord(value) ? value[name] : undefined,
})

/** The entries of a list; null where it is none. */
export const entriesOf = ({ path, value }: Spot): Spot[] | null =>
  Array.isArray(value)
    ? value.map((entry: unknown, index) => ({ path: `${path}[${String(index)}]`, value: entry }))
    : null

export const isAbsent = (value: unknown): boolean => value === undefined || value === null

/** Nothing, also in the dress that PHP gives an object without fields. */
export const isEmpty = (value: unknown): boolean =>
  isAbsent(value) || value === '' || (Array.isArray(value) && value.length === 0)

/** How long texts may be. A name, an address or a memo is cut; a code that is longer is none. */
const longest = { text: 500, code: 100, shown: 60 } as const

/** The text's beginning, never half of a character. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most)

/** A text that is only shown: '' for anything that is none. */
export const shownText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? cut(String(value).trim(), longest.text) : ''

/** Something that names a thing for ever: cut or guessed it would name another. */
export const code: Reader<string> = (value) => {
  const text = typeof value === 'string' ? value.trim() : Number.isSafeInteger(value) ? String(value) : ''
  return text === '' || text.length > longest.code ? null : text
}

/** An order's number is a number in the document; as a text it is the same. */
export const orderNumber: Reader<string> = (value) => {
  const text = code(value)
  return text !== null && /^[1-9]\d{0,18}$/.test(text) ? text : null
}

export const wholeNumber: Reader<number> = (value) => {
  const number = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** What a store numbers from one on: couriers, and units. */
export const positiveNumber: Reader<number> = (value) => {
  const number = wholeNumber(value)
  return number !== null && number > 0 ? number : null
}

/** More of one thing than any parcel order has is a mistake of some kind. */
const mostUnits = 100_000

export const quantity: Reader<number> = (value) => {
  const number = positiveNumber(value)
  return number !== null && number <= mostUnits ? number : null
}

export const yesOrNo: Reader<boolean> = (value) => {
  if (value === 'Y' || value === 'y' || value === true) return true
  return value === 'N' || value === 'n' || value === false ? false : null
}

export const oneOf =
  <W extends string>(words: readonly W[]): Reader<W> =>
  (value) =>
    words.find((word) => word === value) ?? null

/** A moment as UTC ISO 8601. The store's times are UTC, also where they do not say so; numbers count from 1970. */
export const time: Reader<string> = (value) => {
  const date = new Date(typeof value === 'number' ? millisOf(value) : Date.parse(zoned(value)))
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? date.toISOString() : null
}

/** Seconds and milliseconds since 1970 are told apart by their size. */
const millisOf = (value: number): number => (value < 1e11 ? value * 1000 : value)

function zoned(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest.shown) return ''
  const text = value.trim().replace(' ', 'T')
  return /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text
}

/** What a field says, as a person would have it read out: its JSON, cut short; 'undefined' where it is missing. */
function shownValue(value: unknown): string {
  if (isRecord(value)) return '{…}'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  return cut(
    typeof value === 'string' ? JSON.stringify(cut(value, longest.shown)) : String(value),
    longest.shown,
  )
}

/** A field as it is named to whoever has to see to it. */
export const oddField = ({ path, value }: Spot): { path: string; value: string } => ({
  path,
  value: shownValue(value),
})

/** A word that the document does not list, as it came. */
export const otherWord = (value: unknown): { other: string } => ({
  other: typeof value === 'string' ? cut(value.trim(), longest.shown) : shownValue(value),
})
