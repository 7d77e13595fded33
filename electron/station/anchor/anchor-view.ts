import type { DoubtView } from '../../../shared/contract/doubt.ts'
import type { IntentTable } from '../outbox/intent-table.ts'
import type { AnchorKeeper } from './anchor.ts'
import { awayStatuses } from './strange-sections.ts'

export type DoubtViewParts = {
  anchor: Pick<AnchorKeeper, 'doubt' | 'missing'>
  outbox: Pick<IntentTable, 'openAfter'>
  /** How often the lists of what is to be shipped have been gone through to their end. */
  rounds: () => number
}

/** What the window shows of the doubt about the desk's data; null where there is none. */
export function createDoubtView({ anchor, outbox, rounds }: DoubtViewParts) {
  return (): DoubtView | null => {
    const doubt = anchor.doubt()
    if (doubt === null) return null
    const { kind, since, lastAt, lastSeq, reading } = doubt
    const isRead =
      reading.list.status >= awayStatuses.length &&
      outbox.openAfter(reading.afterSeq, 1).length === 0 &&
      rounds() > 0
    const missing = anchor.missing()
    return {
      kind,
      since,
      lastAt,
      lastSeq,
      missing,
      read: reading.orders,
      isRead,
      onlyAtStore: reading.strange,
    }
  }
}
