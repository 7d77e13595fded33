import { allSealed, unitsDone, unsealedBoxes, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'

/** The names of the tables that are read from the log. */
export type ProjectionTables = { progress: string; waybills: string; serials: string }

export const liveTables: ProjectionTables = {
  progress: 'packing_progress',
  waybills: 'waybills',
  serials: 'serials',
}

/**
 * The tables that are read from the log, kept in step with it inside the same transaction. `tables` names others of the
 * same shape while they are being rebuilt.
 */
export function createPackingProjections(db: Database, tables: ProjectionTables = liveTables) {
  const upsert = db.prepare<[string, number, number, number, number, string | null, string | null]>(
    `INSERT INTO ${tables.progress} (order_no, needed, packed, unsealed, all_sealed, held, handed_to)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_no) DO UPDATE SET needed = excluded.needed, packed = excluded.packed,
       unsealed = excluded.unsealed, all_sealed = excluded.all_sealed, held = excluded.held,
       handed_to = excluded.handed_to`,
  )
  const insertWaybill = db.prepare<[string, string, number]>(
    `INSERT INTO ${tables.waybills} (invoice_no, order_no, box_number) VALUES (?, ?, ?)`,
  )
  const waybill = db.prepare<[string], { order_no: string; box_number: number }>(
    `SELECT order_no, box_number FROM ${tables.waybills} WHERE invoice_no = ?`,
  )
  const removeWaybill = db.prepare<[string]>(`DELETE FROM ${tables.waybills} WHERE invoice_no = ?`)
  const removeSerials = db.prepare<[string, number]>(
    `DELETE FROM ${tables.serials} WHERE order_no = ? AND box_number = ?`,
  )
  const forgetSerials = db.prepare<[string]>(`DELETE FROM ${tables.serials} WHERE order_no = ?`)
  const insertSerial = db.prepare<[string, string, string, number]>(
    `INSERT OR IGNORE INTO ${tables.serials} (product, serial, order_no, box_number) VALUES (?, ?, ?, ?)`,
  )
  const serial = db.prepare<[string, string], string>(
    `SELECT order_no FROM ${tables.serials} WHERE product = ? AND serial = ?`,
  )

  return {
    save(packing: Packing): void {
      const needed = packing.lines.reduce((sum, line) => sum + line.qty, 0)
      const packed = packing.lines.reduce((sum, line) => sum + unitsDone(packing, line), 0)
      const { orderNo, held, handedTo } = packing
      const sealed = allSealed(packing) ? 1 : 0
      upsert.run(orderNo, needed, packed, unsealedBoxes(packing).length, sealed, held, handedTo)
    },

    /** Throws where the number is on a box already: a waybill belongs to one box for ever. */
    addWaybill(invoiceNo: string, orderNo: string, boxNumber: number): void {
      insertWaybill.run(invoiceNo, orderNo, boxNumber)
    },

    /** The box was opened again before the store was told: the number may be used once more. */
    freeWaybill(invoiceNo: string): void {
      removeWaybill.run(invoiceNo)
    },

    /** The serial numbers in this opening's boxes as they now are. */
    saveSerials({ orderNo, run, boxes, lines }: Packing): void {
      if (lines.every((line) => line.capture === null)) return
      // Of all its boxes first: a number may have moved from one to another.
      const own = boxes.filter((each) => each.run === run)
      for (const box of own) removeSerials.run(orderNo, box.number)
      for (const box of own.filter(({ state }) => state !== 'voided')) {
        for (const { itemNo, kind, value } of box.identities) {
          const product = lines.find((line) => line.itemNo === itemNo && line.sectionCode === box.sectionCode)
            ?.product.key
          if (kind === 'serial' && product !== undefined)
            insertSerial.run(product, value, orderNo, box.number)
        }
      }
    },

    /** Takes away all serial numbers of an order; `saveSerials` brings back those it still has. */
    forgetSerials(orderNo: string): void {
      forgetSerials.run(orderNo)
    },

    /** The order in which a product with this serial number was packed. */
    orderWithSerial: (product: string, value: string): string | null =>
      serial.pluck().get(product, value) ?? null,

    boxWithWaybill(invoiceNo: string): { orderNo: string; box: number } | null {
      const row = waybill.get(invoiceNo)
      return row === undefined ? null : { orderNo: row.order_no, box: row.box_number }
    },
  }
}

export type PackingProjections = ReturnType<typeof createPackingProjections>
