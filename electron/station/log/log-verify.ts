import type { Database } from '../database/open.ts'
import { createChainChecker, prepareSlice, readEnd, readGaps, type LogGap } from './log-chain.ts'

/** How far something long has got, in steps of no particular size. */
export type Progress = { done: number; total: number }

/** What a look over the whole log found. `firstBreak` is the first event that is missing, moved or changed. */
export type ChainCheck = { events: number; firstBreak: number | null; gaps: LogGap[] }

export type Slices = {
  /** Lets everything else have its turn. */
  pause: () => Promise<void>
  progress?: (progress: Progress) => void
}

/** Rows looked at between two pauses: a few milliseconds. */
const slice = 400

export type ChainChecker = ReturnType<typeof createChainChecker>

/**
 * Checks the whole log against its hashes, in slices. What is written while it runs is looked at as well: the checker
 * it hands back stands at the log's end.
 */
export async function checkChain(
  db: Database,
  { pause, progress }: Slices,
): Promise<ChainCheck & { checker: ChainChecker }> {
  const gaps = readGaps(db)
  const checker = createChainChecker(gaps)
  const read = prepareSlice(db)
  let events = 0
  for (;;) {
    const rows = read(checker.last(), slice)
    for (const row of rows) {
      const firstBreak = checker.follow(row)
      if (firstBreak !== null) return { events, firstBreak, gaps, checker }
      events += 1
    }
    if (rows.length < slice) return { events, firstBreak: missingEnd(checker, gaps), gaps, checker }
    progress?.({ done: events, total: Math.max(events, readEnd(db).seq) })
    await pause()
  }
}

/** A recorded gap says that the log goes on after it; where it does not, rows were cut off. */
function missingEnd(checker: ChainChecker, gaps: readonly LogGap[]): number | null {
  return gaps.find(({ after }) => after === checker.last())?.resumes ?? null
}

/** The same, for who only wants to know. */
export async function verifyLog(db: Database, slices: Slices): Promise<ChainCheck> {
  const { events, firstBreak, gaps } = await checkChain(db, slices)
  return { events, firstBreak, gaps }
}
