import type { Database } from '../database/open.ts'
import { beginning } from '../log/log-chain.ts'
import type { DoubtKind } from '../../../shared/domain/packing/log/doubt-kind.ts'
import { readAnchor, type Anchor } from './anchor-text.ts'

/** What the file says of itself: its text, that there is none, or that it could not be read. */
export type AnchorFound = { text: string | null } | 'fault'

/**
 * whole: the log goes on from where the anchor saw it end. none: there was never an anchor, so nothing can be said. What
 * else there is makes the data doubtful. A database without an id is of a version that had no anchor: its log speaks for it.
 */
export function compareWithAnchor(
  db: Database,
  id: { id: string; anchored: boolean } | null,
  found: AnchorFound,
): { verdict: 'whole' | 'none' | DoubtKind; anchor: Anchor | null } {
  if (found === 'fault') return { verdict: 'unreadable', anchor: null }
  if (found.text === null) return { verdict: id?.anchored === true ? 'missing' : 'none', anchor: null }
  const anchor = readAnchor(found.text)
  if (anchor === null) return { verdict: 'unreadable', anchor }
  if (id !== null && id.id !== anchor.database) return { verdict: 'other', anchor }
  return { verdict: hashAt(db, anchor.seq) === anchor.hash ? 'whole' : 'older', anchor }
}

const hashAt = (db: Database, seq: number): string | undefined =>
  seq === 0
    ? beginning
    : db.prepare<[number], string>('SELECT hash FROM packing_log WHERE seq = ?').pluck().get(seq)
