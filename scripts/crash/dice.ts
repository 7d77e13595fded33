import { seededRandom } from '../../electron/demo-store/seed/seeded-random.ts'

/** Seeded chance: the same seed, the same choices. */
export interface Dice {
  /** True in `share` of all cases. */
  readonly chance: (share: number) => boolean
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  /** One of them; null of an empty list. */
  readonly pick: <T>(from: readonly T[]) => T | null
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed)
  return {
    chance: (share) => random() < share,
    between: (from, to) => from + Math.floor(random() * (to - from + 1)),
    pick: (from) => from[Math.floor(random() * from.length)] ?? null,
  }
}
