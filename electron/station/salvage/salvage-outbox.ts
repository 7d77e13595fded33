import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { BoxPromise } from '../../../shared/domain/dispatch/step.ts'
import { sameInvoice } from '../../../shared/domain/orders/order.ts'
import { boxById, nothingPacked } from '../../../shared/domain/packing/packing.ts'
import { createOrderTable } from '../orders/order-table.ts'
import { createOutboxTable, type OutboxChange, type OutboxTable } from '../outbox/outbox-table.ts'
import { createPackingLog } from '../log/log.ts'
import { project, type Promised } from '../log/project.ts'
import { counted, insertFound, type Counted } from './salvage-rest.ts'
import type { FoundRow, SalvagedTable } from './salvage-table.ts'

/** `remade`: boxes known only from the log; `toLookAt` of them may or may not have been shipped. */
export type SalvagedOutbox = Counted & { remade: number; toLookAt: number }

const shipped = new Set(['SHIPPING', 'SHIPPING_COMPLETE', 'PURCHASE_CONFIRMATION'])

/**
 * Takes over the boxes whose rows could be read, none of them to be sent without reading its order first. A sealed box
 * whose row is lost is made anew from the log: confirmed where the order shows its waybill, otherwise for a person to
 * look at, because telling the store again could ship the same goods twice. Log and orders must be there already.
 */
export function salvageOutbox(found: SalvagedTable, target: Database, now: number): SalvagedOutbox {
  const outbox = createOutboxTable(target)
  return target
    .transaction(() => {
      const saved = found.rows.filter((row) => takeOver(row, target, outbox)).length
      for (const { boxId } of outbox.unconfirmed()) outbox.change(boxId, { readFirst: true })
      let [remade, toLookAt] = [0, 0]
      for (const sealed of sealedInLog(target)) {
        if (outbox.get(sealed.promise.boxId) !== null) continue
        const section = sectionWithWaybill(target, sealed.promise)
        outbox.add(sealed.promise, sealed.number, sealed.at)
        outbox.change(
          sealed.promise.boxId,
          section === null ? doubtful(now) : { state: 'confirmed', boxSection: section },
        )
        remade += 1
        if (section === null) toLookAt += 1
      }
      return { ...counted(saved, found.rows.length - saved, found), remade, toLookAt }
    })
    .immediate()
}

const doubtful = (since: number): OutboxChange => ({
  state: 'needsPerson',
  since,
  readFirst: true,
  problem: { kind: 'cannotTell', errorCode: null, words: null },
})

/** A row goes over only if the outbox itself can read it there. */
function takeOver(row: FoundRow, target: Database, outbox: OutboxTable): boolean {
  const boxId = row['box_id']
  if (typeof boxId !== 'string' || !insertFound('outbox', row, target)) return false
  try {
    return outbox.get(boxId) !== null
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error
    target.prepare('DELETE FROM outbox WHERE box_id = ?').run(boxId)
    return false
  }
}

/** Every box that is sealed when the log ends, oldest first within its order, with what was promised then. */
function* sealedInLog(db: Database): Generator<Promised> {
  const log = createPackingLog(db)
  const orders = db
    .prepare<[], string>(
      "SELECT DISTINCT order_no FROM packing_log WHERE type = 'boxSealed' ORDER BY order_no",
    )
    .pluck()
    .all()
  for (const orderNo of orders) {
    const { packing, promises } = project(nothingPacked(orderNo), log.eventsOf(orderNo))
    for (const [boxId, promised] of promises)
      if (promised !== null && boxById(packing, boxId)?.state === 'sealed') yield promised
  }
}

function sectionWithWaybill(target: Database, { orderNo, invoice }: BoxPromise): string | null {
  const sections = createOrderTable(target).get(orderNo)?.sections ?? []
  return (
    sections.find((section) => shipped.has(section.status) && sameInvoice(section.invoice, invoice))?.code ??
    null
  )
}
