import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import { createPackingLog } from '../log/log.ts'
import { createOrderTable } from '../orders/order-table.ts'
import {
  createIntentTable,
  isEnded,
  isUnreported,
  type Intent,
  type IntentChange,
  type IntentTable,
} from '../outbox/intent-table.ts'
import { promisedIn, type LoggedPromise } from './promised-in-log.ts'
import { promiseOf, saysWhatWasPromised } from './row-and-log.ts'
import { counted, insertFound, type Counted } from './salvage-rest.ts'
import type { FoundRow, SalvagedTable } from './salvage-table.ts'
import { shownDone } from './shown-done.ts'

/** `remade`: intents known only from the log; `toLookAt`: put before a person, for what has been done of them is not known. */
export type SalvagedOutbox = Counted & { remade: number; toLookAt: number }

/**
 * Takes over the intents whose rows could be read, none of them to be sent without reading its order first. One whose row
 * is lost is made anew from the log: confirmed where the order shows that it was done, otherwise for a person to look at,
 * because telling the store again could do the same twice. So is an open one that the log speaks against. Log and orders
 * must be there already.
 */
export function salvageOutbox(found: SalvagedTable, target: Database, now: number): SalvagedOutbox {
  const outbox = createIntentTable(target)
  return target
    .transaction(() => {
      const taken = found.rows.filter((row) => takeOver(row, target, outbox)).length
      target.exec("UPDATE intents SET read_first = 1 WHERE state NOT IN ('reported', 'confirmed', 'handled')")
      const held = holdAgainstLog(target, outbox, now)
      const remade = remake(held.promises, target, outbox, now)
      outbox.findHeads()
      const saved = taken - held.dropped
      return {
        ...counted(saved, found.rows.length - saved, found),
        remade: remade.made,
        toLookAt: held.toLookAt + remade.toLookAt,
      }
    })
    .immediate()
}

const doubtful = (since: number): IntentChange => ({
  state: 'needsPerson',
  since,
  readFirst: true,
  // The store may have heard of it.
  sentAt: since,
  problem: { kind: 'cannotTell', errorCode: null, words: null },
})

/** A row goes over only if the outbox itself can read it there, and its kind what it promises. */
function takeOver(row: FoundRow, target: Database, outbox: IntentTable): boolean {
  const seq = row['seq']
  if (typeof seq !== 'number' || !insertFound('intents', row, target)) return false
  try {
    const { kind, payload } = outbox.get(seq)
    rulesOf[kind].payload.parse(payload)
    return true
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error
    target.prepare('DELETE FROM intents WHERE seq = ?').run(seq)
    return false
  }
}

/** `row`: the number of the row that was written for it; null where that is lost. */
type Traced = { promise: LoggedPromise; row: number | null }

type Held = { promises: Traced[]; dropped: number; toLookAt: number }

/** Every promise of the log with the row that was saved of it; what the log speaks against is not told to the store. */
function holdAgainstLog(db: Database, outbox: IntentTable, now: number): Held {
  const log = createPackingLog(db)
  const orderNos = db
    .prepare<[], string>(
      "SELECT DISTINCT order_no FROM packing_log WHERE type IN ('boxSealed', 'intentGiven') ORDER BY order_no",
    )
    .pluck()
    .all()
  const held: Held = { promises: [], dropped: 0, toLookAt: 0 }
  for (const orderNo of orderNos) {
    const given = promisedIn(orderNo, log.eventsOf(orderNo))
    const rows = new Map<LoggedPromise, number>()
    for (const row of outbox.ofOrder(orderNo)) {
      const promise = promiseOf(row, given)
      if (promise !== undefined) rows.set(promise, row.seq)
      if (isAsLogged(row, promise, given)) continue
      if (promise?.stands === false && isUnreported(row)) {
        outbox.takeBack(row)
        held.dropped += 1
        continue
      }
      if (promise?.stands === true && row.step === null) outbox.amend(row, promise.promised.payload)
      outbox.change(row.seq, doubtful(now))
      held.toLookAt += 1
    }
    for (const promise of given) {
      const row = rows.get(promise) ?? null
      if (promise.stands || row !== null) held.promises.push({ promise, row })
    }
  }
  return held
}

/** Whether the log has nothing against a row. What it knows nothing of may have been in a part of it that is lost. */
function isAsLogged(
  row: Intent,
  promise: LoggedPromise | undefined,
  given: readonly LoggedPromise[],
): boolean {
  if (isEnded(row)) return true
  if (promise === undefined) return !given.some(({ box }) => (box?.id ?? null) === row.boxId)
  return promise.stands && saysWhatWasPromised(row, promise)
}

/** Makes those anew whose rows are lost, each in its place among the others: a lane keeps the order they were given in. */
function remake(
  promises: readonly Traced[],
  db: Database,
  outbox: IntentTable,
  now: number,
): { made: number; toLookAt: number } {
  const orders = createOrderTable(db)
  const isTaken = db.prepare<[number], number>('SELECT 1 FROM intents WHERE seq = ?')
  const move = db.prepare<[number, number]>('UPDATE intents SET seq = ? WHERE seq = ?')
  let [made, toLookAt, last] = [0, 0, 0]
  for (const { promise, row } of promises.toSorted((a, b) => a.promise.seq - b.promise.seq)) {
    if (row !== null) {
      last = Math.max(last, row)
      continue
    }
    do last += 1
    while (isTaken.get(last) !== undefined)
    const { orderNo, box, at, promised } = promise
    const own = box === null ? null : (outbox.ofBox(box.id, 'dispatch')?.section ?? null)
    const shown = shownDone(promise, orders.get(orderNo), own)
    const seq = outbox.add({ ...(shown?.promised ?? promised), orderNo, box, at, nextAt: 0 })
    outbox.change(seq, shown === null ? doubtful(now) : { state: 'confirmed', section: shown.section })
    move.run(last, seq)
    made += 1
    if (shown === null) toLookAt += 1
  }
  return { made, toLookAt }
}
