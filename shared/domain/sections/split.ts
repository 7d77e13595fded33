import type { ItemQuantity, SectionShape } from './shapes.ts'

/** Why some quantities cannot be taken out of a section. */
export interface SplitProblem {
  readonly problem: 'nothing-asked' | 'unknown-item' | 'bad-quantity' | 'too-many'
  readonly orderSectionItemNo?: string
}

/** Gives an item the quantity it has on one side of a split; a store also divides the item's discounts here. */
export type WithQuantity<Item> = (item: Item, qty: number, side: 'part' | 'rest') => Item

export interface SplitSides<Item> {
  /** What was asked for, in the section's own item order. */
  readonly part: readonly Item[]
  /** What stays behind; empty when everything was asked for. */
  readonly rest: readonly Item[]
  /** Item numbers of which some units are on either side. */
  readonly divided: readonly string[]
}

/** Adds up a list that may name an item twice, or says what is wrong with it. */
const totals = (
  section: SectionShape,
  asked: readonly ItemQuantity[],
): Map<string, number> | SplitProblem => {
  if (asked.length === 0) return { problem: 'nothing-asked' }
  const wanted = new Map<string, number>()
  for (const { orderSectionItemNo, qty } of asked) {
    const item = section.sectionItems.find((it) => it.orderSectionItemNo === orderSectionItemNo)
    if (item === undefined) return { problem: 'unknown-item', orderSectionItemNo }
    if (!Number.isSafeInteger(qty) || qty < 1) return { problem: 'bad-quantity', orderSectionItemNo }
    const total = (wanted.get(orderSectionItemNo) ?? 0) + qty
    if (total > item.qty) return { problem: 'too-many', orderSectionItemNo }
    wanted.set(orderSectionItemNo, total)
  }
  return wanted
}

/** Whether the quantities asked for are all there is in the section. */
export const isWholeSection = (section: SectionShape, asked: readonly ItemQuantity[]): boolean => {
  const wanted = totals(section, asked)
  return (
    wanted instanceof Map && section.sectionItems.every((it) => wanted.get(it.orderSectionItemNo) === it.qty)
  )
}

/** Whether some item is asked for with fewer units than the section has of it. */
export const dividesAnItem = (section: SectionShape, asked: readonly ItemQuantity[]): boolean => {
  const wanted = totals(section, asked)
  if (!(wanted instanceof Map)) return false
  return section.sectionItems.some((it) => {
    const qty = wanted.get(it.orderSectionItemNo)
    return qty !== undefined && qty < it.qty
  })
}

/**
 * Divides a section's items into the quantities asked for and what stays behind. No unit is lost or made: each item's
 * two sides always add up to what it was. Item numbers are left as they are; see `changeSection` for numbering.
 */
export const splitItems = <Item extends ItemQuantity>(
  section: SectionShape<Item>,
  asked: readonly ItemQuantity[],
  withQuantity: WithQuantity<Item>,
): SplitSides<Item> | SplitProblem => {
  const wanted = totals(section, asked)
  if (!(wanted instanceof Map)) return wanted
  const part: Item[] = []
  const rest: Item[] = []
  const divided: string[] = []
  for (const item of section.sectionItems) {
    const qty = wanted.get(item.orderSectionItemNo) ?? 0
    if (qty === 0) rest.push(item)
    else if (qty === item.qty) part.push(item)
    else {
      part.push(withQuantity(item, qty, 'part'))
      rest.push(withQuantity(item, item.qty - qty, 'rest'))
      divided.push(item.orderSectionItemNo)
    }
  }
  return { part, rest, divided }
}
