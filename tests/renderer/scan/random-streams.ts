import type { Move } from './hear.ts'
import { keyFor, stroke } from './keys.ts'
import { defaultProfile } from '../../../shared/domain/codes/scanner-profile.ts'

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Stream = {
  moves: Move[]
  /** The codes that were scanned whole, in order. */
  whole: string[]
  /** How many scans were spoiled: broken off, mixed with a finger's keys, robbed of a key. */
  spoiled: number
}

const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')

/**
 * A minute at a desk from a seed: whole scans at any rhythm, scans that break off, scans with a key or a chord of
 * somebody's between their own, scans that lose a key on the way, typing, Enter pressed on its own.
 */
export function randomStream(seed: number): Stream {
  const random = chance(seed)
  const upTo = (most: number): number => Math.floor(random() * most)
  const oneOf = <T>(list: readonly T[]): T | undefined => list[upTo(list.length)]
  const inField = random() < 0.5
  const heldBack = random() < 0.5
  const stream: Stream = { moves: [], whole: [], spoiled: 0 }
  let now = 1000

  const code = (): string => Array.from({ length: 5 + upTo(16) }, () => printable.charAt(upTo(95))).join('')
  const down = (key: { code: string; shift?: boolean; ctrl?: boolean; key?: string }, time = now): void => {
    stream.moves.push(stroke({ key: heldBack ? 'Process' : 'Unidentified', inField, ...key, time }))
  }
  const up = (key: string, time: number): void => {
    stream.moves.push({ ...stroke({ code: key, key, inField, time }), comesUp: true })
  }
  const type = (char: string, gap: number, lost = false): void => {
    const key = keyFor(char)
    if (key.shift) down({ code: 'ShiftLeft', key: 'Shift', shift: true })
    if (!lost) down(key)
    const release = now + Math.min(3, gap / 3)
    if (key.shift) up('ShiftLeft', release)
    up(key.code, release)
    now += gap
  }
  const enter = (): void => {
    down({ code: 'Enter', key: 'Enter' })
    up('Enter', now + 1)
  }
  const scan = (text: string, gap: number, between: (place: number) => void = () => undefined): void => {
    for (const [place, char] of [...text].entries()) {
      between(place)
      type(char, gap)
    }
    enter()
  }
  const quiet = (): void => {
    now += 3100 + upTo(2000)
  }
  const gap = (): number => oneOf([2, 5, 10, 15, 25, 40, 80, 100, 110]) ?? 10

  const acts: (() => void)[] = [
    () => {
      const text = code()
      scan(text, gap())
      stream.whole.push(text)
    },
    () => {
      // Breaks off and goes on.
      const text = code()
      const at = 1 + upTo(text.length - 1)
      const each = gap()
      const stop = 260 + upTo(700)
      scan(text, each, (place) => {
        if (place === at) now += stop - each
      })
      stream.spoiled += 1
    },
    () => {
      // Breaks off for good, and is made again at once.
      for (const char of code().slice(0, -2)) type(char, 10)
      const since = 300 + upTo(2500)
      now += since
      const text = code()
      scan(text, 10)
      stream.spoiled += 1
      if (since + 10 > defaultProfile.brokenWithin) stream.whole.push(text)
    },
    () => {
      // A finger on a letter, longer than the scanner takes for three keys.
      const text = code()
      const finger = 'KeyQ'
      const each = oneOf([15, 20, 25]) ?? 15
      const at = 1 + upTo(text.length - 4)
      let pressed = 0
      scan(text.replaceAll(/q/gi, '7'), each, (place) => {
        if (place === at) {
          pressed = now - each / 2
          down({ code: finger }, pressed)
        }
        if (place === at + 3) up(finger, now - 1)
      })
      stream.moves.sort((one, other) => one.time - other.time)
      stream.spoiled += 1
    },
    () => {
      // A chord or a key that no code has.
      const text = code()
      const at = 1 + upTo(text.length - 1)
      const key = oneOf([
        { code: 'KeyC', ctrl: true, key: 'c' },
        { code: 'ArrowDown', key: 'ArrowDown' },
        { code: 'F4', key: 'F4' },
        { code: 'Backspace', key: 'Backspace' },
      ])
      scan(text, oneOf([5, 10, 20, 40]) ?? 10, (place) => {
        if (place === at && key !== undefined) {
          down(key)
          up(key.code, now + 1)
        }
      })
      stream.spoiled += 1
    },
    () => {
      // Typing, then a pause.
      for (const char of code().slice(0, 6)) type(char, 150 + upTo(400))
      if (random() < 0.5) enter()
    },
    enter,
  ]
  for (let act = 0; act < 3 + upTo(5); act += 1) {
    oneOf(acts)?.()
    quiet()
  }
  return stream
}
