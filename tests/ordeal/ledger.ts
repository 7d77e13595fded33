import type { BoxView, DeskView } from '../../shared/contract/snapshot.ts'
import type { Failure } from './failures.ts'
import { inWords, tally, type Goods } from './store-reader.ts'

/** A box as the packer was told that it is sealed. */
export type SealedBox = {
  orderNo: string
  boxId: string
  goods: Goods
  waybill: string
  sealedAt: number
  /** The address that the screen showed, and the label has. */
  label: string
  /** The database has been put back to a time before the seal. */
  rolledBack: boolean
}

const goodsIn = ({ lines }: DeskView, box: BoxView): Goods =>
  tally(
    box.contents.map(({ itemNo, qty }) => [
      lines.find((line) => line.itemNo === itemNo)?.codes[0] ?? itemNo,
      qty,
    ]),
  )

/** What one desk has told its packer, and nothing else: goods taken, boxes as shown, seals with their waybills. */
export function createLedger() {
  const boxes: SealedBox[] = []
  const failures: Failure[] = []
  /** The order on the desk as it was shown after the last answer. */
  let shown: { orderNo: string; units: Map<string, number> } | null = null

  return {
    boxes,
    failures,
    /** How often the packer was told that a waybill of this desk's own is another parcel's, and could not go on. */
    stopped: 0,
    has: (waybill: string): boolean => boxes.some((box) => box.waybill === waybill),

    /** The screen after an answer; `begun`: it is the first one of a new process. */
    sees(desk: DeskView | null, begun: boolean): void {
      const before = shown
      shown =
        desk === null
          ? null
          : { orderNo: desk.orderNo, units: new Map(desk.boxes.map(({ id, units }) => [id, units])) }
      if (!begun || before === null || shown === null || before.orderNo !== shown.orderNo) return
      for (const [boxId, units] of before.units) {
        const now = shown.units.get(boxId)
        // What was scanned last may not have been answered, and be there.
        if (now === undefined || now < units)
          failures.push({
            name: 'lostScan',
            what: `box ${boxId} had ${String(units)} units, and ${String(now)} after a restart`,
          })
      }
    },

    /** A box that the screen shows as sealed: it has its waybill from then on. */
    seals(desk: DeskView, box: BoxView, now: number): void {
      const waybill = box.invoice?.invoiceNo
      if (waybill === undefined || boxes.some((known) => known.waybill === waybill)) return
      boxes.push({
        orderNo: desk.orderNo,
        boxId: box.id,
        goods: goodsIn(desk, box),
        waybill,
        sealedAt: now,
        label: desk.receiver?.address ?? '',
        rolledBack: false,
      })
    },

    /** The database is as it was at that moment: the boxes that were sealed since, which it no longer knows. */
    goesBackTo(at: number): SealedBox[] {
      shown = null
      const gone = boxes.filter(({ sealedAt, rolledBack }) => !rolledBack && sealedAt > at)
      for (const box of gone) box.rolledBack = true
      return gone
    },

    inWords: (box: SealedBox): string => `${box.boxId} [${inWords(box.goods)}] ${box.waybill}`,
  }
}

export type Ledger = ReturnType<typeof createLedger>
