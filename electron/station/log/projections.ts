import {
  allSealed,
  unitsDone,
  unsealedBoxes,
  type BoxOfOrder,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'
import type { LogTable } from '../database/tables.ts'
import type { Handover, Projected } from './project.ts'

type HandoverRow = Record<string, string | number | null>

export type ProjectionOptions = {
  /** Names another table of the same shape, while they are being rebuilt. */
  named?: (table: LogTable) => string
  /**
   * What a waybill's number does that another box has already. A desk that gave it twice would be wrong: it throws. A log
   * with a gap may not say that the first box was opened again: then the number stays where it is first seen.
   */
  taken?: 'throws' | 'stays'
}

/** The tables that are read from the log, kept in step with it inside the same transaction. */
export function createPackingProjections(
  db: Database,
  { named = (table) => table, taken = 'throws' }: ProjectionOptions = {},
) {
  const [progress, waybills, serials] = [named('packing_progress'), named('waybills'), named('serials')]
  const handovers = named('handovers')
  const upsert = db.prepare<[string, number, number, number, number, string | null, string | null]>(
    `INSERT INTO ${progress} (order_no, needed, packed, unsealed, all_sealed, held, handed_to)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_no) DO UPDATE SET needed = excluded.needed, packed = excluded.packed,
       unsealed = excluded.unsealed, all_sealed = excluded.all_sealed, held = excluded.held,
       handed_to = excluded.handed_to`,
  )
  // A number that its own box still holds, because the store may have it, can become the box's again; and that of a box
  // given up the next one's of the same order.
  const giveWaybill = db.prepare<[string, string, number]>(
    `INSERT INTO ${waybills} (invoice_no, order_no, box_number) VALUES (?, ?, ?)
     ON CONFLICT (invoice_no) DO UPDATE SET box_number = excluded.box_number
       WHERE order_no = excluded.order_no`,
  )
  const freeWaybill = db.prepare<[string, string]>(
    `DELETE FROM ${waybills} WHERE invoice_no = ? AND order_no = ?`,
  )
  const waybill = db.prepare<[string], BoxOfOrder>(
    `SELECT order_no AS orderNo, box_number AS box FROM ${waybills} WHERE invoice_no = ?`,
  )
  // A number that another order has is that order's, whatever a log with a gap says.
  const putSerial = db.prepare<[string, string, string, number]>(
    `INSERT INTO ${serials} (product, serial, order_no, box_number) VALUES (?, ?, ?, ?)
     ON CONFLICT (product, serial) DO UPDATE SET box_number = excluded.box_number WHERE order_no = excluded.order_no`,
  )
  const freeSerial = db.prepare<[string, string, string]>(
    `DELETE FROM ${serials} WHERE product = ? AND serial = ? AND order_no = ?`,
  )
  const serial = db
    .prepare<[string, string], string>(`SELECT order_no FROM ${serials} WHERE product = ? AND serial = ?`)
    .pluck()

  const addHandover = db.prepare<[HandoverRow]>(
    `INSERT OR REPLACE INTO ${handovers} (box_id, order_no, box_number, courier_idx, invoice_no, sealed_at, given_at)
     VALUES (@boxId, @orderNo, @number, @courierIdx, @invoiceNo, @sealedAt, @givenAt)`,
  )
  const removeHandover = db.prepare<[string]>(`DELETE FROM ${handovers} WHERE box_id = ?`)
  const giveHandover = db.prepare<[number | null, string]>(
    `UPDATE ${handovers} SET given_at = ? WHERE box_id = ?`,
  )
  const labelHandover = db.prepare<[number | null, string | null, string]>(
    `UPDATE ${handovers} SET courier_idx = ?, invoice_no = ? WHERE box_id = ?`,
  )

  function writeHandover(orderNo: string, boxId: string, change: Partial<Handover> | null): void {
    if (change === null) {
      removeHandover.run(boxId)
      return
    }
    const { number, invoice, sealedAt, givenAt } = change
    if (number !== undefined && sealedAt !== undefined) {
      const [courierIdx, invoiceNo] = [invoice?.courierIdx ?? null, invoice?.invoiceNo ?? null]
      addHandover.run({ boxId, orderNo, number, courierIdx, invoiceNo, sealedAt, givenAt: givenAt ?? null })
      return
    }
    if (givenAt !== undefined) giveHandover.run(givenAt, boxId)
    if (invoice !== undefined)
      labelHandover.run(invoice?.courierIdx ?? null, invoice?.invoiceNo ?? null, boxId)
  }

  function saveProgress(packing: Packing): void {
    const needed = packing.lines.reduce((sum, line) => sum + line.qty, 0)
    const packed = packing.lines.reduce((sum, line) => sum + unitsDone(packing, line), 0)
    const { orderNo, held, handedTo } = packing
    const sealed = allSealed(packing) ? 1 : 0
    upsert.run(orderNo, needed, packed, unsealedBoxes(packing).length, sealed, held, handedTo)
  }

  return {
    write(projected: Projected): void {
      const { packing } = projected
      const { orderNo } = packing
      saveProgress(packing)
      for (const [invoiceNo, box] of projected.waybills) {
        if (box === null) freeWaybill.run(invoiceNo, orderNo)
        else if (giveWaybill.run(invoiceNo, orderNo, box).changes === 0 && taken === 'throws') {
          throw new Error(`a waybill was to go on box ${String(box)} of ${orderNo}, and another box has it`)
        }
      }
      for (const [boxId, change] of projected.handovers) writeHandover(orderNo, boxId, change)
      for (const { product, value, box } of projected.serials) {
        if (box === null) freeSerial.run(product, value, orderNo)
        else putSerial.run(product, value, orderNo, box)
      }
    },

    /** The order in which a product with this serial number was packed. */
    orderWithSerial: (product: string, value: string): string | null => serial.get(product, value) ?? null,

    boxWithWaybill: (invoiceNo: string): BoxOfOrder | null => waybill.get(invoiceNo) ?? null,
  }
}

export type PackingProjections = ReturnType<typeof createPackingProjections>
