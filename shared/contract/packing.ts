import { z } from 'zod'

const nothing = z.strictObject({})
const boxId = z.string().max(64)
const itemNo = z.string().max(64)
const line = { sectionCode: z.string().max(64), itemNo }
const words = z.string().trim().min(1).max(200)

/** Everything a packer does to the order on the desk. Each is answered with the snapshot that shows it. */
export const packingInputs = {
  /** A code as scanned or typed: an order, goods, a command, a waybill; the station decides which. */
  scan: z.strictObject({
    code: z.string().max(4096),
    /** Milliseconds since the same code was last read, by the scanner's keys; absent where it was typed or is another. */
    sinceSame: z.number().min(0).optional(),
  }),
  /** `takeBack`: although it was set aside here, or left to another desk. */
  openOrder: z.strictObject({ orderNo: z.string().max(32), takeBack: z.boolean().optional() }),
  /** `leaveGoods`: boxes without a waybill stay as they are and wait for the order to come back. */
  putDown: z.strictObject({ leaveGoods: z.boolean() }),
  /** Sets the order aside; `reason` is one of the desk's own words for it, or the packer's. */
  holdOrder: z.strictObject({ reason: words }),
  /** Leaves the order to another desk. */
  handOver: z.strictObject({ desk: z.string().trim().min(1).max(40), note: z.string().trim().max(200) }),
  writeNote: z.strictObject({ text: words }),
  closeBox: nothing,
  nextBox: nothing,
  /** Closes every box with goods in it; their waybills are asked for one after the other. */
  sealAll: nothing,
  selectBox: z.strictObject({ boxId }),
  emptyBox: z.strictObject({ boxId }),
  /** Opens a sealed box again, as long as the store has not been told of it. */
  reopenBox: z.strictObject({ boxId }),
  typeBox: z.strictObject({ code: z.string().regex(/^\d{2}$/) }),
  weighBox: z.strictObject({ grams: z.number().int().min(1).max(1_000_000) }),
  /** Puts one unit of a line into the current box without a scan. */
  packByHand: z.strictObject(line),
  /** Makes the goods just scanned so many units. */
  countItem: z.strictObject({ units: z.number().int().min(2).max(999) }),
  /** Puts all that is left of the current box's section into it without a scan. */
  takeRest: nothing,
  /** Takes one unit out of an unsealed box. */
  takeOut: z.strictObject({ boxId, itemNo }),
  /** The next goods scanned are taken out of their box. */
  armTakeOut: nothing,
  /** `toBoxId` null: into a new box. */
  moveItem: z.strictObject({
    boxId,
    toBoxId: boxId.nullable(),
    itemNo,
    units: z.number().int().min(1).max(10_000),
  }),
  /** Goes on with the order as the store has changed it. */
  takeOverChanges: nothing,
  undo: nothing,
  chooseCourier: z.strictObject({ courierIdx: z.number().int() }),
  /** Answers the question on the screen by the place of one of its choices, counted from 1. */
  choose: z.strictObject({ place: z.number().int().min(1).max(20) }),
  /** Says yes to what the desk has just warned of. */
  confirm: nothing,
} as const
