import type { Database } from '../database/open.ts'
import { readEnd } from '../log/log-chain.ts'
import type { AnchorFile, Clock, NewId, Report } from '../ports.ts'
import { anchorText } from './anchor-text.ts'
import { compareWithAnchor, type AnchorFound } from './compare.ts'
import { createDatabaseId } from './database-id.ts'
import { createDoubtShelf, newDoubt, type Doubt, type Reading } from './doubt.ts'

export type AnchorParts = { db: Database; file: AnchorFile; newId: NewId; clock: Clock; report: Report }

/**
 * Holds the packing log against a file outside the database, so that a database of an earlier time is recognised. The file
 * names the log's end, and is written before anything goes to the store that was promised after what it names.
 */
export function createAnchor({ db, file, newId, clock, report }: AnchorParts) {
  const id = createDatabaseId(db, newId)
  const shelf = createDoubtShelf(db)
  const { verdict, anchor } = compareWithAnchor(db, id.get(), look())
  let doubt: Doubt | null = shelf.get() ?? (isDoubt(verdict) ? newDoubt(db, verdict, clock()) : null)
  /** The event that the file names; null where it names none of this log. */
  let held: number | null = verdict === 'whole' && id.get() !== null ? (anchor?.seq ?? null) : null
  let writing: Promise<void> = Promise.resolve()

  function look(): AnchorFound {
    try {
      return { text: file.read() }
    } catch (error) {
      report('anchor', error)
      return 'fault'
    }
  }

  async function write(): Promise<void> {
    if (doubt !== null) throw new Error('the data is of an earlier time: nothing goes to the store')
    const end = readEnd(db)
    if (end.seq === held) return
    await file.write(anchorText({ database: id.require(), ...end, at: clock() }))
    held = end.seq
    id.noteAnchored()
  }

  /** One after the other: whoever waits for a write that is under way need not write again where that said it all. */
  function hold(): Promise<void> {
    writing = writing.catch(() => undefined).then(write)
    return writing
  }

  return {
    /** Resolves once the file names the log's end; rejects where it cannot, and then nothing may be sent. */
    hold,

    /** Why nothing is sent; null where there is no doubt. */
    doubt: (): Doubt | null => doubt,

    /** Events that the anchor saw and this log has not; null where nobody can tell. */
    missing(): number | null {
      if (doubt === null || anchor === null || verdict === 'other') return null
      return anchor.seq > doubt.lastSeq ? anchor.seq - doubt.lastSeq : null
    },

    /**
     * Keeps a doubt that has just arisen, or anchors a database for the first time. Answers with the time up to which writes
     * may have gone out that a whole log says nothing of; null where there were none.
     */
    begin(): number | null {
      if (doubt !== null) {
        if (shelf.get() === null) report('anchor', new Error(`the data is doubtful: ${doubt.kind}`))
        shelf.set(doubt)
        return null
      }
      if (verdict === 'none')
        hold().catch((error: unknown) => {
          report('anchor', error)
        })
      return anchor === null ? null : timeOf(anchor.seq)
    },

    /** Keeps how far the orders have been read again. */
    note(reading: Reading): void {
      if (doubt === null) return
      doubt = { ...doubt, reading }
      shelf.set(doubt)
    },

    /** The doubt is over; `alongside` is written with that, all or nothing. */
    settle(alongside: () => void): void {
      db.transaction(() => {
        alongside()
        shelf.remove()
      }).immediate()
      doubt = null
      held = null
      hold().catch((error: unknown) => {
        report('anchor', error)
      })
    },
  }

  function timeOf(seq: number): number | null {
    return db.prepare<[number], number>('SELECT at FROM packing_log WHERE seq = ?').pluck().get(seq) ?? null
  }
}

export type AnchorKeeper = ReturnType<typeof createAnchor>

const isDoubt = <T extends string>(verdict: T | 'whole' | 'none'): verdict is Exclude<T, 'whole' | 'none'> =>
  verdict !== 'whole' && verdict !== 'none'
