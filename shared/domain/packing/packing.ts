import type { Channel, Invoice, Receiver } from '../orders/order.ts'
import type { Content } from '../orders/goods.ts'
import type { Identity, PackingEvent } from './log/events.ts'
import type { Line } from './goods/line.ts'
import type { ShippedWhen } from './shipped-when.ts'

type BoxBody = {
  id: string
  /** What the packer writes on the box: 1, 2, 3 … over the whole life of the order. */
  number: number
  /** Which opening of the order the box belongs to; only boxes of the present one count towards its lines. */
  run: number
  /** Serial numbers and lots of what it holds. */
  identities: Identity[]
  /** What kind of box it is, by its printed code, and what it weighs; null where nobody said. */
  typeCode: string | null
  grams: number | null
}

/**
 * A box holds units of one section only, because it becomes one section.
 * open: being filled · closed: full, waits for its waybill · sealed: promised to the store, no longer ours to change
 * · voided: given up after all, its goods taken out.
 */
export type Box =
  | (BoxBody & { state: 'open' | 'closed'; sectionCode: string | null; contents: Content[] })
  | (BoxBody & {
      state: 'sealed' | 'voided'
      sectionCode: string
      contents: Content[]
      /** Null while its waybill is taken off and it has no new one. */
      invoice: Invoice | null
      shipped: ShippedWhen
      /** It was scanned into the courier's cage. */
      withCourier: boolean
    })

/** A box of some order, by the number that is written on it. */
export type BoxOfOrder = { orderNo: string; box: number }

/** A box that can still be changed. */
export type UnsealedBox = Extract<Box, { state: 'open' | 'closed' }>

export const isUnsealed = (box: Box): box is UnsealedBox => box.state === 'open' || box.state === 'closed'

export type UndoableEvent = Extract<
  PackingEvent,
  {
    type:
      | 'boxOpened'
      | 'itemScanned'
      | 'itemTakenOut'
      | 'itemMoved'
      | 'itemIdentified'
      | 'boxTyped'
      | 'boxWeighed'
      | 'boxClosed'
      | 'boxSelected'
      | 'boxEmptied'
  }
>

/** An event that can be taken back, and which box was current before it. */
export type UndoEntry = { seq: number; event: UndoableEvent; currentBefore: string | null }

/** The state of one order at the desk: a fold of its events and nothing else. */
export type Packing = {
  orderNo: string
  onDesk: boolean
  run: number
  channel: Channel
  ordererName: string
  receiver: Receiver | null
  lines: Line[]
  boxes: Box[]
  currentBoxId: string | null
  /** Set aside at this desk, and why; handed to another desk, and which. */
  held: string | null
  handedTo: string | null
  notes: string[]
  /** A waybill that was scanned before the goods of its section. */
  waybill: { sectionCode: string; invoice: Invoice } | null
  /** What can be undone, oldest first. Sealing empties it. */
  undo: UndoEntry[]
}

export const nothingPacked = (orderNo: string): Packing => ({
  orderNo,
  onDesk: false,
  run: 0,
  channel: 'IMWEB',
  ordererName: '',
  receiver: null,
  lines: [],
  boxes: [],
  currentBoxId: null,
  held: null,
  handedTo: null,
  notes: [],
  waybill: null,
  undo: [],
})

export const boxById = (packing: Packing, boxId: string): Box | undefined =>
  packing.boxes.find((box) => box.id === boxId)

export const currentBox = ({ boxes, currentBoxId }: Packing): Box | undefined =>
  boxes.find((box) => box.id === currentBoxId)

export const unitsIn = (box: Box): number => box.contents.reduce((sum, content) => sum + content.qty, 0)

/** The line that a box's goods are of. */
export const lineAt = (
  packing: Packing,
  { sectionCode, itemNo }: { sectionCode: string | null; itemNo: string },
): Line | undefined =>
  packing.lines.find((line) => line.sectionCode === sectionCode && line.itemNo === itemNo)

/** Units of a line that are in boxes, sealed or not. */
export function unitsDone(packing: Packing, line: Line): number {
  return packing.boxes
    .filter(
      (box) => box.run === packing.run && box.state !== 'voided' && box.sectionCode === line.sectionCode,
    )
    .flatMap((box) => box.contents)
    .filter((content) => content.itemNo === line.itemNo)
    .reduce((sum, content) => sum + content.qty, 0)
}

/** Less than none where boxes hold more than the store now wants. */
export const unitsLeft = (packing: Packing, line: Line): number => line.qty - unitsDone(packing, line)

/** Every unit is in a box. */
export const allBoxed = (packing: Packing): boolean =>
  packing.lines.length > 0 && packing.lines.every((line) => unitsLeft(packing, line) <= 0)

/** Boxes of the present opening that hold something and have no waybill yet. */
export const unsealedBoxes = (packing: Packing): UnsealedBox[] =>
  packing.boxes.filter(isUnsealed).filter((box) => box.run === packing.run && box.contents.length > 0)

/** Every unit is in a sealed box: the order can leave the desk for good. */
export const allSealed = (packing: Packing): boolean =>
  allBoxed(packing) && unsealedBoxes(packing).length === 0

/** Units of a line in a box that still have no serial number or lot. */
export function unitsUnidentified(box: Box, line: Line): number {
  if (line.capture === null || box.sectionCode !== line.sectionCode) return 0
  const held = box.contents.find((content) => content.itemNo === line.itemNo)?.qty ?? 0
  const told = box.identities.filter(({ itemNo }) => itemNo === line.itemNo)
  return held - told.reduce((sum, identity) => sum + identity.units, 0)
}

/** The first line in a box that a serial number or a lot is missing for. */
export const lineToIdentify = (packing: Packing, box: Box): Line | undefined =>
  packing.lines.find((line) => unitsUnidentified(box, line) > 0)
