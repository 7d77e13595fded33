import type { OutboxView } from '../../../shared/contract/snapshot.ts'
import type { Database } from '../database/open.ts'
import { watchRows } from '../database/touched.ts'

type Open = { state: 'waiting' | 'sending' | 'unknown' | 'needsPerson'; givenAt: number }

const openSql =
  "SELECT seq, state, given_at AS givenAt FROM intents WHERE state NOT IN ('reported', 'confirmed', 'handled')"

/**
 * How much of what was promised the store has not confirmed, by where it stands. Counted once; after that only what has
 * been touched is looked at, because every snapshot asks and ten thousand may wait.
 */
export function createOutboxCounts(db: Database) {
  const all = db.prepare<[], Open & { seq: number }>(`${openSql} ORDER BY seq`)
  const one = db.prepare<[number], Open & { seq: number }>(`${openSql} AND seq = ?`)
  const touched = watchRows(db, 'outbox', 'seq', ['intents'])
  const counts = { waiting: 0, sending: 0, unknown: 0, needsPerson: 0 }
  /** In the order they were given. */
  let open: Map<number, Open> | null = null

  function note(intents: Map<number, Open>, seq: number): void {
    const [before, now] = [intents.get(seq), one.get(seq)]
    if (before !== undefined) counts[before.state] -= 1
    if (now === undefined) intents.delete(seq)
    else {
      counts[now.state] += 1
      intents.set(seq, { state: now.state, givenAt: now.givenAt })
    }
  }

  return (): OutboxView => {
    const changed = touched.take()
    if (open === null) {
      open = new Map(all.all().map(({ seq, ...row }) => [seq, row]))
      for (const { state } of open.values()) counts[state] += 1
    }
    for (const seq of changed) note(open, Number(seq))
    const [oldest] = open.values()
    return { ...counts, oldestAt: oldest?.givenAt ?? null }
  }
}
