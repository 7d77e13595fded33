import type { Pace } from '../ports.ts'

/**
 * When the last write of an intent was given up, on this run's pace: from then on it takes a while until a late one can no
 * longer arrive. Kept in memory, where no clock that is set can reach it. What is not known here was sent by an earlier
 * run, which is over, but its call may go on for as long as it would have been waited for.
 */
export function createDoubts(pace: Pace, timeoutMs: number) {
  const begun = pace()
  const givenUp = new Map<number, number>()
  return {
    /** A write goes out now. */
    sent(seq: number): void {
      givenUp.set(seq, pace() + timeoutMs)
    },
    /** Its call has come to its end, with an answer or without one. */
    over(seq: number): void {
      givenUp.set(seq, pace())
    },
    /** For a write that is under way: when it will be given up at the latest. */
    givenUpAt: (seq: number): number => givenUp.get(seq) ?? begun + timeoutMs,
  }
}

export type Doubts = ReturnType<typeof createDoubts>
