import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StartupProblem } from '../../shared/contract/bridge.ts'
import type { Queue } from '../../shared/contract/queue.ts'
import type { CallError, Input, WindowMethod } from '../../shared/contract/methods.ts'
import type { ConnectResult } from '../../shared/contract/shop.ts'
import type { StationSnapshot, UnsentRow } from '../../shared/contract/snapshot.ts'
import type { Recovered } from '../scan/meaning.ts'
import type { Answer } from '../../shared/domain/packing/answer.ts'
import { answeredIn } from './answered-in.ts'
import type { DialogName } from './dialog-name.ts'
import { isLocked } from './locked.ts'
import type { WaybillTarget } from './waybill-target.ts'

/** A call that the station could not answer: what was asked has not been done. */
export type CallFailure = {
  method: WindowMethod
  /** The code that was scanned; null for any other call. */
  code: string | null
  /** unanswered: no reply came back at all. */
  why: CallError['code'] | 'unanswered'
  message: string
}

/** What codes had to be recovered from, told once for as long as the window lives; `shown` until it is put away. */
export type Recovery = { kind: Exclude<Recovered, null>; shown: boolean }

export type DeskState = {
  /** The station's last word; null until it has spoken. */
  snapshot: StationSnapshot | null
  startupProblem: StartupProblem | null
  queue: Queue | null
  queueAsk: Input<'queue'>
  unsent: UnsentRow[] | null
  /** How many of them are asked for; more are when the packer wants to see them. */
  unsentLimit: number
  dialog: DialogName | null
  failure: CallFailure | null
  /** Takes scans in the desk's place: a form that asks for a barcode, while it is open. */
  takesScans: ((code: string) => void) | null
  /** That codes were recovered from an input method or another layout; null until the first was. */
  recovery: Recovery | null
  /** The sealed box whose waybill is to be corrected. */
  waybillTarget: WaybillTarget | null
  /** The box whose slip is being printed, by its number. */
  slip: number | null
  /** How the connecting of a shop stands, and how the last one ended. */
  shop: { waiting: boolean; result: ConnectResult | null }
  /** The first-run guide: the step shown, and whether it makes room for now, put off or because an order was opened. */
  guide: { step: number; putAway: boolean }
}

export type DeskStore = StoreApi<DeskState>

/** As many orders as the queue shows; whoever looks for another one searches. */
const queueLimit = 100

/** Unsent things asked for at a time. */
export const unsentPage = 100

export const createDeskStore = (): DeskStore =>
  createStore<DeskState>(() => ({
    snapshot: null,
    startupProblem: null,
    queue: null,
    queueAsk: { search: '', show: 'ready', limit: queueLimit },
    unsent: null,
    unsentLimit: unsentPage,
    dialog: null,
    failure: null,
    takesScans: null,
    recovery: null,
    waybillTarget: null,
    slip: null,
    shop: { waiting: false, result: null },
    guide: { step: 0, putAway: false },
  }))

/**
 * The state with a snapshot taken in, unless it is older than what is shown. A new answer closes whatever dialog hides
 * it, but for the question that the answer itself puts and for the dialog that is answered by it. While nobody is signed
 * in who has to be, nothing but the signing in is open.
 */
export function withSnapshot(state: DeskState, snapshot: StationSnapshot): DeskState {
  const shown = state.snapshot
  if (shown !== null && snapshot.sequence <= shown.sequence) return state
  const guide = snapshot.desk === null ? state.guide : { ...state.guide, putAway: true }
  const taken = { ...state, snapshot, guide }
  if (isLocked(snapshot)) return { ...taken, startupProblem: null, dialog: null }
  if (shown === null) return { ...taken, startupProblem: null }
  const { lastScan } = snapshot
  if (lastScan === null || lastScan.id === shown.lastScan?.id) return taken
  const { answer } = lastScan
  return { ...taken, dialog: dialogAfter(state.dialog, answer) }
}

/** What is open after an answer: what it asks for, or what shows it; anything else makes room for it. */
function dialogAfter(open: DialogName | null, { said }: Answer): DialogName | null {
  if (said.kind === 'unsealedGoods') return 'putDown'
  if (said.kind === 'placeWanted') return said.place === 'handover' ? 'handover' : null
  return open !== null && answeredIn(open, said.kind) ? open : null
}
