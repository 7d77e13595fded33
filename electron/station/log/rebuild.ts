import { evolve } from '../../../shared/domain/packing/log/evolve.ts'
import { boxById, nothingPacked, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'
import { createPackingLog, type PackingLog } from './log.ts'
import { prepareSlice, readEnd } from './log-chain.ts'
import { checkChain, type ChainCheck, type ChainChecker, type Slices } from './log-verify.ts'
import { createPackingProjections, liveTables, type PackingProjections } from './projections.ts'
import { createShadow } from './rebuild-shadow.ts'

/** With a break in the chain nothing was rebuilt: `orders` is 0 and the tables are as they were. */
export type RebuildResult = ChainCheck & { orders: number }

/** Orders folded between two pauses: a few milliseconds. */
const slice = 20

/** Orders written in one transaction: each waits for the disk once. */
const batch = 400

/**
 * Reads the tables anew from the log: first the chain is checked, then the tables are written beside the live ones in
 * slices, and at the end they take their place in one transaction, together with what happened at the desk meanwhile.
 */
export async function rebuildProjections(db: Database, slices: Slices): Promise<RebuildResult> {
  const total = readEnd(db).seq + countOrders(db)
  const report = (done: number): void => slices.progress?.({ done: Math.min(done, total), total })
  report(0)
  const checked = await checkChain(db, {
    pause: slices.pause,
    progress: ({ done }) => {
      report(done)
    },
  })
  const { checker, ...check } = checked
  if (check.firstBreak !== null) return { ...check, orders: 0 }

  const foldedUpTo = readEnd(db).seq
  const progress = createShadow(db, liveTables.progress)
  const waybills = createShadow(db, liveTables.waybills)
  const serials = createShadow(db, liveTables.serials)
  const shadows = [progress, waybills, serials]
  const projections = createPackingProjections(db, {
    progress: progress.name,
    waybills: waybills.name,
    serials: serials.name,
  })
  const log = createPackingLog(db)
  const next = db
    .prepare<[string, number], string>(
      'SELECT DISTINCT order_no FROM packing_log WHERE order_no > ? ORDER BY order_no LIMIT ?',
    )
    .pluck()
  let orders = 0
  let waiting: Folded[] = []
  for (let last = ''; ;) {
    const orderNos = next.all(last, slice)
    waiting.push(...orderNos.map((orderNo) => fold(log, orderNo)))
    orders += orderNos.length
    const ended = orderNos.length < slice
    if (ended || waiting.length >= batch) {
      write(db, projections, waiting)
      waiting = []
    }
    report(check.events + orders)
    if (ended) break
    last = orderNos.at(-1) ?? last
    await slices.pause()
  }

  const firstBreak = db
    .transaction(() => {
      const broken = followTail(db, checker)
      if (broken !== null) {
        for (const shadow of shadows) shadow.drop()
        return broken
      }
      write(
        db,
        projections,
        ordersSince(db, foldedUpTo).map((orderNo) => fold(log, orderNo)),
      )
      for (const shadow of shadows) shadow.takeOver()
      return null
    })
    .immediate()
  return {
    ...check,
    events: firstBreak === null ? countEvents(checker, check) : check.events,
    firstBreak,
    orders,
  }
}

type Folded = {
  packing: Packing
  /** The order as it stood at the end of each opening: its serial numbers are known by the lines it had then. */
  runs: Packing[]
  waybills: { invoiceNo: string; box: number }[]
  /** Numbers that its boxes were given and lost again when they were opened. */
  freed: string[]
}

/** Where an order stands, and every waybill it was given and not opened again for. */
function fold(log: PackingLog, orderNo: string): Folded {
  let packing = nothingPacked(orderNo)
  let waybills: Folded['waybills'] = []
  const freed: string[] = []
  const runs: Packing[] = []
  for (const logged of log.eventsOf(orderNo)) {
    const { event } = logged
    if (event.type === 'orderOpened') runs.push(packing)
    if (event.type === 'boxReopened') {
      const number = boxById(packing, event.boxId)?.number
      freed.push(...waybills.filter(({ box }) => box === number).map(({ invoiceNo }) => invoiceNo))
      waybills = waybills.filter(({ box }) => box !== number)
    }
    packing = evolve(packing, logged)
    if (event.type !== 'boxSealed') continue
    const { boxId, invoice } = event
    waybills.push({ invoiceNo: invoice.invoiceNo, box: boxById(packing, boxId)?.number ?? 0 })
  }
  return { packing, runs: [...runs, packing], waybills, freed }
}

/**
 * As the desk writes with each action. An order may come again, if it was packed on meanwhile: its waybills keep the
 * boxes they were given to, and what it has lost since is taken away.
 */
function write(db: Database, projections: PackingProjections, folded: readonly Folded[]): void {
  db.transaction(() => {
    for (const { packing, runs, waybills, freed } of folded) {
      projections.save(packing)
      for (const invoiceNo of freed) {
        if (projections.boxWithWaybill(invoiceNo)?.orderNo === packing.orderNo)
          projections.freeWaybill(invoiceNo)
      }
      projections.forgetSerials(packing.orderNo)
      for (const run of runs) projections.saveSerials(run)
      for (const { invoiceNo, box } of waybills) {
        if (projections.boxWithWaybill(invoiceNo) === null)
          projections.addWaybill(invoiceNo, packing.orderNo, box)
      }
    }
  })()
}

/** Events that were written since the chain was checked; the first bad one, or null. */
function followTail(db: Database, checker: ChainChecker): number | null {
  const read = prepareSlice(db)
  for (;;) {
    const rows = read(checker.last(), 1_000)
    for (const row of rows) {
      const broken = checker.follow(row)
      if (broken !== null) return broken
    }
    if (rows.length < 1_000) return null
  }
}

const countEvents = (checker: ChainChecker, { gaps }: ChainCheck): number =>
  gaps.reduce((events, { after, resumes }) => events - (resumes - after - 1), checker.last())

/** About how many there will be: only the progress shown depends on it. */
const countOrders = (db: Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM packing_progress').pluck().get() ?? 0

const ordersSince = (db: Database, seq: number): string[] =>
  db
    .prepare<[number], string>(
      'SELECT DISTINCT order_no FROM packing_log WHERE seq > ? AND order_no IS NOT NULL',
    )
    .pluck()
    .all(seq)
