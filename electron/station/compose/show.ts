import type { LastScan, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { isSecret } from '../../../shared/domain/codes/command-barcode.ts'
import type { Clock } from '../ports.ts'
import { createSignal } from './signal.ts'
import { leavesQueue } from './leaves-queue.ts'

/** What a snapshot says of the snapshots: which one it is, and the last scan's answer. */
export type Shown = Pick<StationSnapshot, 'sequence' | 'lastScan' | 'queueVersion'>

export type ShowParts = {
  clock: Clock
  snapshot: (shown: Shown) => StationSnapshot
  orderOnDesk: () => string | null
}

/** A new snapshot; `asked`: whoever asked for what it shows gets it as the answer. */
export type Published = { snapshot: StationSnapshot; asked: boolean }

/** Numbers the snapshots and tells of each new one. */
export function createShow({ clock, snapshot, orderOnDesk }: ShowParts) {
  const published = createSignal<Published>()
  let shown: Shown = { sequence: 0, lastScan: null, queueVersion: 0 }
  let onDesk = orderOnDesk()
  let closed = false

  const now = (): StationSnapshot => snapshot(shown)

  function next(asked: boolean, change: Partial<Shown> = {}): StationSnapshot {
    shown = { ...shown, ...change, sequence: shown.sequence + 1 }
    const latest = now()
    published.emit({ snapshot: latest, asked })
    return latest
  }

  const lastScanOf = (answer: Answer, code: string | null): LastScan => ({
    id: (shown.lastScan?.id ?? 0) + 1,
    at: clock(),
    code: code === null || isSecret(code) ? null : code,
    answer,
  })

  /** Whether the queue may look different: the packed units of the order on the desk are shown from its snapshot. */
  function movesQueue(answer: Answer): boolean {
    const before = onDesk
    onDesk = orderOnDesk()
    return answer.ok && (onDesk !== before || !leavesQueue(answer.said.kind))
  }

  return {
    /** What is shown now. */
    now,
    lastId: (): number | undefined => shown.lastScan?.id,
    /** Something that is shown has changed. */
    changed: (): StationSnapshot => next(false),
    /**
     * The answer to something the packer did; `code` is what was scanned, if anything was. A scan is shown by its answer
     * alone, because it has to be quick; what is done by button is told to the window as well.
     */
    answered: (answer: Answer, code: string | null, asked = true): StationSnapshot => {
      const lastScan = lastScanOf(answer, code)
      return next(
        asked && code !== null,
        movesQueue(answer) ? { lastScan, queueVersion: shown.queueVersion + 1 } : { lastScan },
      )
    },
    /** Changes of what goes on in the background, which may come to its end after the desk was closed. */
    changedBehind: (): void => {
      if (!closed) next(false)
    },
    ordersChangedBehind: (): void => {
      if (!closed) next(false, { queueVersion: shown.queueVersion + 1 })
    },
    /** Calls the listener with every new snapshot; returns the way to stop. */
    subscribe: published.listen,
    close: (): void => {
      closed = true
    },
  }
}

export type Show = ReturnType<typeof createShow>
