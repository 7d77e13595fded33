import type { DeskAction } from './action.ts'
import type { Refusal } from './answer.ts'
import type { Around } from './around.ts'
import {
  boxesToTakeFrom,
  boxToPrint,
  boxToReopen,
  currentUnsealed,
  reopenableById,
  targetsOf,
  unsealedById,
  withSlip,
} from './boxes/which-box.ts'
import { decide, stopOfUnscanned } from './decide.ts'
import { refusalOf } from './decision.ts'
import { cannotPack, leastCount } from './goods/decide-goods.ts'
import type { Line } from './goods/line.ts'
import { readyToHandOver } from './order/decide-order.ts'
import type { Box, Packing } from './packing.ts'

/** Why something cannot be done now; null where it can. */
export type Verdict = Refusal | null

/** What can be done with the order on the desk, by what packers call it. */
export type DeskDeed =
  | 'closeBox'
  | 'nextBox'
  | 'sealAll'
  | 'emptyBox'
  | 'reopen'
  | 'printSlip'
  | 'takeRest'
  | 'takeOut'
  | 'countItem'
  | 'typeBox'
  | 'weighBox'
  | 'undo'
  | 'putDown'
  | 'handOver'
  | 'takeOverChanges'

/** What can be done with the order on the desk; where a deed needs more to be said, whether there is anything to say. */
export type DeskPossible = Record<DeskDeed, Verdict> & {
  /** The boxes that opening again and printing a slip mean where none is named. */
  boxes: { reopen: string | null; printSlip: string | null }
}

export function possibleNow(packing: Packing, around: Around): DeskPossible {
  const verdict = (action: DeskAction): Verdict => refusalOf(decide(packing, around, action))
  const reopened = boxToReopen(packing, around.reported)
  const slip = boxToPrint(packing)
  return {
    closeBox: verdict({ do: 'closeBox' }),
    nextBox: verdict({ do: 'nextBox' }),
    sealAll: verdict({ do: 'sealAll' }),
    emptyBox: verdict({ do: 'emptyBox', boxId: null }),
    reopen: refusalOf(reopened),
    printSlip: refusalOf(slip),
    takeRest: verdict({ do: 'takeRest' }),
    takeOut: refusalOf(boxesToTakeFrom(packing)),
    countItem: verdict({ do: 'countItem', units: leastCount(packing) }),
    typeBox: refusalOf(currentUnsealed(packing)),
    weighBox: verdict({ do: 'weighBox', grams: 1 }),
    undo: verdict({ do: 'undo' }),
    putDown: verdict({ do: 'putDown', leaveGoods: false }),
    handOver: refusalOf(readyToHandOver(packing)),
    takeOverChanges: verdict({ do: 'takeOverChanges' }),
    boxes: { reopen: reopened.ok ? reopened.it.id : null, printSlip: slip.ok ? slip.it.id : null },
  }
}

/** What can be done with one box. */
export type BoxPossible = {
  select: Verdict
  empty: Verdict
  reopen: Verdict
  printSlip: Verdict
  /** A unit of what is in it can be taken out. */
  takeOut: Verdict
  /** The boxes that goods of it can be moved into; a new one is always another. */
  moveTo: string[]
}

export function possibleWith(packing: Packing, around: Around, box: Box): BoxPossible {
  const verdict = (action: DeskAction): Verdict => refusalOf(decide(packing, around, action))
  const changeable = unsealedById(packing, box.id)
  const empty = verdict({ do: 'emptyBox', boxId: box.id })
  return {
    select: verdict({ do: 'selectBox', boxId: box.id }),
    empty,
    reopen: refusalOf(reopenableById(packing, box.id, around.reported)),
    printSlip: refusalOf(withSlip(box)),
    takeOut: empty,
    moveTo: changeable.ok ? targetsOf(packing, changeable.it).map(({ id }) => id) : [],
  }
}

/** Whether a unit of a line can be put into the current box without a scan. */
export const possibleByHand = (packing: Packing, around: Around, line: Line): Verdict =>
  stopOfUnscanned(packing, around) ?? cannotPack(packing, line, 1, around.rules)
