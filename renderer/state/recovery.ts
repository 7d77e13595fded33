import type { Recovered } from '../scan/meaning.ts'
import type { DeskStore } from './desk-store.ts'

/** What codes had to be recovered from, told once for as long as the window lives; `shown` until it is put away. */
export type Recovery = { kind: Exclude<Recovered, null>; shown: boolean }

/** Tells, once, that a code was read right although an input method or another layout would have changed it. */
export function tellOfRecovery(store: DeskStore, kind: Recovery['kind']): void {
  if (store.getState().recovery === null) store.setState({ recovery: { kind, shown: true } })
}

export function putRecoveryAway(store: DeskStore): void {
  store.setState(({ recovery }) => ({ recovery: recovery === null ? null : { ...recovery, shown: false } }))
}
