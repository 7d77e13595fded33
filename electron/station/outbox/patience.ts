import type { Pace } from '../ports.ts'

/** Longer than it takes until a store that has been moved or restarted knows its orders again. */
const longEnough = 3 * 60_000

/** For how long the store has refused to show an intent's order: a person is asked once that can hardly pass by itself. */
export function createPatience(pace: Pace) {
  const refusedSince = new Map<number, number>()
  return {
    /** Refused once more: whether that has gone on for too long. */
    isOver(seq: number): boolean {
      const since = refusedSince.get(seq) ?? pace()
      refusedSince.set(seq, since)
      return pace() - since >= longEnough
    },
    shown(seq: number): void {
      refusedSince.delete(seq)
    },
  }
}
