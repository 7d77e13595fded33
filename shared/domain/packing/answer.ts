import type { Standing } from '../orders/standing.ts'
import type { CaptureKind } from './goods/line.ts'
import type { UndoableEvent } from './packing.ts'
import type { ShippedWhen } from './shipped-when.ts'

/** A box as a message names it. */
type BoxNumber = { box: number }

/** Why a sealed box must not leave. */
export type HandoverStop = 'cancelRequested' | 'cancelled' | 'held'

/** Where a scan goes: to the desk, or to the courier's cage. */
type Place = 'packing' | 'handover'

/** Reasons for setting an order aside that can be said by scanner. */
export const holdReasons = ['missing', 'damaged', 'ask', 'other'] as const
type HoldReason = (typeof holdReasons)[number]

/** One of the things a code could mean. */
export type Choice =
  | { kind: 'item'; sectionCode: string; itemNo: string; name: string; options: string }
  | { kind: 'order'; orderNo: string }
  | { kind: 'waybill'; courierIdx: number; courierName: string; invoiceNo: string }
  /** Why an order is set aside, by one of the desk's own words for it. */
  | { kind: 'holdReason'; reason: HoldReason }

/** What the desk has asked and waits to be told; whatever else is done calls it off. */
export type Question =
  | { kind: 'choose'; choices: readonly Choice[] }
  /** Whether an order that is set aside, or left to another desk, is taken up here. */
  | { kind: 'takeBack'; orderNo: string }
  /** Whether the order is put down although goods lie in boxes without a waybill. */
  | { kind: 'leaveGoods' }

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
  | { kind: 'standing'; orderNo: string; standing: Exclude<Standing, 'ready' | 'unreadable'> }
  /** The store says something of the order that this desk does not understand: the field, and what it says. */
  | { kind: 'unreadable'; orderNo: string; field: string; value: string }
  | { kind: 'allInBoxes'; orderNo: string }
  /** Set aside at this desk, or left to another: scanned once more, it is taken up here. */
  | { kind: 'setAside'; orderNo: string; reason: string }
  | { kind: 'atOtherDesk'; orderNo: string; desk: string }
  /** An order is not handed over to the desk it lies on. */
  | { kind: 'ownDesk'; desk: string }
  /** Another order, or the same one, is on the desk. */
  | { kind: 'otherOrderOnDesk'; orderNo: string }
  | { kind: 'sameOrder'; orderNo: string }
  /** Goods. */
  | { kind: 'unknownCode' }
  | { kind: 'wrongItem'; name: string }
  /** The code could mean any of these: the packer says which, by its place in the list. */
  | { kind: 'whichOne'; choices: Choice[] }
  | { kind: 'badCheckDigit' }
  | { kind: 'gs1Ambiguous' }
  | { kind: 'gs1Invalid' }
  /** The same goods' code came again faster than goods can be scanned; it was counted once. */
  | { kind: 'doubleScan' }
  | { kind: 'outOfOrder'; name: string; expected: string }
  | { kind: 'countEach'; name: string }
  | { kind: 'scanItemFirst' }
  | { kind: 'notInABox'; name: string }
  | { kind: 'identityFirst'; name: string; capture: CaptureKind }
  | { kind: 'notAnIdentity'; capture: CaptureKind }
  | { kind: 'serialUsed'; value: string; orderNo: string }
  | { kind: 'noOneItemOrder'; name: string }
  | { kind: 'tooMany'; name: string; needed: number; done: number; units: number }
  | ({ kind: 'otherSection'; name: string; sectionNo: string } & BoxNumber)
  | ({ kind: 'waybillFirst' } & BoxNumber)
  /** Boxes. */
  | { kind: 'noBox' }
  | ({ kind: 'emptyBox' } & BoxNumber)
  | ({ kind: 'alreadySealed' } & BoxNumber)
  /** The box was given up: its goods count as unpacked, its waybill is void. */
  | ({ kind: 'givenUpBox' } & BoxNumber)
  | { kind: 'nothingToUndo' }
  /** Asked before the order is put down: said yes to, the boxes stay as they are. */
  | { kind: 'unsealedGoods'; boxes: number[] }
  /** An order is handed over only with empty hands. */
  | { kind: 'goodsStayHere'; boxes: number[] }
  /** The store has changed the order: see the desk's `drift`, then take the changes over. */
  | { kind: 'orderChanged'; orderNo: string }
  /** The store wants fewer of these than the box holds. */
  | ({ kind: 'takeOut'; name: string; units: number } & BoxNumber)
  | ({ kind: 'boxTypeFirst' } & BoxNumber)
  | ({ kind: 'weightFirst' } & BoxNumber)
  | { kind: 'unknownBoxType'; code: string }
  /** The store knows of the box: it cannot be opened again. */
  | ({ kind: 'reportedAlready' } & BoxNumber)
  /** People. */
  | { kind: 'signInFirst' }
  | { kind: 'leadOnly' }
  | { kind: 'unknownBadge' }
  | { kind: 'waitForPin'; seconds: number }
  | { kind: 'nameTaken'; name: string }
  | { kind: 'lastLead' }
  /** Nothing there to take out, or to take over. */
  | { kind: 'nothingToDo' }
  /** The orders have not all been read again since the desk's data turned out to be of an earlier time. */
  | { kind: 'stillReading' }
  /** A box that cannot be told. */
  | { kind: 'pinNeeded' }
  | { kind: 'wrongPin' }
  | { kind: 'beingReported' }
  /** Waybills. */
  | { kind: 'looksLikeProduct' }
  | { kind: 'looksLikeOrder'; orderNo: string }
  | { kind: 'badTrackingNumber' }
  | ({ kind: 'trackingNumberUsed'; orderNo: string } & BoxNumber)
  | { kind: 'noCourier' }
  /** The shop has registered a waybill for the box's section: the box gets that one, and all of the section. */
  | ({ kind: 'otherWaybill'; invoiceNo: string } & BoxNumber)
  | ({ kind: 'oneWaybill'; invoiceNo: string } & BoxNumber)
  /** A sealed box's waybill is to be corrected: it has that one already · the parcel is past correcting · it is on its way,
   * and a waybill only comes off before that · the store has none to take off (`canReopen`: nor has it heard of the box) · a correction is on its way to the
   * store · a person sees to the box in the shop's own pages. */
  | ({ kind: 'sameWaybill' } & BoxNumber)
  | ({ kind: 'waybillFixed' } & BoxNumber)
  | ({ kind: 'onItsWay' } & BoxNumber)
  | ({ kind: 'reopenInstead'; canReopen: boolean } & BoxNumber)
  | ({ kind: 'correctionPending' } & BoxNumber)
  | ({ kind: 'seenToByHand' } & BoxNumber)
  /** The courier's handover: no box of this desk has the waybill · a code of the desk in a place that takes waybills only
   * · its box becomes 배송중 otherwise · the box has another waybill by now, or none (null) · it was scanned before · the
   * store has been told. */
  | { kind: 'unknownWaybill' }
  | { kind: 'waybillsOnly' }
  | ({ kind: 'notForHandover'; orderNo: string; shipped: ShippedWhen } & BoxNumber)
  | ({ kind: 'oldWaybill'; orderNo: string; invoiceNo: string | null } & BoxNumber)
  | ({ kind: 'alreadyWithCourier'; orderNo: string } & BoxNumber)
  | ({ kind: 'handoverReported'; orderNo: string } & BoxNumber)
  /** The store holds it back: it must not leave. */
  | ({ kind: 'keepFromCourier'; orderNo: string; why: HandoverStop } & BoxNumber)
  /** What the store is to be told by itself: it is promised already · by the order as last heard it cannot be done. */
  | { kind: 'promisedAlready'; orderNo: string }
  | { kind: 'notAsItStands'; orderNo: string }
  | { kind: 'undividable'; itemNo: string; name: string; inBox: number; ordered: number }

/** What the desk has just done. */
export type Acceptance =
  | { kind: 'orderOpened'; orderNo: string; units: number }
  | { kind: 'orderResumed'; orderNo: string; units: number }
  /** `left`: units that go back into the queue. */
  | { kind: 'orderPutDown'; orderNo: string; left: number }
  | { kind: 'orderHeld'; orderNo: string; reason: string }
  | { kind: 'orderHandedOver'; orderNo: string; desk: string }
  | { kind: 'noteWritten' }
  | ({ kind: 'restTaken'; units: number } & BoxNumber)
  | ({ kind: 'itemMoved'; name: string; units: number; from: number } & BoxNumber)
  | { kind: 'itemIdentified'; name: string; capture: CaptureKind; value: string; missing: number }
  | ({ kind: 'boxTyped'; name: string } & BoxNumber)
  | ({ kind: 'boxWeighed'; grams: number } & BoxNumber)
  | { kind: 'boxesClosed'; boxes: number[] }
  | ({ kind: 'boxReopened' } & BoxNumber)
  /** The slip of a box is to be printed. */
  | ({ kind: 'slipWanted' } & BoxNumber)
  /** The next goods scanned come out of their box; and that was called off. */
  | { kind: 'takeOutNext' }
  | { kind: 'calledOff' }
  | { kind: 'signedIn'; name: string }
  | { kind: 'signedOut' }
  | { kind: 'personSaved'; name: string }
  | ({ kind: 'itemScanned'; name: string; units: number; done: number; needed: number } & BoxNumber)
  | ({ kind: 'orderComplete'; name: string } & BoxNumber)
  | { kind: 'orderUpdated'; orderNo: string }
  | ({ kind: 'itemTakenOut'; name: string } & BoxNumber)
  | ({ kind: 'boxVoided' } & BoxNumber)
  /** `what`: a kind of intent. */
  | { kind: 'intentGiven'; orderNo: string; what: string }
  | { kind: 'intentGivenUp'; orderNo: string; what: string }
  | { kind: 'handedToPerson'; box: number | null }
  | ({ kind: 'waybillCorrected'; invoiceNo: string | null } & BoxNumber)
  | ({ kind: 'waybillKept'; invoiceNo: string | null } & BoxNumber)
  | ({ kind: 'boxGivenToCourier'; orderNo: string } & BoxNumber)
  | ({ kind: 'boxTakenBack'; orderNo: string } & BoxNumber)
  /** Another place of the window is wanted: its scans go there from now on. */
  | { kind: 'placeWanted'; place: Place }
  | { kind: 'pinSet' }
  /** Sending goes on from the data that there is. */
  | { kind: 'wentOn' }
  | ({ kind: 'boxOpened' } & BoxNumber)
  | ({ kind: 'boxClosed' } & BoxNumber)
  | ({ kind: 'boxSelected' } & BoxNumber)
  | ({ kind: 'boxEmptied' } & BoxNumber)
  | ({ kind: 'boxSealed'; invoiceNo: string; last: boolean } & BoxNumber)
  | { kind: 'undone'; what: UndoableEvent['type'] }

export type Answer = { ok: true; said: Acceptance } | { ok: false; said: Refusal }
