import type { SectionAssumptions } from './assumptions.ts'
import { defaultSectionAssumptions } from './assumptions.ts'
import type { ItemQuantity, SectionShape } from './shapes.ts'
import type { SectionStatus } from './status.ts'

/** The options of `changeSection` and `splitSection` for sections that are plain objects with nothing else to divide. */
export const plainSections = <Item extends ItemQuantity, Section extends SectionShape<Item>>(
  orderNo: number,
  newSectionCode: () => string,
  assumptions: SectionAssumptions = defaultSectionAssumptions,
) => ({
  orderNo,
  newSectionCode,
  assumptions,
  withQuantity: (item: Item, qty: number): Item => ({ ...item, qty }),
  withItemNo: (item: Item, orderSectionItemNo: string): Item => ({ ...item, orderSectionItemNo }),
  withItems: (section: Section, sectionItems: readonly Item[]): Section => ({ ...section, sectionItems }),
  withStatus: (section: Section, orderSectionStatus: SectionStatus): Section => ({
    ...section,
    orderSectionStatus,
  }),
  asNewSection: (section: Section, orderSectionCode: string, orderSectionNo: string): Section => ({
    ...section,
    orderSectionCode,
    orderSectionNo,
  }),
})
