import type { Standing } from '../orders/standing.ts'
import type { UndoableEvent } from './packing.ts'

/** A box as a message names it. */
type BoxNumber = { box: number }

/** Why the desk turned something down, with what the packer needs to know to go on. */
export type Refusal =
  /** The code itself is unusable. */
  | { kind: 'mangledCode' }
  | { kind: 'damagedCommand' }
  /** No order on the desk. */
  | { kind: 'unknownOrder' }
  /** Not on this desk yet: the store is being asked, and the order opens by itself if it is there. */
  | { kind: 'lookingUpOrder' }
  | { kind: 'scanOrderFirst' }
  | { kind: 'standing'; orderNo: string; standing: Exclude<Standing, 'ready'> }
  | { kind: 'allInBoxes'; orderNo: string }
  /** Another order, or the same one, is on the desk. */
  | { kind: 'otherOrderOnDesk'; orderNo: string }
  | { kind: 'sameOrder'; orderNo: string }
  /** Goods. */
  | { kind: 'unknownCode' }
  | { kind: 'wrongItem'; name: string }
  | { kind: 'ambiguousCode'; names: string[] }
  | { kind: 'tooMany'; name: string; needed: number; done: number; units: number }
  | ({ kind: 'otherSection'; name: string; sectionNo: string } & BoxNumber)
  | ({ kind: 'waybillFirst' } & BoxNumber)
  /** Boxes. */
  | { kind: 'noBox' }
  | ({ kind: 'emptyBox' } & BoxNumber)
  | ({ kind: 'alreadySealed' } & BoxNumber)
  | { kind: 'nothingToUndo' }
  | { kind: 'unsealedGoods'; boxes: number[] }
  /** The store has changed the order: see the desk's `drift`, then take the changes over. */
  | { kind: 'orderChanged'; orderNo: string }
  /** The store wants fewer of these than the box holds. */
  | ({ kind: 'takeOut'; name: string; units: number } & BoxNumber)
  /** Nothing there to take out, or to take over. */
  | { kind: 'nothingToDo' }
  /** A box that cannot be told. */
  | { kind: 'pinNeeded' }
  | { kind: 'wrongPin' }
  | { kind: 'beingTold' }
  /** Waybills. */
  | { kind: 'looksLikeProduct' }
  | { kind: 'looksLikeOrder'; orderNo: string }
  | { kind: 'badTrackingNumber' }
  | ({ kind: 'trackingNumberUsed'; orderNo: string } & BoxNumber)
  | { kind: 'noCourier' }
  | { kind: 'undividable'; name: string; inBox: number; ordered: number }

/** What the desk has just done. */
export type Acceptance =
  | { kind: 'orderOpened'; orderNo: string; units: number }
  | { kind: 'orderResumed'; orderNo: string; units: number }
  | { kind: 'orderPutDown'; orderNo: string }
  | ({ kind: 'itemScanned'; name: string; units: number; done: number; needed: number } & BoxNumber)
  | ({ kind: 'orderComplete'; name: string } & BoxNumber)
  | { kind: 'orderUpdated'; orderNo: string }
  | ({ kind: 'itemTakenOut'; name: string } & BoxNumber)
  | ({ kind: 'boxVoided' } & BoxNumber)
  | ({ kind: 'boxHandedOver' } & BoxNumber)
  | { kind: 'pinSet' }
  | ({ kind: 'boxOpened' } & BoxNumber)
  | ({ kind: 'boxClosed' } & BoxNumber)
  | ({ kind: 'boxSelected' } & BoxNumber)
  | ({ kind: 'boxEmptied' } & BoxNumber)
  | ({ kind: 'boxSealed'; invoiceNo: string; last: boolean } & BoxNumber)
  | { kind: 'undone'; what: UndoableEvent['type'] }

export type Answer = { ok: true; said: Acceptance } | { ok: false; said: Refusal }
