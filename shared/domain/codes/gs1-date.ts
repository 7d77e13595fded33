/** Whether six digits are a date as GS1 writes it: YYMMDD, with 00 for the last day of the month. */
export const isGs1Date = (digits: string): boolean => readGs1Date(digits, 2026) !== null

/**
 * The day of a GS1 date as 2026-11-30; null where there is no such day. The century is the one that brings the year
 * nearest to the present: at most 49 years back and 50 ahead (GS1 General Specifications, section 7.12).
 */
export function readGs1Date(digits: string, thisYear: number): string | null {
  if (!/^\d{6}$/.test(digits)) return null
  const century = thisYear - (thisYear % 100)
  const ahead = Number(digits.slice(0, 2)) - (thisYear % 100)
  const year = century + Number(digits.slice(0, 2)) + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0)
  const month = Number(digits.slice(2, 4))
  if (month < 1 || month > 12) return null
  const last = lastDay(year, month)
  const day = Number(digits.slice(4, 6)) === 0 ? last : Number(digits.slice(4, 6))
  if (day > last) return null
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  )
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
