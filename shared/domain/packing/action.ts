import type { Invoice } from '../orders/order.ts'
import type { Move } from './boxes/decide-box.ts'

/** Everything a packer does to the order on the desk, but for scanning goods. */
export type DeskAction =
  | { do: 'closeBox' | 'nextBox' | 'sealAll' | 'takeRest' | 'undo' | 'takeOverChanges' }
  /** `boxId` null: the current box. */
  | { do: 'emptyBox'; boxId: string | null }
  | { do: 'selectBox' | 'reopenBox'; boxId: string }
  | { do: 'typeBox'; code: string }
  | { do: 'weighBox'; grams: number }
  | { do: 'packByHand'; sectionCode: string; itemNo: string }
  /** `units`: with those that were scanned. */
  | { do: 'countItem'; units: number }
  | { do: 'takeOut'; boxId: string; itemNo: string }
  | ({ do: 'moveItem' } & Move)
  | { do: 'seal'; invoice: Invoice }
  | { do: 'putDown'; leaveGoods: boolean }
  | { do: 'holdOrder'; reason: string }
  | { do: 'handOver'; desk: string; note: string }
  | { do: 'writeNote'; text: string }
