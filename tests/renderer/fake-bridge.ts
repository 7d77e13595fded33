import type { HandoverList } from '../../shared/contract/handover.ts'
import type { Badge, PersonView } from '../../shared/contract/people.ts'
import { readDeskSettings } from '../../shared/contract/settings.ts'
import type { Bridge, StartupProblem } from '../../shared/contract/bridge.ts'
import type { DemoOutputs, DemoRefusal } from '../../shared/contract/demo.ts'
import type { ExportedLog, LogCheck, LogRebuild } from '../../shared/contract/log.ts'
import type { CallError, Reply, WindowInput, WindowMethod } from '../../shared/contract/methods.ts'
import type { Board, FoundOrder, OrderHistory } from '../../shared/contract/board.ts'
import type { ShopOutputs, ShopState } from '../../shared/contract/shop.ts'
import type { ItemBatch, Queue } from '../../shared/contract/queue.ts'
import type { LastScan, StationSnapshot, UnsentRow } from '../../shared/contract/snapshot.ts'
import { createFakeCatalog, type FakeCatalog } from './fake-catalog.ts'

/** One call the window made. */
export type Call = { [M in WindowMethod]: { method: M; input: WindowInput<M> } }[WindowMethod]

export type FakeBridge = {
  bridge: Bridge
  calls: Call[]
  /** Sends a snapshot to the window, numbered after the one before. */
  push: (change: Partial<StationSnapshot>) => void
  /** Leaves scans, and the connecting of a shop, unanswered until they are released. */
  holdScans: () => { release: () => void }
  failNext: (message: string, code?: CallError['code']) => void
}

export type FakeStation = {
  snapshot: StationSnapshot
  queue?: Queue
  unsent?: UnsentRow[]
  handover?: HandoverList
  batches?: ItemBatch[]
  board?: Omit<Board, 'day'>
  found?: FoundOrder[]
  history?: OrderHistory
  people?: PersonView[]
  badge?: Badge
  /** What the desk says to a method; left out, nothing new. */
  answers?: Partial<Record<WindowMethod, LastScan['answer']>>
  /** What the barcode book answers; left out, it is empty. */
  catalog?: FakeCatalog
  /** What the demo store answers; left out, it cannot be controlled. */
  demo?: Partial<DemoOutputs>
  /** What the app says of connecting a shop; left out, one can be connected. */
  shop?: Partial<ShopOutputs>
  /** What the log tools find; left out, they find an empty, whole log. */
  log?: { rebuild?: LogRebuild; verifyLog?: LogCheck; exportLog?: ExportedLog }
  startupProblem?: StartupProblem | null
  /** Why every scan fails; left out, none does. */
  scanFails?: CallError
}

const emptyQueue: Queue = { rows: [], total: 0, counts: { ready: 0, blocked: 0, handedOver: 0, all: 0 } }

const nothingToHandOver: HandoverList = {
  couriers: [],
  missing: [],
  missingTotal: 0,
  given: [],
  givenTotal: 0,
}

const emptyDay: Omit<Board, 'day'> = {
  orders: 0,
  boxes: 0,
  units: 0,
  hours: [],
  packers: [],
  refused: [],
  undone: 0,
}

const demoOnly: ShopState = {
  now: { store: 'demo' },
  next: { store: 'demo' },
  redirectUri: 'http://127.0.0.1:41521/callback',
  obstacle: null,
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
  /** The snapshot with the desk's word on it, where it has one. */
  const told = (method: WindowMethod): StationSnapshot => {
    const said = station.answers?.[method]
    if (said === undefined) return snapshot
    const id = (snapshot.lastScan?.id ?? 0) + 1
    return change({ lastScan: { id, at: 0, code: null, answer: said } })
  }
  const asked = (call: Call): Promise<Reply<StationSnapshot>> => {
    calls.push(call)
    return answer(told(call.method))
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
    giveIntent: (input) => asked({ method: 'giveIntent', input }),
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
    holdOrder: (input) => asked({ method: 'holdOrder', input }),
    handOver: (input) => asked({ method: 'handOver', input }),
    writeNote: (input) => asked({ method: 'writeNote', input }),
    sealAll: (input) => asked({ method: 'sealAll', input }),
    reopenBox: (input) => asked({ method: 'reopenBox', input }),
    typeBox: (input) => asked({ method: 'typeBox', input }),
    weighBox: (input) => asked({ method: 'weighBox', input }),
    countItem: (input) => asked({ method: 'countItem', input }),
    takeRest: (input) => asked({ method: 'takeRest', input }),
    armTakeOut: (input) => asked({ method: 'armTakeOut', input }),
    moveItem: (input) => asked({ method: 'moveItem', input }),
    choose: (input) => asked({ method: 'choose', input }),
    confirm: (input) => asked({ method: 'confirm', input }),
    addPerson: (input) => asked({ method: 'addPerson', input }),
    changePerson: (input) => asked({ method: 'changePerson', input }),
    signIn: (input) => asked({ method: 'signIn', input }),
    signOut: (input) => asked({ method: 'signOut', input }),
    people: () => answer(station.people ?? []),
    makeBadge: (input) => {
      calls.push({ method: 'makeBadge', input })
      return answer(station.badge ?? { digits: null })
    },
    chooseCourier: (input) => {
      calls.push({ method: 'chooseCourier', input })
      return answer(change({ courierIdx: input.courierIdx }))
    },
    queue: (input) => {
      calls.push({ method: 'queue', input })
      return answer(station.queue ?? emptyQueue)
    },
    itemBatches: () => answer(station.batches ?? []),
    board: (input) => {
      calls.push({ method: 'board', input })
      return answer({ day: input.day, ...(station.board ?? emptyDay) })
    },
    exportBoard: (input) => {
      calls.push({ method: 'exportBoard', input })
      return answer({ path: '/data/board.csv' })
    },
    findOrders: (input) => {
      calls.push({ method: 'findOrders', input })
      return answer(station.found ?? [])
    },
    history: (input) => {
      calls.push({ method: 'history', input })
      const none: OrderHistory = { orderNo: input.orderNo, order: null, entries: [], boxes: [], items: {} }
      return answer(station.history ?? none)
    },
    unsent: () => answer(station.unsent ?? []),
    handover: (input) => {
      calls.push({ method: 'handover', input })
      return answer(station.handover ?? nothingToHandOver)
    },
    scanHandover: (input) => asked({ method: 'scanHandover', input }),
    unpackBox: (input) => asked({ method: 'unpackBox', input }),
    takeBackHandover: (input) => asked({ method: 'takeBackHandover', input }),
    correctWaybill: (input) => asked({ method: 'correctWaybill', input }),
    retry: (input) => asked({ method: 'retry', input }),
    goOn: (input) => asked({ method: 'goOn', input }),
    resolveByHand: (input) => asked({ method: 'resolveByHand', input }),
    setPin: (input) => asked({ method: 'setPin', input }),
    resync: (input) => asked({ method: 'resync', input }),
    pullNow: (input) => asked({ method: 'pullNow', input }),
    connect: (input) => asked({ method: 'connect', input }),
    changeSettings: (input) => {
      calls.push({ method: 'changeSettings', input })
      if (station.answers?.changeSettings !== undefined) return answer(told('changeSettings'))
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
    ...createFakeCatalog(station.catalog ?? {}, { calls, answer, asked }),
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
    shopState: () => answer(station.shop?.shopState ?? demoOnly),
    connectShop: async (input) => {
      calls.push({ method: 'connectShop', input })
      await gate
      return answer(station.shop?.connectShop ?? { ok: true })
    },
    cancelConnecting: (input) => {
      calls.push({ method: 'cancelConnecting', input })
      return answer(null)
    },
    useDemoStore: (input) => {
      calls.push({ method: 'useDemoStore', input })
      return answer(station.shop?.useDemoStore ?? true)
    },
    restart: (input) => {
      calls.push({ method: 'restart', input })
      return answer(null)
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
