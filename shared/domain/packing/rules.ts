/** Whether the packer is asked for something: never · may give it · the box is not sealed without it. */
export type Asking = 'off' | 'optional' | 'required'

/** How this desk packs, as set by its lead. */
export type Rules = {
  /** Goods have to be scanned in the order of the list. */
  forcedOrder: boolean
  /** Lines of so many units or more may be counted by number; 0: never. */
  quantityFrom: number
  boxType: Asking
  weight: Asking
}

export const plainRules: Rules = { forcedOrder: false, quantityFrom: 5, boxType: 'off', weight: 'off' }
