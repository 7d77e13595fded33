import type { Reply, WindowInput, WindowMethod, WindowOutputs } from './methods.ts'
import type { StationSnapshot } from './snapshot.ts'

/** Something that keeps the station from working at all, told before there is a snapshot. */
export type StartupProblem = {
  kind:
    /** A migration is due, and the backup that must come first could not be made. */
    | 'backupFailed'
    | 'databaseDamaged'
    | 'databaseLocked'
    /** There are backups, but the database is gone or empty. */
    | 'databaseMissing'
    | 'databaseNewer'
    | 'databaseUnwritable'
    | 'diskFull'
    | 'notDurable'
    | 'unexpected'
  detail: string
}

/** What the preload script puts on `window.packdesk`: one function a method, and one subscription an event. */
export type Bridge = {
  [M in WindowMethod]: (input: WindowInput<M>) => Promise<Reply<WindowOutputs[M]>>
} & {
  /** Called with every new snapshot; returns the way to stop. */
  onSnapshot: (listener: (snapshot: StationSnapshot) => void) => () => void
  startupProblem: () => Promise<StartupProblem | null>
}

/** The names of the channels between window and station. */
export const channels = {
  method: (name: WindowMethod) => `packdesk:${name}`,
  snapshot: 'packdesk:event:snapshot',
  startupProblem: 'packdesk:startupProblem',
} as const
