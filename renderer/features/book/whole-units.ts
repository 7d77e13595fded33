import { unitsSchema } from '../../../shared/contract/catalog.ts'

/** A typed count of units that one scan may stand for; null for anything else. */
export function wholeUnits(text: string): number | null {
  const units = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return unitsSchema.safeParse(units).success ? units : null
}
