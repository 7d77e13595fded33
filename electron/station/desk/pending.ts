import type { ReadCode } from './know-code.ts'
import type { Choice } from '../../../shared/domain/packing/answer.ts'

/**
 * What the desk has asked or been told and waits to go on with. Kept in memory only: nothing has been done yet, and
 * anything else the packer does calls it off.
 */
export type Pending =
  /** A code that could be several things. `takingOut`: the goods it means come out of their box. */
  | { kind: 'question'; read: ReadCode; choices: readonly Choice[]; takingOut: boolean }
  /** Why the order is set aside. */
  | { kind: 'holdReason'; choices: readonly Choice[] }
  /** An order set aside, or left to another desk: named once more, it is taken up. */
  | { kind: 'takeBack'; orderNo: string }
  /** Goods lie in boxes without a waybill: said once more, the order is put down with them. */
  | { kind: 'leaveGoods' }
  /** The next goods come out. */
  | { kind: 'takeOut' }
