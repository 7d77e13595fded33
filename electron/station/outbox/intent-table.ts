import type { z } from 'zod'
import { rulesOf, type IntentKind } from '../../../shared/domain/intents/registry.ts'
import type { Database } from '../database/open.ts'
import { rowSchema, type IntentState } from './intent-row.ts'

/**
 * Something the desk has promised to bring about at the store. `step` and `before` are set from just before a write is
 * sent until its outcome is known: while they are, that write may or may not have been done. `sentAt` says when the last
 * write for it went out that may have reached the store, `lastAnswer` what was answered to that one. `nextAt` is on the pace
 * of the run that wrote it and says nothing to another run; every other time is the wall clock's, to be shown.
 */
export type Intent = z.infer<typeof rowSchema>

export type IntentChange = Partial<
  Omit<Intent, 'seq' | 'orderNo' | 'kind' | 'boxId' | 'boxNumber' | 'payload' | 'givenAt'>
>

/** `at`: by the wall clock; `nextAt`: on this run's pace, until when it may still be taken back. */
export type NewIntent = {
  kind: IntentKind
  orderNo: string
  box: { id: string; number: number } | null
  payload: unknown
  at: number
  nextAt: number
}

const columns = `seq, order_no AS orderNo, kind, box_id AS boxId, box_number AS boxNumber, payload, given_at AS givenAt,
  state, since, next_at AS nextAt, attempts, read_first AS readFirst, section, step, before, sent_at AS sentAt, problem,
  last_answer AS lastAnswer, accepted, handled`

/** Whether nothing of it is left to send: the store has said that it is done, or a person has ended it. */
export const isEnded = (intent: Pick<Intent, 'state'>): boolean =>
  isTold(intent) || intent.state === 'handled'

/** Whether the store has said that it is done. */
export const isTold = ({ state }: Pick<Intent, 'state'>): boolean =>
  state === 'reported' || state === 'confirmed'

/** Whether nothing of an intent has reached the store: it cannot have heard of it. */
export const isUnreported = ({ state, section, sentAt }: Intent): boolean =>
  state === 'waiting' && section === null && sentAt === null

/** Whether two payloads promise the same. */
export const samePayload = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The outbox: every write the desk has promised. A lane is an order's intents in the order they were given; only the
 * first that has not ended, its head, is worked on. Nothing that was sent for is ever deleted. Each lane's head is
 * kept, so that a wake need not read what waits.
 */
export function createIntentTable(db: Database) {
  const insert = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO intents (order_no, kind, box_id, box_number, payload, given_at, state, since, next_at, attempts,
       read_first, accepted, head)
     VALUES (@orderNo, @kind, @boxId, @boxNumber, @payload, @at, 'waiting', @at, @nextAt, 0, 0, '[]',
       NOT EXISTS (SELECT 1 FROM intents WHERE order_no = @orderNo AND state NOT IN ('reported', 'confirmed', 'handled')))`,
  )
  const reported = db
    .prepare<[number], string>(`SELECT order_no FROM intents WHERE state = 'reported' ORDER BY seq LIMIT ?`)
    .pluck()
  const reportedSince = db
    .prepare<[], number | null>("SELECT min(since) FROM intents WHERE state = 'reported'")
    .pluck()
  const bySeq = db.prepare<[number], unknown>(`SELECT ${columns} FROM intents WHERE seq = ?`)
  const byBox = db.prepare<[string, string], unknown>(
    `SELECT ${columns} FROM intents WHERE box_id = ? AND kind = ? ORDER BY seq DESC LIMIT 1`,
  )
  const ofOrder = db.prepare<[string], unknown>(
    `SELECT ${columns} FROM intents WHERE order_no = ? ORDER BY seq`,
  )
  const open = db.prepare<[number, number], unknown>(
    `SELECT ${columns} FROM intents WHERE state NOT IN ('reported', 'confirmed', 'handled') AND seq > ? ORDER BY seq LIMIT ?`,
  )
  const due = db.prepare<[number, string, number], unknown>(
    `SELECT ${columns} FROM intents
     WHERE head = 1 AND state IN ('waiting', 'sending', 'unknown') AND next_at <= ?
       AND order_no NOT IN (SELECT value FROM json_each(?))
     ORDER BY next_at, seq LIMIT ?`,
  )
  const nextDue = db
    .prepare<[number], number | null>(
      `SELECT min(next_at) FROM intents
       WHERE head = 1 AND state IN ('waiting', 'sending', 'unknown') AND next_at > ?`,
    )
    .pluck()
  const inState = db.prepare<[IntentState], unknown>(
    `SELECT ${columns} FROM intents WHERE state = ? AND head = 1 ORDER BY seq`,
  )
  const hurry = db.prepare<[number, number]>(
    `UPDATE intents SET next_at = ? WHERE head = 1 AND state IN ('waiting', 'unknown') AND attempts > 0 AND next_at > ?`,
  )
  const beginRun = db.prepare<{ now: number; graceEnds: number }>(
    `UPDATE intents SET next_at = iif(state = 'waiting' AND sent_at IS NULL AND attempts = 0, @graceEnds, @now)
     WHERE state NOT IN ('reported', 'confirmed', 'handled')`,
  )
  const readFirst = db.prepare<[number]>(
    "UPDATE intents SET read_first = 1 WHERE state = 'waiting' AND sent_at IS NULL AND given_at <= ?",
  )
  const write = db.prepare<[Record<string, string | number | null>]>(
    `UPDATE intents SET state = @state, since = @since, next_at = @nextAt, attempts = @attempts,
       read_first = @readFirst, section = @section, step = @step, before = @before, sent_at = @sentAt,
       problem = @problem, last_answer = @lastAnswer, accepted = @accepted, handled = @handled
     WHERE seq = @seq`,
  )
  const writePayload = db.prepare<[string, number]>('UPDATE intents SET payload = ? WHERE seq = ?')
  const remove = db.prepare<[number]>('DELETE FROM intents WHERE seq = ?')
  const renewHeads = db.prepare<[string]>(
    `UPDATE intents SET head = seq = (SELECT min(seq) FROM intents o
       WHERE o.order_no = intents.order_no AND o.state NOT IN ('reported', 'confirmed', 'handled'))
     WHERE order_no = ? AND state NOT IN ('reported', 'confirmed', 'handled')`,
  )
  const dropHead = db.prepare<[number]>('UPDATE intents SET head = 0 WHERE seq = ?')

  const read = (row: unknown): Intent => rowSchema.parse(row)
  const readOne = (row: unknown): Intent | null => (row === undefined ? null : read(row))

  function get(seq: number): Intent {
    const row = bySeq.get(seq)
    if (row === undefined) throw new Error(`no intent ${String(seq)}`)
    return read(row)
  }

  const find = (seq: number): Intent | null => readOne(bySeq.get(seq))

  /** The lane goes on with the next one where one has ended. */
  function moveOn({ seq, orderNo }: Intent): void {
    dropHead.run(seq)
    renewHeads.run(orderNo)
  }

  return {
    get,
    find,

    /** Answers with its number. */
    add({ kind, orderNo, box, payload, at, nextAt }: NewIntent): number {
      rulesOf[kind].payload.parse(payload)
      const { id: boxId, number: boxNumber } = box ?? { id: null, number: null }
      const { lastInsertRowid } = insert.run({
        orderNo,
        kind,
        boxId,
        boxNumber,
        payload: JSON.stringify(payload),
        at,
        nextAt,
      })
      return Number(lastInsertRowid)
    },

    /** An intent is taken back as if it had never been given; throws where the store may have heard of it. */
    takeBack(intent: Intent): void {
      if (!isUnreported(get(intent.seq)))
        throw new Error(`intent ${String(intent.seq)} may have been reported`)
      remove.run(intent.seq)
      renewHeads.run(intent.orderNo)
    },

    /** Puts other words in the place of what was promised; throws where a write for it may be on its way. */
    amend(intent: Intent, payload: unknown): void {
      if (get(intent.seq).step !== null) throw new Error(`intent ${String(intent.seq)} may be under way`)
      rulesOf[intent.kind].payload.parse(payload)
      writePayload.run(JSON.stringify(payload), intent.seq)
    },

    change(seq: number, changes: IntentChange): void {
      const before = get(seq)
      const next = { ...before, ...changes }
      write.run({
        seq,
        state: next.state,
        since: next.since,
        nextAt: next.nextAt,
        attempts: next.attempts,
        readFirst: next.readFirst ? 1 : 0,
        section: next.section,
        step: toJson(next.step),
        before: toJson(next.before),
        sentAt: next.sentAt,
        problem: toJson(next.problem),
        lastAnswer: toJson(next.lastAnswer),
        accepted: JSON.stringify(next.accepted),
        handled: toJson(next.handled),
      })
      if (!isEnded(before) && isEnded(next)) moveOn(next)
      // What a reading has contradicted comes before what was promised after it.
      if (isEnded(before) && !isEnded(next)) renewHeads.run(next.orderNo)
    },

    /** The newest intent of that kind about a box. */
    ofBox: (boxId: string, kind: IntentKind): Intent | null => readOne(byBox.get(boxId, kind)),

    ofOrder: (orderNo: string): Intent[] => ofOrder.all(orderNo).map(read),

    /** Up to `limit` intents that have not ended, the oldest first, those after `afterSeq`. */
    openAfter: (afterSeq: number, limit: number): Intent[] => open.all(afterSeq, limit).map(read),

    /** Up to `limit` heads that may be worked on at `now`; none of the orders named. */
    due: (now: number, exceptOrders: readonly string[], limit: number): Intent[] =>
      due.all(now, JSON.stringify(exceptOrders), limit).map(read),

    /** When the next head falls due after `now`; null where none will. */
    nextDueAt: (now: number): number | null => nextDue.get(now) ?? null,

    headsIn: (state: IntentState): Intent[] => inState.all(state).map(read),

    /** The orders of up to `limit` intents that the store has said are done and no reading has shown, the first given first. */
    reportedOrders: (limit: number): string[] => [...new Set(reported.all(limit))],

    /** Since when, by the clock, the first of it has been; null where there is none. */
    reportedSince: (): number | null => reportedSince.get() ?? null,

    /** The order is read before anything is sent for what was given up to then and does not look as if it had been. */
    readFirstUpTo(givenAt: number): void {
      readFirst.run(givenAt)
    },

    /** What waited for another try is due at `now`. */
    hurry(now: number): void {
      hurry.run(now, now)
    },

    /** What is open is due in this run: at `now`, or at `graceEnds` where nobody has tried it yet. */
    beginRun(now: number, graceEnds: number): void {
      beginRun.run({ now, graceEnds })
    },

    /** Finds each lane's head anew, where rows were written by other means. */
    findHeads(): void {
      db.exec(`
        UPDATE intents SET head = 0;
        UPDATE intents SET head = 1 WHERE seq IN
          (SELECT min(seq) FROM intents WHERE state NOT IN ('reported', 'confirmed', 'handled') GROUP BY order_no);`)
    },
  }
}

export type IntentTable = ReturnType<typeof createIntentTable>

const toJson = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
