/** A day of the desk's calendar as YYYY-MM-DD, in the computer's time zone: what a packer would call it. */
export function localDay(at: number): string {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  )
}

/** When such a day begins and the next one does, in milliseconds since 1970; null for a day that does not exist. */
export function localDayBounds(day: string): { from: number; to: number } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.slice(1).map(Number)
  if (parts === undefined) return null
  const [year = 0, month = 0, date = 0] = parts
  const from = new Date(year, month - 1, date).getTime()
  return localDay(from) === day ? { from, to: new Date(year, month - 1, date + 1).getTime() } : null
}

/** When the day of that moment began, by the desk's own calendar. */
export function dayStart(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A moment for a file's name: sorts by time, in UTC. */
export const stampOf = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')
