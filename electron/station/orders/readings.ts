import type { Pace } from '../ports.ts'

/** When something was asked: by its place in what this run has asked and done, and on the pace. */
export type Moment = { place: number; at: number }

/** How long a reading is good enough to write by, in milliseconds: what changes after it, the store's own rules must catch. */
const goodForMs = 2 * 60_000

/**
 * How long after a write a store may still answer from a copy that does not show it, in milliseconds; after that it is believed
 * over what the desk has done.
 */
const lagMs = 10 * 60_000

/** Orders of which it is remembered when they were read; of the others it counts as never. */
const remembered = 5_000

/**
 * What this run knows of how new its orders are; nothing of it is kept. A reading asked for before a write went out does
 * not put older sections back. One asked for before there was reason to doubt — a seal, an outage — is not written by: the
 * shop may have changed the order, and nobody would have said so.
 */
export function createReadings(pace: Pace) {
  const begun = pace()
  const touches = new Map<string, Moment>()
  const doubts = new Map<string, number>()
  const read = new Map<string, Moment>()
  let place = 0
  let allDoubted = 0

  const next = (): number => {
    place += 1
    return place
  }

  return {
    /** Taken before the store is asked. */
    moment: (): Moment => ({ place: next(), at: pace() }),

    /** A write about the order goes out, or its answer came. */
    touch: (orderNo: string): void => {
      touches.set(orderNo, { place: next(), at: pace() })
    },

    /** Whether the desk has written to the order since, or heard what it asked for later. */
    isOutdone(orderNo: string, { place: asked }: Moment): boolean {
      const places = [touches.get(orderNo)?.place, read.get(orderNo)?.place]
      return places.some((place) => place !== undefined && place > asked)
    },

    /** Whether a reading that does not show what the desk has written may be from before that; an earlier run may have written. */
    mayLag: (orderNo: string): boolean => pace() - (touches.get(orderNo)?.at ?? begun) < lagMs,

    /** The order was read whole, in answer to what was asked at that moment. */
    wasRead(orderNo: string, asked: Moment): void {
      const before = read.get(orderNo)
      if (before !== undefined && before.place > asked.place) return
      read.delete(orderNo)
      read.set(orderNo, asked)
      for (const oldest of read.keys()) {
        if (read.size <= remembered) break
        read.delete(oldest)
      }
    },

    /** From now on only what is asked later says how the order stands; without one, none of the orders. */
    doubt: (orderNo: string): void => {
      doubts.set(orderNo, next())
    },
    doubtAll: (): void => {
      allDoubted = next()
      doubts.clear()
    },

    /** Whether the order was read after the last reason to doubt, and not long ago. */
    isFresh(orderNo: string): boolean {
      const asked = read.get(orderNo)
      if (asked === undefined) return false
      const isRecent = pace() - asked.at <= goodForMs
      return isRecent && asked.place >= Math.max(doubts.get(orderNo) ?? 0, allDoubted)
    },
  }
}

export type Readings = ReturnType<typeof createReadings>
