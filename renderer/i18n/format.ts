import type { Language } from './text.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago `at` was, in words ("3분 전", "3 min. ago"); both in milliseconds since 1970. */
export function ago(language: Language, at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const past = Math.max(0, now - at)
  if (past < minute) return format.format(0, 'second')
  if (past < hour) return format.format(-Math.floor(past / minute), 'minute')
  if (past < day) return format.format(-Math.floor(past / hour), 'hour')
  return format.format(-Math.floor(past / day), 'day')
}

/** A time of day, to the minute. */
export const clockTime = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** Day and time of an ISO 8601 time; the text itself where it is none. */
export function dayAndTime(language: Language, iso: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  return new Intl.DateTimeFormat(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** The desk's own calendar day, as YYYY-MM-DD. */
export function localDay(at: number): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export const number = (language: Language, value: number): string =>
  new Intl.NumberFormat(language).format(value)

/** "1, 2, 3". */
export const listOf = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names)

/** A weight, in kilograms from one on. */
export function weight(language: Language, grams: number): string {
  const [value, unit] = grams < 1000 ? ([grams, 'gram'] as const) : ([grams / 1000, 'kilogram'] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 2 }).format(value)
}
