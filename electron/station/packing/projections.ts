import {
  allSealed,
  unitsDone,
  unsealedBoxes,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'

/** The names of the tables that are read from the log. */
export type ProjectionTables = { progress: string; waybills: string }

export const liveTables: ProjectionTables = { progress: 'packing_progress', waybills: 'waybills' }

/**
 * The tables that are read from the log, kept in step with it inside the same transaction. `tables` names others of the
 * same shape while they are being rebuilt.
 */
export function createPackingProjections(db: Database, tables: ProjectionTables = liveTables) {
  const upsert = db.prepare<[string, number, number, number, number]>(
    `INSERT INTO ${tables.progress} (order_no, needed, packed, unsealed, all_sealed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (order_no) DO UPDATE SET needed = excluded.needed, packed = excluded.packed,
       unsealed = excluded.unsealed, all_sealed = excluded.all_sealed`,
  )
  const insertWaybill = db.prepare<[string, string, number]>(
    `INSERT INTO ${tables.waybills} (invoice_no, order_no, box_number) VALUES (?, ?, ?)`,
  )
  const waybill = db.prepare<[string], { order_no: string; box_number: number }>(
    `SELECT order_no, box_number FROM ${tables.waybills} WHERE invoice_no = ?`,
  )

  return {
    save(packing: Packing): void {
      const needed = packing.lines.reduce((sum, line) => sum + line.qty, 0)
      const packed = packing.lines.reduce((sum, line) => sum + unitsDone(packing, line), 0)
      upsert.run(packing.orderNo, needed, packed, unsealedBoxes(packing).length, allSealed(packing) ? 1 : 0)
    },

    /** Throws where the number is on a box already: a waybill belongs to one box for ever. */
    addWaybill(invoiceNo: string, orderNo: string, boxNumber: number): void {
      insertWaybill.run(invoiceNo, orderNo, boxNumber)
    },

    boxWithWaybill(invoiceNo: string): { orderNo: string; box: number } | null {
      const row = waybill.get(invoiceNo)
      return row === undefined ? null : { orderNo: row.order_no, box: row.box_number }
    },
  }
}

export type PackingProjections = ReturnType<typeof createPackingProjections>
