import { z } from 'zod'
import {
  problemKinds,
  promiseSchema,
  stepSchema,
  type BoxPromise,
} from '../../../shared/domain/dispatch/step.ts'
import { sectionSchema } from '../../../shared/domain/orders/order.ts'
import type { Database } from '../database/open.ts'

const problemSchema = z.object({
  kind: z.enum(problemKinds),
  errorCode: z.string().nullable(),
  words: z.string().nullable(),
})

/** The last thing the store said, or did not say, of a box. */
const lastAnswerSchema = z.object({ kind: z.string(), words: z.string().nullable(), at: z.number() })

/** How a person closed a box that the store could not be told of. */
const handledSchema = z.object({
  how: z.enum(['handedOver', 'discarded']),
  reason: z.string(),
  at: z.number(),
})

/** JSON in a column, read through its schema. */
const json = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)

const flag = z.number().transform((value) => value === 1)

const rowSchema = z.object({
  seq: z.number(),
  boxId: z.string(),
  orderNo: z.string(),
  boxNumber: z.number(),
  promise: json(promiseSchema),
  sealedAt: z.number(),
  state: z.enum(['waiting', 'sending', 'unknown', 'confirmed', 'needsPerson', 'handled']),
  since: z.number(),
  nextAt: z.number(),
  attempts: z.number(),
  readFirst: flag,
  boxSection: z.string().nullable(),
  step: json(stepSchema).nullable(),
  before: json(z.array(sectionSchema)).nullable(),
  sentAt: z.number().nullable(),
  problem: json(problemSchema).nullable(),
  lastAnswer: json(lastAnswerSchema).nullable(),
  addressAccepted: flag,
  handled: json(handledSchema).nullable(),
})

/**
 * A sealed box on its way to the store. `step`, `before` and `sentAt` are set from just before a write is sent until
 * its outcome is known: while they are, that write may or may not have been done.
 */
export type OutboxRow = z.infer<typeof rowSchema>

export type OutboxChange = Partial<
  Omit<OutboxRow, 'seq' | 'boxId' | 'orderNo' | 'boxNumber' | 'promise' | 'sealedAt'>
>

const columns = `seq, box_id AS boxId, order_no AS orderNo, box_number AS boxNumber, promise, sealed_at AS sealedAt,
  state, since, next_at AS nextAt, attempts, read_first AS readFirst, box_section AS boxSection, step, before,
  sent_at AS sentAt, problem, last_answer AS lastAnswer, address_accepted AS addressAccepted, handled`

/** Whether nothing of the box has left this desk: the store cannot have heard of it. */
export const isUntold = ({ state, step, boxSection, lastAnswer, attempts }: OutboxRow): boolean =>
  state === 'waiting' && step === null && boxSection === null && lastAnswer === null && attempts === 0

/** The outbox in SQLite. A row that any of it was sent for is never deleted; a lane is an order's rows in the order they were sealed. */
export function createOutboxTable(db: Database) {
  const insert = db.prepare<[string, string, number, string, number, number, number]>(
    `INSERT INTO outbox (box_id, order_no, box_number, promise, sealed_at, state, since, next_at, attempts, read_first)
     VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, 0, 0)`,
  )
  const byBox = db.prepare<[string], unknown>(`SELECT ${columns} FROM outbox WHERE box_id = ?`)
  const ofOrder = db.prepare<[string], unknown>(
    `SELECT ${columns} FROM outbox WHERE order_no = ? ORDER BY seq`,
  )
  const unconfirmed = db.prepare<[], unknown>(
    `SELECT ${columns} FROM outbox WHERE state NOT IN ('confirmed', 'handled') ORDER BY seq`,
  )
  const heads = db.prepare<[], unknown>(
    `SELECT ${columns} FROM outbox
     WHERE seq IN (SELECT min(seq) FROM outbox WHERE state NOT IN ('confirmed', 'handled') GROUP BY order_no) ORDER BY seq`,
  )
  const write = db.prepare<[Record<string, string | number | null>]>(
    `UPDATE outbox SET state = @state, since = @since, next_at = @nextAt, attempts = @attempts,
       read_first = @readFirst, box_section = @boxSection, step = @step, before = @before, sent_at = @sentAt,
       problem = @problem, last_answer = @lastAnswer, address_accepted = @addressAccepted, handled = @handled
     WHERE box_id = @boxId`,
  )

  const remove = db.prepare<[string]>('DELETE FROM outbox WHERE box_id = ?')

  const get = (boxId: string): OutboxRow | null => {
    const row = byBox.get(boxId)
    return row === undefined ? null : rowSchema.parse(row)
  }

  return {
    get,
    add(promise: BoxPromise, boxNumber: number, at: number): void {
      insert.run(promise.boxId, promise.orderNo, boxNumber, JSON.stringify(promise), at, at, at)
    },
    /** The promise is taken back; throws where the store may have heard of it. */
    takeBack(boxId: string): void {
      const row = get(boxId)
      if (row === null || !isUntold(row)) throw new Error(`box ${boxId} may have been told to the store`)
      remove.run(boxId)
    },
    ofOrder: (orderNo: string): OutboxRow[] => ofOrder.all(orderNo).map((row) => rowSchema.parse(row)),
    unconfirmed: (): OutboxRow[] => unconfirmed.all().map((row) => rowSchema.parse(row)),
    /** The first box of each order that the store has not confirmed: the only one that may be worked on. */
    laneHeads: (): OutboxRow[] => heads.all().map((row) => rowSchema.parse(row)),
    change(boxId: string, changes: OutboxChange): void {
      const row = get(boxId)
      if (row === null) throw new Error(`no outbox row for box ${boxId}`)
      const next = { ...row, ...changes }
      write.run({
        boxId,
        state: next.state,
        since: next.since,
        nextAt: next.nextAt,
        attempts: next.attempts,
        readFirst: next.readFirst ? 1 : 0,
        boxSection: next.boxSection,
        step: toJson(next.step),
        before: toJson(next.before),
        sentAt: next.sentAt,
        problem: toJson(next.problem),
        lastAnswer: toJson(next.lastAnswer),
        addressAccepted: next.addressAccepted ? 1 : 0,
        handled: toJson(next.handled),
      })
    },
  }
}

export type OutboxTable = ReturnType<typeof createOutboxTable>

const toJson = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
