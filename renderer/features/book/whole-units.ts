/** A typed count from 1 to 10,000; null for anything else. */
export function wholeUnits(text: string): number | null {
  const units = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return units >= 1 && units <= 10_000 ? units : null
}
