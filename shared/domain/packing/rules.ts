import type { ShippedWhen } from './shipped-when.ts'

/** Whether the packer is asked for something: never · may give it · the box is not sealed without it. */
export const askings = ['off', 'optional', 'required'] as const
type Asking = (typeof askings)[number]

/** How this desk packs, as set by its lead. */
export type Rules = {
  /** Goods have to be scanned in the order of the list. */
  forcedOrder: boolean
  /** Lines of so many units or more may be counted by number; 0: never. */
  quantityFrom: number
  boxType: Asking
  weight: Asking
  /** When a box sealed now becomes 배송중. */
  shipped: ShippedWhen
}
