/** What the station's core takes from the world, so that a simulation can own all of it. */

/**
 * Milliseconds since 1970, UTC. Anybody may set it, by seconds or by years: it says when something was, for the log and for
 * who reads it, and nothing waits by it.
 */
export type Clock = () => number

/** Whole milliseconds since about when this process began. It only ever grows, as time passes: everything that waits, waits by it. */
export type Pace = () => number

/** Evenly spread over [0, 1). */
export type Random = () => number

/** Runs something once after so many milliseconds; the answer calls it off. */
export type Schedule = (ms: number, run: () => void) => () => void

/** Where unexpected errors go; never a secret, never an address. */
export type Report = (what: string, error: unknown) => void

/**
 * Moments at which a crash would matter most. A test may make the process die there; the app itself does nothing.
 * beforeCommit, afterCommit: a packer's action on its way to disk · beforeSend: a write is noted as sent, nothing has
 * left · afterSend: it has left, no answer yet · beforeRecord: the answer is here, nothing of it on disk.
 */
export type CrashPoint = 'beforeCommit' | 'afterCommit' | 'beforeSend' | 'afterSend' | 'beforeRecord'

/** Told of every crash point as it is reached. */
export type Reached = (point: CrashPoint) => void

/** Saves a file where its user can find it and answers with its path. */
export type SaveExport = (name: string, text: string) => Promise<string>

/** A name that no other can have: from a cryptographic source. */
export type NewId = () => string

/**
 * A small file beside the database, which is not rolled back with it. `read`: its text; null where there is none. `write`
 * puts another text in its place, whole or not at all; once it resolves, that outlives a power cut.
 */
export type AnchorFile = { read: () => string | null; write: (text: string) => Promise<void> }
