import type { Input, Method, Outputs, Reply } from './methods.ts'
import type { StationSnapshot } from './snapshot.ts'

/** Something that keeps the station from working at all, told before there is a snapshot. */
export type StartupProblem = {
  kind: 'databaseDamaged' | 'databaseNewer' | 'databaseUnwritable' | 'notDurable' | 'unexpected'
  detail: string
}

/** What the preload script puts on `window.packdesk`: one function a method, and one subscription an event. */
export type Bridge = {
  [M in Method]: (input: Input<M>) => Promise<Reply<Outputs[M]>>
} & {
  /** Called with every new snapshot; returns the way to stop. */
  onSnapshot: (listener: (snapshot: StationSnapshot) => void) => () => void
  startupProblem: () => Promise<StartupProblem | null>
}

/** The names of the channels between window and station. */
export const channels = {
  method: (name: Method) => `packdesk:${name}`,
  snapshot: 'packdesk:event:snapshot',
  startupProblem: 'packdesk:startupProblem',
} as const
