import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import { nothingPacked } from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'
import { tables } from '../database/tables.ts'
import { createPackingLog } from './log.ts'
import { prepareSlice, readEnd } from './log-chain.ts'
import { checkChain, type ChainCheck, type ChainChecker, type Slices } from './log-verify.ts'
import { project, type Projected } from './project.ts'
import { createPackingProjections, type PackingProjections } from './projections.ts'
import { createShadow, shadowOf } from './rebuild-shadow.ts'

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
  const shadows = tables.derived.log.map((name) => createShadow(db, name))
  const projections = createPackingProjections(db, { named: shadowOf, taken: 'stays' })
  const log = createPackingLog(db)
  const next = db
    .prepare<[string, number], string>(
      'SELECT DISTINCT order_no FROM packing_log WHERE order_no > ? ORDER BY order_no LIMIT ?',
    )
    .pluck()
  let orders = 0
  let waiting: Projected[] = []
  for (let last = ''; ;) {
    const orderNos = next.all(last, slice)
    waiting.push(...orderNos.map((no) => project(nothingPacked(no), log.eventsOf(no, { upTo: foldedUpTo }))))
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
      for (const orderNo of ordersSince(db, foldedUpTo)) {
        const then = replay(nothingPacked(orderNo), log.eventsOf(orderNo, { upTo: foldedUpTo }))
        projections.write(project(then, log.eventsOf(orderNo, { after: foldedUpTo })))
      }
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

/** As the desk writes with each action, many orders at once. */
function write(db: Database, projections: PackingProjections, folded: readonly Projected[]): void {
  db.transaction(() => {
    for (const projected of folded) projections.write(projected)
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
