import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StartupProblem } from '../../shared/contract/bridge.ts'
import type { Queue } from '../../shared/contract/queue.ts'
import type { CallError, Input, WindowMethod } from '../../shared/contract/methods.ts'
import type { StationSnapshot, UnsentRow } from '../../shared/contract/snapshot.ts'
import type { Recovery } from './recovery.ts'

export type DialogName =
  | 'menu'
  | 'batches'
  | 'board'
  | 'history'
  | 'book'
  | 'learn'
  | 'unsent'
  | 'commands'
  | 'settings'
  | 'putDown'
  | 'demoPanel'
  | 'scannerCheck'

/** A call that the station could not answer: what was asked has not been done. */
export type CallFailure = {
  method: WindowMethod
  /** The code that was scanned; null for any other call. */
  code: string | null
  /** unanswered: no reply came back at all. */
  why: CallError['code'] | 'unanswered'
  message: string
}

export type DeskState = {
  /** The station's last word; null until it has spoken. */
  snapshot: StationSnapshot | null
  startupProblem: StartupProblem | null
  queue: Queue | null
  queueAsk: Input<'queue'>
  unsent: UnsentRow[] | null
  dialog: DialogName | null
  failure: CallFailure | null
  /** What the history is searched for: typed, or scanned while it is open. */
  lookUp: string
  /** Takes scans in the desk's place: a form that asks for a barcode, while it is open. */
  takesScans: ((code: string) => void) | null
  /** That codes were recovered from an input method or another layout; null until the first was. */
  recovery: Recovery | null
}

export type DeskStore = StoreApi<DeskState>

/** As many orders as the queue shows; whoever looks for another one searches. */
export const queueLimit = 100

export const createDeskStore = (): DeskStore =>
  createStore<DeskState>(() => ({
    snapshot: null,
    startupProblem: null,
    queue: null,
    queueAsk: { search: '', show: 'ready', limit: queueLimit },
    unsent: null,
    dialog: null,
    failure: null,
    lookUp: '',
    takesScans: null,
    recovery: null,
  }))

/**
 * The state with a snapshot taken in, unless it is older than what is shown. A new answer closes whatever dialog hides
 * it, but for the question that the answer itself puts.
 */
export function withSnapshot(state: DeskState, snapshot: StationSnapshot): DeskState {
  const shown = state.snapshot
  if (shown === null) return { ...state, snapshot, startupProblem: null }
  if (snapshot.sequence <= shown.sequence) return state
  const { lastScan } = snapshot
  if (lastScan === null || lastScan.id === shown.lastScan?.id) return { ...state, snapshot }
  const { answer } = lastScan
  const asksAboutGoods = !answer.ok && answer.said.kind === 'unsealedGoods'
  return { ...state, snapshot, dialog: asksAboutGoods ? 'putDown' : null }
}
