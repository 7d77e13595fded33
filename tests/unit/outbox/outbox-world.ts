import { openDatabase } from '../../../electron/station/database/open.ts'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import {
  createIntentTable,
  type Intent,
  type NewIntent,
} from '../../../electron/station/outbox/intent-table.ts'
import { createDoubts } from '../../../electron/station/outbox/doubts.ts'
import { createTakeIn } from '../../../electron/station/outbox/take-in.ts'
import { createLane, type LaneParts } from '../../../electron/station/outbox/lane.ts'
import { createReadings } from '../../../electron/station/orders/readings.ts'
import { createOrderTable } from '../../../electron/station/orders/order-table.ts'
import { unknownHabits, type StoreHabits } from '../../../shared/domain/intents/habits.ts'
import type { BoxPromise } from '../../../shared/domain/intents/kinds/dispatch.ts'
import type { StoreCall } from '../../../shared/domain/intents/writes/write.ts'
import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import type { Order, Section } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { invoice } from '../intents/boxes.ts'
import { heard, order } from '../orders.ts'

export const orderNo = '202410104747676'
export const boxId = `${orderNo}-B1`
const timeoutMs = 10_000
const settleMs = 3_000

/** A box of one A and two B of the section os1, for whoever receives the builders' sections. */
export const promise = (changes: Partial<BoxPromise> = {}): BoxPromise => ({
  boxId,
  orderNo,
  sectionCode: 'os1',
  goods: [
    { line: 'line--001', qty: 1 },
    { line: 'line--002', qty: 2 },
  ],
  invoice,
  receiver: null,
  shipped: 'atSeal',
  ...changes,
})

export type Failure = Exclude<StoreAnswer<never>, { kind: 'ok' }>

/** What the store says to a write: an answer in its own shape, or that there was none or nothing was done. */
type Said = { raw: unknown } | Failure

type Settings = {
  /** The desk's clock, and the pace of this run. */
  now: number
  pace: number
  /** What a read of an order says. */
  read: Order | Failure
  /** What writes say, in turn; after that: done, in the section itself. */
  answers: Said[]
  /** Happens while a write is on its way; and while a read is. */
  duringWrite: () => void
  duringRead: () => void
  habits: StoreHabits
  /** Something in the way of the packing log. */
  duringLog: () => void
}

/** What an outbox works with, on a database of its own, and a store that says what a test has put down for it. */
export function createOutbox() {
  const db = openDatabase({ file: ':memory:' })
  const table = createIntentTable(db)
  const orders = createOrderTable(db)
  /** What was done, in its order: crash points reached, and calls of the store. */
  const done: string[] = []
  const writes: (StoreCall & { orderNo: string })[] = []
  const logged: { orderNo: string; events: readonly PackingEvent[] }[] = []
  const settings: Settings = {
    now: 1_000_000,
    pace: 5_000,
    read: { kind: 'unanswered', why: '' },
    answers: [],
    duringWrite: () => undefined,
    duringRead: () => undefined,
    habits: unknownHabits,
    duringLog: () => undefined,
  }
  const readings = createReadings(() => settings.pace)
  const doubts = createDoubts(() => settings.pace, timeoutMs)
  const logEnd = (no: string, events: readonly PackingEvent[]): void => {
    world.duringLog()
    logged.push({ orderNo: no, events })
  }
  const takeIn = createTakeIn({
    db,
    table,
    orders,
    readings,
    habits: () => world.habits,
    clock: () => world.now,
    logged: logEnd,
  })
  const world = Object.assign(settings, {
    takeIn,
    db,
    table,
    orders,
    doubts,
    readings,
    done,
    writes,
    logged,
    /** Gives the order to the station, as it knows it. */
    knows: (now: Order): void => {
      orders.save(heard(now))
      readings.wasRead(now.orderNo, readings.moment())
    },
    /** Time passes, by the clock as well. */
    pass: (ms: number): void => {
      world.now += ms
      world.pace += ms
    },
    give: ({ waitMs = 0, ...changes }: Partial<NewIntent> & { waitMs?: number } = {}): Intent => {
      table.add({
        kind: 'dispatch',
        orderNo,
        box: { id: boxId, number: 1 },
        payload: promise(),
        at: world.now,
        nextAt: world.pace + waitMs,
        ...changes,
      })
      return world.newest()
    },
    /** The box's promise, for whoever receives the first section, with the order as the station knows it. */
    given: (sections: Section[], changes: Partial<BoxPromise> = {}): Intent => {
      world.knows(order(sections))
      return world.give({ payload: promise({ receiver: sections[0]?.receiver ?? null, ...changes }) })
    },
    newest: (): Intent => table.get(Number(db.prepare('SELECT max(seq) FROM intents').pluck().get())),
    parts: (): LaneParts => ({
      db,
      table,
      orders,
      readings,
      takeIn,
      clock: () => world.now,
      pace: () => world.pace,
      random: () => 0.5,
      doubts,
      settleMs,
      reached: (point) => done.push(point),
      habits: {
        get: () => world.habits,
        learn: (learned) => {
          world.habits = { ...world.habits, ...learned }
        },
      },
      logged: logEnd,
      service: {
        order: (no, priority): Promise<StoreAnswer<HeardOrder>> => {
          done.push(`${priority} ${no}`)
          world.duringRead()
          const { read } = world
          return Promise.resolve('kind' in read ? read : { kind: 'ok', data: heard(read) })
        },
        write: (no, call, answer) => {
          done.push(`${call.method} ${call.path}`)
          writes.push({ ...call, orderNo: no })
          world.duringWrite()
          const said = world.answers.shift() ?? { raw: { isNewSection: 'N' } }
          return Promise.resolve('raw' in said ? { kind: 'ok', data: answer.parse(said.raw) } : said)
        },
      },
    }),
  })
  return world
}

/** An outbox, and a lane that takes its newest intent one move further: `moved` answers with it as it stands then. */
export function createLaneWorld() {
  const outbox = createOutbox()
  const move = createLane(outbox.parts())
  const moved = async (): Promise<Intent> => {
    await move(outbox.newest())
    return outbox.newest()
  }
  return Object.assign(outbox, { move, moved })
}

export type LaneWorld = ReturnType<typeof createLaneWorld>

/** How an intent reads when no write of it is under way. */
export const free = { step: null, before: null }

/** What says that nothing was done, how many tries more that makes, and how long it waits then. */
export const undone: [Failure, { attempts: number; after: number }][] = [
  [
    { kind: 'limited', retryAfterMs: 7_000 },
    { attempts: 1, after: 7_000 },
  ],
  [{ kind: 'signedOut' }, { attempts: 0, after: settleMs }],
  [
    { kind: 'undelivered', why: '' },
    { attempts: 1, after: 500 },
  ],
]

export type OutboxWorld = ReturnType<typeof createOutbox>
