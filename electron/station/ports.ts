/** What the station's core takes from the world, so that a simulation can own all of it. */

/** Milliseconds since 1970, UTC. */
export type Clock = () => number

/** Evenly spread over [0, 1). */
export type Random = () => number

/** Runs something once after so many milliseconds; the answer calls it off. */
export type Schedule = (ms: number, run: () => void) => () => void

/** Where unexpected errors go; never a secret, never an address. */
export type Report = (what: string, error: unknown) => void
