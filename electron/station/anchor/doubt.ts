import { z } from 'zod'
import { doubtKinds, type DoubtKind } from '../../../shared/domain/packing/log/doubt-kind.ts'
import type { Database } from '../database/open.ts'
import { readEnd } from '../log/log-chain.ts'
import { createKept } from './kept.ts'

/** How far the orders have been read again since the doubt arose. */
const readingSchema = z.object({
  /** Open intents up to this one have had their order read. */
  afterSeq: z.int().min(0),
  orders: z.int().min(0),
  /** The next page of what has left, by the place of its status; past the last status once all are read. */
  list: z.object({ status: z.int().min(0), page: z.int().min(1) }),
  /** Orders with sections on their way that no box of this desk is. */
  strange: z.array(z.string()),
})

const doubtSchema = z.object({
  kind: z.enum(doubtKinds),
  since: z.number(),
  /** Where the log ended when it arose: what is packed since is not what is missing. */
  lastSeq: z.int().min(0),
  lastAt: z.number().nullable(),
  reading: readingSchema,
})

export type Doubt = z.infer<typeof doubtSchema>
export type Reading = Doubt['reading']

export const newDoubt = (db: Database, kind: DoubtKind, since: number): Doubt => ({
  kind,
  since,
  lastSeq: readEnd(db).seq,
  lastAt:
    db.prepare<[], number>('SELECT at FROM packing_log ORDER BY seq DESC LIMIT 1').pluck().get() ?? null,
  reading: { afterSeq: 0, orders: 0, list: { status: 0, page: 1 }, strange: [] },
})

/**
 * The doubt about this database, kept in it until a person has said to go on: what is packed meanwhile would make the log
 * look longer than it was.
 */
export const createDoubtShelf = (db: Database) => createKept(db, 'doubt', doubtSchema)

/** A database of an earlier time is put in place: the desk is to ask before it sends. */
export function doubtRestored(db: Database, now: number): void {
  createDoubtShelf(db).set(newDoubt(db, 'restored', now))
}
