import type { Bridge } from '../../shared/contract/bridge.ts'
import type { Schedule } from '../scan/attach-scanner.ts'
import type { Actions } from './actions.ts'
import { withSnapshot, type DeskState, type DeskStore } from './desk-store.ts'

/** How long to wait before asking a station that is still starting again, in milliseconds. */
const askAgainAfter = 500

/**
 * Keeps the store up with the station: the first snapshot is asked for until there is one, later ones come by
 * themselves, and the lists are fetched again when a snapshot says that they may have changed. Returns the way to stop.
 */
export function followStation(
  bridge: Bridge,
  store: DeskStore,
  actions: Actions,
  schedule: Schedule,
): () => void {
  let stopped = false
  let cancel = (): void => undefined

  const askFirst = async (): Promise<void> => {
    const problem = await bridge.startupProblem()
    const reply = problem === null ? await bridge.snapshot({}) : null
    if (stopped || store.getState().snapshot !== null) return
    if (problem !== null) store.setState({ startupProblem: problem })
    if (reply?.ok === true) {
      const { data } = reply
      store.setState((state) => withSnapshot(state, data))
    } else {
      cancel = schedule(startAsking, askAgainAfter)
    }
  }
  const startAsking = (): void => {
    askFirst().catch((error: unknown) => {
      store.setState({ startupProblem: { kind: 'unexpected', detail: String(error) } })
      cancel = schedule(startAsking, askAgainAfter)
    })
  }

  const stopSnapshots = bridge.onSnapshot((snapshot) => {
    store.setState((state) => withSnapshot(state, snapshot))
  })
  const stopLists = store.subscribe((now, before) => {
    if (now.snapshot?.queueVersion !== before.snapshot?.queueVersion) actions.refreshQueue()
    if (needsUnsent(now, before)) actions.refreshUnsent()
  })
  startAsking()
  return () => {
    stopped = true
    cancel()
    stopSnapshots()
    stopLists()
  }
}

const needsUnsent = (now: DeskState, before: DeskState): boolean =>
  now.dialog === 'unsent' && (before.dialog !== 'unsent' || now.snapshot !== before.snapshot)
