import { isDeepStrictEqual } from 'node:util'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createIntentTable, type Intent } from '../../electron/station/outbox/intent-table.ts'
import { salvageOutbox } from '../../electron/station/salvage/salvage-outbox.ts'
import { readRow } from '../../electron/station/salvage/salvage-table.ts'
import { rulesOf } from '../../shared/domain/intents/registry.ts'
import { replay } from '../../shared/domain/packing/log/evolve.ts'
import { nothingPacked } from '../../shared/domain/packing/packing.ts'
import type { World } from '../station/world.ts'
import { history, played } from './box-histories.ts'

const intentsIn = (db: Database): Intent[] =>
  db
    .prepare<[], number>('SELECT seq FROM intents ORDER BY seq')
    .pluck()
    .all()
    .map((seq) => createIntentTable(db).get(seq))

const isOpen = ({ state }: Intent): boolean => state !== 'confirmed' && state !== 'handled'

const isSame = (one: Intent, other: Intent): boolean =>
  one.kind === other.kind && one.boxId === other.boxId && one.givenAt === other.givenAt

/** What a salvage makes of the desk's database once the rows of its promises with these numbers are lost. */
function salvaged(world: World, lost: readonly number[]): Intent[] {
  const db = new Sqlite(world.db.serialize())
  try {
    const rows = db.prepare<[], unknown>('SELECT * FROM intents').all().map(readRow)
    db.exec('DELETE FROM intents')
    const kept = rows.filter((row) => row !== null).filter(({ seq }) => !lost.includes(Number(seq)))
    salvageOutbox({ rows: kept, unreadable: lost.length }, db, world.now())
    return intentsIn(db)
  } finally {
    db.close()
  }
}

/** Whether the store has done what was promised, as the section that it is said to be shows. */
function isDoneAtStore(world: World, { orderNo, kind, payload, section: code }: Intent): boolean {
  const { invoice } = rulesOf[kind].subject(payload)
  const section = world.storeSections(orderNo).order.sections.find((each) => each.orderSectionCode === code)
  const isThere =
    section !== undefined && (section.invoice?.invoiceNo ?? null) === (invoice?.invoiceNo ?? null)
  return isThere && (kind !== 'handOver' || section.orderSectionStatus === 'SHIPPING')
}

/** The same, or the same with the number that the box has by now; a correction has its own numbers. */
function promisesTheSame({ station }: World, was: Intent, now: Intent): boolean {
  const { boxes } = replay(nothingPacked(was.orderNo), station.log.eventsOf(was.orderNo))
  const box = boxes.find(({ id }) => id === was.boxId)
  const number = box?.state === 'sealed' && was.kind !== 'correctWaybill' ? { invoice: box.invoice } : {}
  return [was.payload, { ...Object(was.payload), ...number }].some((each) =>
    isDeepStrictEqual(each, now.payload),
  )
}

/** Every column as it was; what is still open is read before anything is sent. */
const isAsItWas = (was: Intent, now: Intent): boolean =>
  isDeepStrictEqual(now, { ...was, readFirst: was.readFirst || isOpen(was) })

/** It went to the courier under a number that its box did not get after all: now it has the box's, and waits for a person. */
const isPutRight = (world: World, was: Intent, now: Intent): boolean =>
  was.kind === 'handOver' &&
  now.state === 'needsPerson' &&
  !isDeepStrictEqual(was.payload, now.payload) &&
  promisesTheSame(world, was, now)

/** What does not hold of a salvage. */
function wrongIn(world: World, before: readonly Intent[], lost: readonly number[]): string[] {
  const after = salvaged(world, lost)
  const wrong: string[] = []
  for (const was of before) {
    const [now, ...more] = after.filter((each) => isSame(each, was))
    const what = `${was.kind} of ${String(was.boxId)}, ${was.state}`
    if (more.length > 0) wrong.push(`${what}: is there more than once`)
    if (now === undefined) {
      if (isOpen(was) || !lost.includes(was.seq)) wrong.push(`${what}: is gone`)
    } else if (!lost.includes(was.seq)) {
      if (!isAsItWas(was, now) && !isPutRight(world, was, now))
        wrong.push(`${what}: is another, ${now.state}`)
    } else if (now.state === 'confirmed') {
      if (isOpen(was) && !isDoneAtStore(world, now)) wrong.push(`${what}: is taken for done`)
    } else if (now.state !== 'needsPerson') {
      wrong.push(`${what}: is ${now.state} again`)
    } else if (isOpen(was) && !promisesTheSame(world, was, now)) {
      wrong.push(`${what}: promises ${JSON.stringify(now.payload)}, not ${JSON.stringify(was.payload)}`)
    }
  }
  for (const now of after) {
    if (!before.some((was) => isSame(was, now)))
      wrong.push(`${now.kind} of ${String(now.boxId)}: was never promised`)
    const later = after.find(
      (each) => each.seq < now.seq && each.orderNo === now.orderNo && each.givenAt > now.givenAt,
    )
    if (later !== undefined) wrong.push(`${now.kind} of ${String(now.boxId)}: behind a later ${later.kind}`)
  }
  return wrong
}

/** Rows to lose: some at random, each alone, all. */
function losses(before: readonly Intent[], random: readonly boolean[]): number[][] {
  const seqs = before.map(({ seq }) => seq)
  const some = seqs.filter((_seq, index) => random[index % random.length] === true)
  return [some, ...seqs.map((seq) => [seq]), seqs, []]
}

it(
  'whatever is lost of the promises, none is forgotten, none told again by itself, and each comes in its turn',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        async (past, random) => {
          const world = await played(past)
          try {
            const before = intentsIn(world.db)
            for (const lost of losses(before, random))
              expect(wrongIn(world, before, lost), String(lost)).toEqual([])
          } finally {
            world.end()
          }
        },
      ),
      { numRuns: 8 },
    )
  },
)
