import type { SectionAssumptions } from './assumptions.ts'
import { nextItemNo, nextSectionNo } from './numbering.ts'
import type { ItemQuantity, SectionShape } from './shapes.ts'
import type { SplitProblem, WithQuantity } from './split.ts'
import { splitItems } from './split.ts'

/** How a section is rebuilt with other items, and under which numbers. Both sides of a split are made by it. */
export interface SplitOptions<Item extends ItemQuantity, Section extends SectionShape<Item>> {
  readonly orderNo: number
  /** The code for the section that comes into being; not used when the whole section was asked for. */
  readonly newSectionCode: () => string
  /** All sections of the order: their labels and item numbers are not given out again. */
  readonly siblings: readonly SectionShape[]
  readonly assumptions: SectionAssumptions
  readonly withQuantity: WithQuantity<Item>
  readonly withItemNo: (item: Item, orderSectionItemNo: string) => Item
  readonly withItems: (section: Section, items: readonly Item[]) => Section
  /** The section under a new code and label; a store decides here what else (fees, invoice) a new section carries. */
  readonly asNewSection: (section: Section, orderSectionCode: string, orderSectionNo: string) => Section
}

export interface SplitSection<Section> {
  readonly isNewSection: boolean
  /** The section that holds what was asked for. */
  readonly part: Section
  /** The section that holds what was left; undefined when the whole section was asked for. */
  readonly rest: Section | undefined
}

const renumber = <Item extends ItemQuantity, Section extends SectionShape<Item>>(
  items: readonly Item[],
  divided: readonly string[],
  options: SplitOptions<Item, Section>,
): readonly Item[] => {
  const how = options.assumptions.splitItemNumbers
  if (how === 'same') return items
  const used = options.siblings.flatMap((s) => s.sectionItems.map((it) => it.orderSectionItemNo))
  return items.map((item) => {
    if (how === 'next-when-divided' && !divided.includes(item.orderSectionItemNo)) return item
    const no = nextItemNo(options.orderNo, used)
    used.push(no)
    return options.withItemNo(item, no)
  })
}

/**
 * Takes some quantities out of a section into a section of their own. When everything is asked for there is no split:
 * the section stays as it is (`isNewSection` false). The assumptions decide which side keeps the old code; the other
 * side gets the new code, the order's next section label and, as assumed, new item numbers.
 */
export const splitSection = <Item extends ItemQuantity, Section extends SectionShape<Item>>(
  section: Section,
  asked: readonly ItemQuantity[],
  options: SplitOptions<Item, Section>,
): SplitSection<Section> | SplitProblem => {
  const sides = splitItems<Item>(section, asked, options.withQuantity)
  if ('problem' in sides) return sides
  if (sides.rest.length === 0) return { isNewSection: false, part: section, rest: undefined }
  const label = nextSectionNo(
    options.orderNo,
    options.siblings.map((s) => s.orderSectionNo),
  )
  const asNew = (items: readonly Item[]): Section => {
    const numbered = renumber(items, sides.divided, options)
    return options.asNewSection(options.withItems(section, numbered), options.newSectionCode(), label)
  }
  return options.assumptions.codeStaysWith === 'rest'
    ? { isNewSection: true, part: asNew(sides.part), rest: options.withItems(section, sides.rest) }
    : { isNewSection: true, part: options.withItems(section, sides.part), rest: asNew(sides.rest) }
}
