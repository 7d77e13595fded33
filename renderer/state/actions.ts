import type { Bridge } from '../../shared/contract/bridge.ts'
import type {
  Input,
  Method,
  Outputs,
  Reply,
  WindowInput,
  WindowMethod,
  WindowOutputs,
} from '../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import { createInOrder } from './in-order.ts'
import { createLatestOnly } from './latest-only.ts'
import { withSnapshot, type CallFailure, type DeskStore } from './desk-store.ts'
import type { DialogName } from './dialog-name.ts'

/** Methods answered with a snapshot. */
type DeskMethod = { [M in Method]: Outputs[M] extends StationSnapshot ? M : never }[Method]

type DeskCalls = { [M in DeskMethod]: (input: Input<M>) => Promise<Reply<StationSnapshot>> }

type WindowCalls = { [M in WindowMethod]: (input: WindowInput<M>) => Promise<Reply<WindowOutputs[M]>> }

export type Actions = {
  /**
   * Sends a code the way a scan goes, after everything sent before it. `sinceSame`: milliseconds since the scanner read
   * the same code, where it did.
   */
  scan: (code: string, sinceSame?: number) => void
  run: <M extends DeskMethod>(method: M, input: Input<M>) => void
  /** As `run`; resolves with the snapshot it was answered with, null where the call failed. */
  tell: <M extends DeskMethod>(method: M, input: Input<M>) => Promise<StationSnapshot | null>
  /** Asks outside the order of scans; null where the call failed, which is told as any failure is. */
  ask: <M extends WindowMethod>(method: M, input: WindowInput<M>) => Promise<WindowOutputs[M] | null>
  askQueue: (ask: Partial<Input<'queue'>>) => void
  refreshQueue: () => void
  refreshUnsent: () => void
  openDialog: (dialog: DialogName) => void
  closeDialog: () => void
  dismissFailure: () => void
}

/** What the window can do. Whatever changes the desk goes out in order, one at a time, and shows what comes back. */
export function createActions(bridge: Bridge, store: DeskStore): Actions {
  const inOrder = createInOrder()

  const fail = (failure: CallFailure): void => {
    store.setState({ failure })
  }
  /** What failed has been done after all: the notice must not ask for it once more. */
  const forget = (method: WindowMethod, code: string | null): void => {
    const { failure } = store.getState()
    if (failure?.method === method && failure.code === code) store.setState({ failure: null })
  }
  const ask = async <T>(
    method: WindowMethod,
    code: string | null,
    call: () => Promise<Reply<T>>,
  ): Promise<T | null> => {
    try {
      const reply = await call()
      if (reply.ok) {
        forget(method, code)
        return reply.data
      }
      const { code: why, message } = reply.error
      fail({ method, code, why, message })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      fail({ method, code, why: 'unanswered', message })
    }
    return null
  }
  const show = (snapshot: StationSnapshot | null): void => {
    if (snapshot !== null) store.setState((state) => withSnapshot(state, snapshot))
  }

  const refreshQueue = createLatestOnly(async () => {
    const asked = store.getState().queueAsk
    const queue = await ask('queue', null, () => bridge.queue(asked))
    if (queue !== null) store.setState({ queue })
  })
  const refreshUnsent = createLatestOnly(async () => {
    const limit = store.getState().unsentLimit
    const unsent = await ask('unsent', null, () => bridge.unsent({ afterSeq: 0, limit }))
    if (unsent !== null) store.setState({ unsent })
  })

  const tell: Actions['tell'] = (method, input) => {
    const calls: DeskCalls = bridge
    return inOrder(async () => {
      const snapshot = await ask(method, null, () => calls[method](input))
      show(snapshot)
      return snapshot
    })
  }

  return {
    scan: (code, sinceSame) => {
      void inOrder(async () => {
        show(
          await ask('scan', code, () =>
            bridge.scan(sinceSame === undefined ? { code } : { code, sinceSame }),
          ),
        )
      })
    },
    run: (method, input) => {
      void tell(method, input)
    },
    tell,
    ask: (method, input) => {
      const calls: WindowCalls = bridge
      return ask(method, null, () => calls[method](input))
    },
    askQueue: (change) => {
      store.setState((state) => ({ queueAsk: { ...state.queueAsk, ...change } }))
      refreshQueue()
    },
    refreshQueue,
    refreshUnsent,
    openDialog: (dialog) => {
      store.setState({ dialog })
    },
    closeDialog: () => {
      store.setState({ dialog: null })
    },
    dismissFailure: () => {
      store.setState({ failure: null })
    },
  }
}
