import { readDeskSettings } from '../../shared/contract/settings.ts'
import type { Bridge, StartupProblem } from '../../shared/contract/bridge.ts'
import type { DemoOutputs, DemoRefusal } from '../../shared/contract/demo.ts'
import type { ExportedLog, LogCheck, LogRebuild } from '../../shared/contract/log.ts'
import type { CallError, Reply, WindowInput, WindowMethod } from '../../shared/contract/methods.ts'
import type { Queue, StationSnapshot, UnsentRow } from '../../shared/contract/snapshot.ts'

/** One call the window made. */
export type Call = { [M in WindowMethod]: { method: M; input: WindowInput<M> } }[WindowMethod]

export type FakeBridge = {
  bridge: Bridge
  calls: Call[]
  /** Sends a snapshot to the window, numbered after the one before. */
  push: (change: Partial<StationSnapshot>) => void
  /** Leaves scans unanswered until they are released. */
  holdScans: () => { release: () => void }
  failNext: (message: string, code?: CallError['code']) => void
}

export type FakeStation = {
  snapshot: StationSnapshot
  queue?: Queue
  unsent?: UnsentRow[]
  /** What the demo store answers; left out, it cannot be controlled. */
  demo?: Partial<DemoOutputs>
  /** What the log tools find; left out, they find an empty, whole log. */
  log?: { rebuild?: LogRebuild; verifyLog?: LogCheck; exportLog?: ExportedLog }
  startupProblem?: StartupProblem | null
  /** Why every scan fails; left out, none does. */
  scanFails?: CallError
}

const noControl: DemoRefusal = { ok: false, why: 'noControl', words: null }

/**
 * A station in memory: it remembers what it was asked, answers with what it was given, and changes the settings,
 * the courier and the last scan so that the window has something to show.
 */
export function createFakeBridge(station: FakeStation): FakeBridge {
  const calls: Call[] = []
  const listeners = new Set<(snapshot: StationSnapshot) => void>()
  let snapshot = station.snapshot
  let failure: CallError | null = null
  let gate: Promise<void> = Promise.resolve()

  const change = (next: Partial<StationSnapshot>): StationSnapshot => {
    snapshot = { ...snapshot, ...next, sequence: snapshot.sequence + 1 }
    return snapshot
  }
  const answer = <T>(data: T): Promise<Reply<T>> => {
    if (failure === null) return Promise.resolve({ ok: true, data })
    const error = failure
    failure = null
    return Promise.resolve({ ok: false, error })
  }
  const asked = (call: Call): Promise<Reply<StationSnapshot>> => {
    calls.push(call)
    return answer(snapshot)
  }

  const bridge: Bridge = {
    snapshot: () => answer(snapshot),
    scan: async (input) => {
      calls.push({ method: 'scan', input })
      await gate
      if (station.scanFails !== undefined) return { ok: false, error: station.scanFails }
      if (failure !== null) return answer(snapshot)
      const id = (snapshot.lastScan?.id ?? 0) + 1
      const said = { kind: 'unknownCode' } as const
      return answer(change({ lastScan: { id, at: 0, code: input.code, answer: { ok: false, said } } }))
    },
    openOrder: (input) => asked({ method: 'openOrder', input }),
    putDown: (input) => asked({ method: 'putDown', input }),
    closeBox: (input) => asked({ method: 'closeBox', input }),
    nextBox: (input) => asked({ method: 'nextBox', input }),
    selectBox: (input) => asked({ method: 'selectBox', input }),
    emptyBox: (input) => asked({ method: 'emptyBox', input }),
    packByHand: (input) => asked({ method: 'packByHand', input }),
    takeOut: (input) => asked({ method: 'takeOut', input }),
    takeOverChanges: (input) => asked({ method: 'takeOverChanges', input }),
    undo: (input) => asked({ method: 'undo', input }),
    chooseCourier: (input) => {
      calls.push({ method: 'chooseCourier', input })
      return answer(change({ courierIdx: input.courierIdx }))
    },
    queue: (input) => {
      calls.push({ method: 'queue', input })
      return answer(station.queue ?? { rows: [], total: 0 })
    },
    unsent: () => answer(station.unsent ?? []),
    retry: (input) => asked({ method: 'retry', input }),
    resolveByHand: (input) => asked({ method: 'resolveByHand', input }),
    setPin: (input) => asked({ method: 'setPin', input }),
    resync: (input) => asked({ method: 'resync', input }),
    pullNow: (input) => asked({ method: 'pullNow', input }),
    connect: (input) => asked({ method: 'connect', input }),
    changeSettings: (input) => {
      calls.push({ method: 'changeSettings', input })
      return answer(change({ settings: readDeskSettings({ ...snapshot.settings, ...input }) }))
    },
    rebuild: (input) => {
      calls.push({ method: 'rebuild', input })
      return answer(station.log?.rebuild ?? { events: 0, firstBreak: null, gaps: [], orders: 0 })
    },
    verifyLog: (input) => {
      calls.push({ method: 'verifyLog', input })
      return answer(station.log?.verifyLog ?? { events: 0, firstBreak: null, gaps: [] })
    },
    exportLog: (input) => {
      calls.push({ method: 'exportLog', input })
      return answer(station.log?.exportLog ?? { path: null, events: 0 })
    },
    demoFaults: () => answer(station.demo?.demoFaults ?? noControl),
    demoMisbehave: (input) => {
      calls.push({ method: 'demoMisbehave', input })
      return answer(station.demo?.demoMisbehave ?? noControl)
    },
    demoClearFaults: (input) => {
      calls.push({ method: 'demoClearFaults', input })
      return answer(station.demo?.demoClearFaults ?? noControl)
    },
    demoShop: (input) => {
      calls.push({ method: 'demoShop', input })
      return answer(station.demo?.demoShop ?? noControl)
    },
    onSnapshot: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    startupProblem: () => Promise.resolve(station.startupProblem ?? null),
  }

  return {
    bridge,
    calls,
    push: (next) => {
      const pushed = change(next)
      for (const listener of listeners) listener(pushed)
    },
    holdScans: () => {
      let release = (): void => undefined
      gate = new Promise((resolve) => {
        release = resolve
      })
      return { release }
    },
    failNext: (message, code = 'internal') => {
      failure = { code, message }
    },
  }
}
