import type { LastScan, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { isSecret } from '../../../shared/domain/codes/command-barcode.ts'
import type { Clock } from '../ports.ts'
import { createSignal } from './signal.ts'

/** What a snapshot says of the snapshots: which one it is, and the last scan's answer. */
export type Shown = Pick<StationSnapshot, 'sequence' | 'lastScan' | 'queueVersion'>

export type ShowParts = {
  clock: Clock
  snapshot: (shown: Shown) => StationSnapshot
}

/** Numbers the snapshots and tells of each new one. */
export function createShow({ clock, snapshot }: ShowParts) {
  const published = createSignal<StationSnapshot>()
  let shown: Shown = { sequence: 0, lastScan: null, queueVersion: 0 }
  let closed = false

  const now = (): StationSnapshot => snapshot(shown)

  function next(change: Partial<Shown> = {}): StationSnapshot {
    shown = { ...shown, ...change, sequence: shown.sequence + 1 }
    const latest = now()
    published.emit(latest)
    return latest
  }

  const lastScanOf = (answer: Answer, code: string | null): LastScan => ({
    id: (shown.lastScan?.id ?? 0) + 1,
    at: clock(),
    code: code === null || isSecret(code) ? null : code,
    answer,
  })

  return {
    /** What is shown now. */
    now,
    lastId: (): number | undefined => shown.lastScan?.id,
    /** Something that is shown has changed. */
    changed: (): StationSnapshot => next(),
    /** The answer to something the packer did; `code` is what was scanned, if anything was. */
    answered: (answer: Answer, code: string | null): StationSnapshot => {
      const lastScan = lastScanOf(answer, code)
      return next(answer.ok ? { lastScan, queueVersion: shown.queueVersion + 1 } : { lastScan })
    },
    /** The same two for what goes on in the background, which may come to its end after the desk was closed. */
    changedBehind: (): void => {
      if (!closed) next()
    },
    ordersChangedBehind: (): void => {
      if (!closed) next({ queueVersion: shown.queueVersion + 1 })
    },
    /** Calls the listener with every new snapshot; returns the way to stop. */
    subscribe: published.listen,
    close: (): void => {
      closed = true
    },
  }
}

export type Show = ReturnType<typeof createShow>
