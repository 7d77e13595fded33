import type { SectionStatus } from './status.ts'

/** Some quantity of one item of an order. */
export interface ItemQuantity {
  readonly orderSectionItemNo: string
  /** Whole units, at least 1. */
  readonly qty: number
}

/** The least a section has to tell for its units to be moved about; real sections carry much more. */
export interface SectionShape<Item extends ItemQuantity = ItemQuantity> {
  readonly orderSectionNo: string
  readonly orderSectionCode: string
  readonly orderSectionStatus: SectionStatus
  readonly sectionItems: readonly Item[]
}
