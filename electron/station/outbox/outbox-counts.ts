import type { OutboxView } from '../../../shared/contract/snapshot.ts'
import type { Database } from '../database/open.ts'
import { watchRows } from '../database/touched.ts'

type Open = { state: 'waiting' | 'sending' | 'unknown' | 'needsPerson'; sealedAt: number }

const openSql =
  "SELECT box_id AS boxId, state, sealed_at AS sealedAt FROM outbox WHERE state NOT IN ('confirmed', 'handled')"

/**
 * How many boxes the store has not confirmed, by where they stand. Counted once; after that only what has been touched is
 * looked at, because every snapshot asks and ten thousand may wait.
 */
export function createOutboxCounts(db: Database) {
  const all = db.prepare<[], Open & { boxId: string }>(`${openSql} ORDER BY seq`)
  const one = db.prepare<[string], Open & { boxId: string }>(`${openSql} AND box_id = ?`)
  const touched = watchRows(db, 'outbox', 'box_id', ['outbox'])
  const counts = { waiting: 0, sending: 0, unknown: 0, needsPerson: 0 }
  /** In the order they were sealed: a box changes where it stands, and goes to the end when it is sealed anew. */
  let open: Map<string, Open> | null = null

  function note(boxes: Map<string, Open>, boxId: string): void {
    const [before, now] = [boxes.get(boxId), one.get(boxId)]
    if (before !== undefined) counts[before.state] -= 1
    if (now === undefined) boxes.delete(boxId)
    else {
      counts[now.state] += 1
      boxes.set(boxId, { state: now.state, sealedAt: now.sealedAt })
    }
  }

  return (): OutboxView => {
    const changed = touched.take()
    if (open === null) {
      open = new Map(all.all().map(({ boxId, ...row }) => [boxId, row]))
      for (const { state } of open.values()) counts[state] += 1
    }
    for (const boxId of changed) note(open, boxId)
    const [oldest] = open.values()
    return { ...counts, oldestAt: oldest?.sealedAt ?? null }
  }
}
