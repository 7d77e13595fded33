import type { HistoryBox } from '../../shared/contract/board.ts'
import type { UnsentRow } from '../../shared/contract/snapshot.ts'
import type { Desk } from './desk.ts'

/** How one desk shows things when all is over. */
export type Shown = {
  /** Of every order in the ledger: its boxes. */
  boxes: ReadonlyMap<string, readonly HistoryBox[]>
  unsent: readonly UnsentRow[]
  /** Orders that the desk has somewhere: in its queue, on the desk, or among what is unsent. */
  known: ReadonlySet<string>
  /** Orders of which it says by itself that the store has more than it knows of. */
  doubted: ReadonlySet<string>
  isInDoubt: boolean
}

export async function shownBy({ methods }: Desk, orderNos: readonly string[]): Promise<Shown> {
  const { desk, doubt } = await methods.snapshot({})
  const { rows } = await methods.queue({ search: '', show: 'all', limit: 500 })
  const unsent: UnsentRow[] = []
  for (let afterSeq = 0; ;) {
    const some = await methods.unsent({ afterSeq, limit: 500 })
    unsent.push(...some)
    const last = some.at(-1)
    if (last === undefined || some.length < 500) break
    afterSeq = last.seq
  }
  const boxes = new Map<string, readonly HistoryBox[]>()
  for (const orderNo of orderNos) boxes.set(orderNo, (await methods.history({ orderNo })).boxes)
  return {
    boxes,
    unsent,
    known: new Set([
      ...rows.map(({ orderNo }) => orderNo),
      ...unsent.map(({ orderNo }) => orderNo),
      ...(desk === null ? [] : [desk.orderNo]),
    ]),
    doubted: new Set(doubt?.onlyAtStore),
    isInDoubt: doubt !== null,
  }
}

/** What the desk says of an intent: states that it may come to have are unknown here, and count as not over. */
export type Stand = 'confirmed' | 'person' | 'ended' | 'open'

export const standOf = (state: string): Stand =>
  state === 'confirmed'
    ? 'confirmed'
    : state === 'needsPerson'
      ? 'person'
      : state === 'handled'
        ? 'ended'
        : 'open'

/** Waiting in line behind something of the same order that waits for a person. */
export const isBehindAPerson = (row: UnsentRow, unsent: readonly UnsentRow[]): boolean =>
  unsent.some(
    (other) =>
      other.orderNo === row.orderNo && other.seq < row.seq && standOf(other.dispatch.state) === 'person',
  )
