import type { DeskStore, Recovery } from './desk-store.ts'

/** Tells, once, that a code was read right although an input method or another layout would have changed it. */
export function tellOfRecovery(store: DeskStore, kind: Recovery['kind']): void {
  if (store.getState().recovery === null) store.setState({ recovery: { kind, shown: true } })
}

export function putRecoveryAway(store: DeskStore): void {
  store.setState(({ recovery }) => ({ recovery: recovery === null ? null : { ...recovery, shown: false } }))
}
