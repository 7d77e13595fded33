import type { StoreSection } from './ask-store.ts'
import { parcelGoods, waybills } from './steps.ts'

/**
 * What is wrong with the store's account of the order, or nothing: exactly two sections of [A ×1, B ×2], both in
 * 배송중, each with its own waybill, one of them the section there was before.
 */
export function faultsOf(before: readonly StoreSection[], after: readonly StoreSection[]): string[] {
  const faults: string[] = []
  if (after.length !== 2) faults.push(`${String(after.length)} sections instead of 2`)
  for (const { code, status, goods } of after) {
    if (status !== 'SHIPPING') faults.push(`section ${code} is ${status}`)
    if (JSON.stringify(sorted(goods)) !== JSON.stringify(sorted(parcelGoods))) {
      faults.push(`section ${code} holds ${JSON.stringify(goods)}`)
    }
  }
  const numbers = after.map((section) => section.invoiceNo ?? 'none').sort()
  if (numbers.join() !== [...waybills].sort().join()) faults.push(`waybills ${numbers.join(', ')}`)
  if (!after.some((section) => before.some((old) => old.code === section.code))) {
    faults.push('the old section is not one of them')
  }
  return faults
}

const sorted = (goods: Readonly<Record<string, number>>) =>
  Object.entries(goods).sort(([x], [y]) => x.localeCompare(y))
