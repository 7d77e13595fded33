import type { BoxPromise } from '../../shared/domain/intents/kinds/dispatch.ts'
import type { World } from '../station/world.ts'

export type StoreSection = ReturnType<World['storeSections']>['order']['sections'][number]

/** What a section may show: one of these statuses, and one of these waybills (null: none). */
export type Expected = { statuses: readonly string[]; invoices: (string | null)[] }

/** What is wrong with the section that a box has become: it is to be the box's alone, with its goods, as expected. */
export function brokenSection(
  { boxId, goods }: BoxPromise,
  { statuses, invoices }: Expected,
  code: string | null,
  sections: readonly StoreSection[],
  owners: Map<string, string>,
): string[] {
  const section = sections.find((candidate) => candidate.orderSectionCode === code)
  if (section === undefined || code === null) return [`confirmed box ${boxId} has no section`]
  const broken: string[] = []
  const owner = owners.get(code)
  if (owner !== undefined) broken.push(`boxes ${owner} and ${boxId} are both section ${code}`)
  owners.set(code, boxId)
  if (!statuses.includes(section.orderSectionStatus))
    broken.push(`box ${boxId}: section is ${section.orderSectionStatus}`)
  if (!invoices.includes(section.invoice?.invoiceNo ?? null)) broken.push(`box ${boxId}: another waybill`)
  const inStore = units(section.sectionItems.map(({ orderItemCode, qty }) => ({ line: orderItemCode, qty })))
  const inBox = units(goods)
  if (inStore !== inBox) broken.push(`box ${boxId}: holds ${inBox}, its section ${inStore}`)
  return broken
}

/** The goods by order line: their items may be numbered anew when a section is divided. */
function units(goods: readonly { line: string; qty: number }[]): string {
  const sums = new Map<string, number>()
  for (const { line, qty } of goods) sums.set(line, (sums.get(line) ?? 0) + qty)
  return [...sums]
    .map(([line, qty]) => `${line}×${String(qty)}`)
    .sort()
    .join(' ')
}
