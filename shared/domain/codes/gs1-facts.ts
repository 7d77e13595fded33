import { readGs1Date } from './gs1-date.ts'
import type { Gs1Element } from './gs1-parse.ts'

/** What a packing desk makes of an element string; null for what it does not say. */
export type Gs1Facts = {
  /** The item scanned (01), or what is in the case scanned (02); fourteen digits. */
  gtin: string | null
  /** How many units of it: the count (37) of a case's content (02), else 1. */
  units: number
  lot: string | null
  serial: string | null
  /** Days such as 2026-11-30: use by (17), best before (15), made on (11). */
  expires: string | null
  bestBefore: string | null
  madeOn: string | null
  variant: string | null
  /** The number of a shipping carton or pallet (00). */
  sscc: string | null
}

/** The facts in a list of elements; `thisYear` decides the century of its dates. */
export function gs1Facts(elements: readonly Gs1Element[], thisYear: number): Gs1Facts {
  const value = (ai: string): string | null => elements.find((element) => element.ai === ai)?.value ?? null
  const day = (ai: string): string | null => readGs1Date(value(ai) ?? '', thisYear)
  const content = value('02')
  return {
    gtin: value('01') ?? content,
    units: value('01') === null && content !== null ? Math.max(Number(value('37') ?? '1'), 1) : 1,
    lot: value('10'),
    serial: value('21'),
    expires: day('17'),
    bestBefore: day('15'),
    madeOn: day('11'),
    variant: value('20'),
    sscc: value('00'),
  }
}
