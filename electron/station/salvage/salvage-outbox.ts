import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { boxPromiseSchema } from '../../../shared/domain/intents/kinds/dispatch.ts'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import { sameInvoice, type Order } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { boxById, nothingPacked } from '../../../shared/domain/packing/packing.ts'
import { createPackingLog } from '../log/log.ts'
import { project, type Happened } from '../log/project.ts'
import { createOrderTable } from '../orders/order-table.ts'
import { createIntentTable, type IntentChange, type IntentTable } from '../outbox/intent-table.ts'
import { dispatchOf, handOverOf, type Promised, type SealedBox } from '../outbox/promises.ts'
import { counted, insertFound, type Counted } from './salvage-rest.ts'
import type { FoundRow, SalvagedTable } from './salvage-table.ts'

/** `remade`: intents known only from the log; `toLookAt` of them may or may not have been carried out. */
export type SalvagedOutbox = Counted & { remade: number; toLookAt: number }

/**
 * Takes over the intents whose rows could be read, none of them to be sent without reading its order first. One whose row
 * is lost is made anew from the log: confirmed where the order shows that it was done, otherwise for a person to look at,
 * because telling the store again could do the same twice. Log and orders must be there already.
 */
export function salvageOutbox(found: SalvagedTable, target: Database, now: number): SalvagedOutbox {
  const outbox = createIntentTable(target)
  const orders = createOrderTable(target)
  return target
    .transaction(() => {
      const saved = found.rows.filter((row) => takeOver(row, target, outbox)).length
      target.exec("UPDATE intents SET read_first = 1 WHERE state NOT IN ('confirmed', 'handled')")
      outbox.findHeads()
      let [remade, toLookAt] = [0, 0]
      for (const { box, orderNo, promised, at } of promisedInLog(target)) {
        if (outbox.ofBox(box.id, promised.kind) !== null) continue
        outbox.add({ ...promised, orderNo, box, at, waitMs: 0 })
        const made = outbox.ofBox(box.id, promised.kind)
        if (made === null) throw new Error(`box ${box.id} could not be promised again`)
        const section = sectionShowing(promised, orders.get(orderNo))
        outbox.change(made.seq, section === null ? doubtful(now) : { state: 'confirmed', section })
        remade += 1
        if (section === null) toLookAt += 1
      }
      return { ...counted(saved, found.rows.length - saved, found), remade, toLookAt }
    })
    .immediate()
}

const doubtful = (since: number): IntentChange => ({
  state: 'needsPerson',
  since,
  readFirst: true,
  problem: { kind: 'cannotTell', errorCode: null, words: null },
})

/** A row goes over only if the outbox itself can read it there. */
function takeOver(row: FoundRow, target: Database, outbox: IntentTable): boolean {
  const seq = row['seq']
  if (typeof seq !== 'number' || !insertFound('intents', row, target)) return false
  try {
    return outbox.find(seq) !== null
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error
    target.prepare('DELETE FROM intents WHERE seq = ?').run(seq)
    return false
  }
}

type InLog = { orderNo: string; box: SealedBox; promised: Promised; at: number }

/** What was promised of every box that is sealed when the log ends, oldest first within its order. */
function* promisedInLog(db: Database): Generator<InLog> {
  const log = createPackingLog(db)
  const orderNos = db
    .prepare<[], string>(
      "SELECT DISTINCT order_no FROM packing_log WHERE type = 'boxSealed' ORDER BY order_no",
    )
    .pluck()
    .all()
  for (const orderNo of orderNos) {
    const { packing, toBoxes } = project(nothingPacked(orderNo), log.eventsOf(orderNo))
    for (const { event, after, at } of toBoxes) {
      if (event.type !== 'boxSealed') continue
      const box = boxById(packing, event.boxId)
      const isLast = toBoxes.findLast((each) => isSealOf(each, event.boxId))?.event === event
      if (box?.state !== 'sealed' || !isLast) continue
      // The waybill it has now: a number that was corrected must not go out again.
      const dispatch = dispatchOf(after, { ...event, invoice: box.invoice ?? event.invoice })
      yield { orderNo, box, promised: dispatch, at }
      if (!box.withCourier || box.invoice === null) continue
      const { receiver } = boxPromiseSchema.parse(dispatch.payload)
      yield { orderNo, box, promised: handOverOf(box, receiver), at }
    }
    yield* correctionsIn(
      toBoxes,
      packing.boxes.filter((box): box is SealedBox => box.state === 'sealed'),
    )
  }
}

const isSealOf = ({ event }: Happened, boxId: string): boolean =>
  event.type === 'boxSealed' && event.boxId === boxId

/** Corrections that had not come to their end when the log ends. */
function* correctionsIn(toBoxes: readonly Happened[], boxes: readonly SealedBox[]): Generator<InLog> {
  for (const box of boxes) {
    const last = toBoxes.findLast(({ event }) => isOfWaybill(event) && event.boxId === box.id)
    if (last?.event.type !== 'waybillCorrected') continue
    const { boxId, was, invoice, reason } = last.event
    const promised: Promised = { kind: 'correctWaybill', payload: { boxId, was, invoice, reason } }
    yield { orderNo: last.after.orderNo, box, promised, at: last.at }
  }
}

const isOfWaybill = (event: PackingEvent): event is Extract<PackingEvent, { boxId: string }> =>
  event.type === 'waybillCorrected' || event.type === 'waybillFreed' || event.type === 'waybillKept'

/** The section that shows that something promised was done; null where none does. */
function sectionShowing({ kind, payload }: Promised, order: Order | null): string | null {
  if (order === null) return null
  const rules = rulesOf[kind]
  const { invoice } = rules.subject(payload)
  const section = order.sections.find((each) => sameInvoice(each.invoice, invoice))?.code
  if (section === undefined) return null
  const standing = { order, section, taken: [], habits: unknownHabits, accepted: [] }
  return rules.nextStep(payload, standing).kind === 'done' ? section : null
}
