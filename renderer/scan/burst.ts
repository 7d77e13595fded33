import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import { characterNumbered, type Recovered } from './meaning.ts'

/** A key of a run. */
export type Pressed = {
  code: string
  time: number
  /** What it puts into the code; '' for a digit of a character's number. */
  text: string
  /** A digit of a character's number; '' for any other key. */
  alt: string
  recovered: Recovered
  /** An input method took it at first. */
  heldBack: boolean
  /** When it came up again; null while it is down. */
  upAt: number | null
  /** Only its coming up was heard so far. */
  orphan: boolean
}

/** What runs that broke off one after the other had typed, and whether each of them was a single key. */
export type Rest = { text: string; runs: number; singles: boolean }

/** A run of keys in one rhythm, in the order in which they were pressed, which is not always that in which they come. */
export type Burst = {
  keys: readonly Pressed[]
  /** Something in it got lost, nobody knows where. */
  torn: boolean
  /** Nothing was typed for a while before it. */
  fresh: boolean
  /** Runs that broke off just before this one. */
  rest: Rest | null
}

/** Stands in a code for whatever was lost there: the station refuses such a code as mangled. */
export const lost = '\uFFFD'

/** How late a key may come after one that was pressed later, in milliseconds: an input method turns some round. */
const lateness = 50

export const startBurst = (key: Pressed, fresh: boolean, rest: Rest | null): Burst => ({
  keys: [key],
  torn: false,
  fresh,
  rest,
})

const lastAt = ({ keys }: Burst): number => keys.at(-1)?.time ?? -Infinity

/** The rhythm of a run. One stumble does not hide it: gaps beyond `maxGap` are left out. */
function rhythmOf({ keys }: Burst, { maxGap }: ScannerProfile): { mean: number; spread: number } {
  const gaps = keys.slice(1).flatMap((key, at) => {
    const gap = key.time - (keys[at]?.time ?? key.time)
    return gap <= maxGap ? [gap] : []
  })
  const sum = gaps.reduce((total, gap) => total + gap, 0)
  return {
    mean: gaps.length === 0 ? Infinity : sum / gaps.length,
    spread: Math.max(0, ...gaps) - Math.min(Infinity, ...gaps),
  }
}

const isSure = (burst: Burst, profile: ScannerProfile): boolean =>
  rhythmOf(burst, profile).mean <= profile.sureGap

/** Whether a key at `time` still belongs to the run. */
export function follows(burst: Burst, time: number, profile: ScannerProfile): boolean {
  const gap = time - lastAt(burst)
  if (gap < 0) return gap >= -lateness && time >= (burst.keys[0]?.time ?? time)
  return gap <= profile.maxGap || (gap <= profile.hiccup && burst.keys.length >= 4 && isSure(burst, profile))
}

/** Whether a key at `time` comes too late for the run and too soon to have nothing to do with it. */
export function breaks(burst: Burst, time: number, profile: ScannerProfile): boolean {
  const gap = time - lastAt(burst)
  return gap >= 0 && gap <= profile.brokenWithin && !follows(burst, time, profile)
}

/** The run with one more key, at the place where it was pressed. */
export function extend(burst: Burst, key: Pressed): Burst {
  const at = burst.keys.findLastIndex((other) => other.time <= key.time) + 1
  return { ...burst, keys: [...burst.keys.slice(0, at), key, ...burst.keys.slice(at)] }
}

/**
 * Whether a key is one of the run once more: an input method that has no use for a key hands it on, and the window
 * hears of the same press twice, first as held back and then as what it is.
 */
export const isEcho = (
  { keys }: Burst,
  { code, time, heldBack }: Pick<Pressed, 'code' | 'time' | 'heldBack'>,
): boolean =>
  !heldBack && keys.some((key) => key.heldBack && key.code === code && Math.abs(time - key.time) < 1)

/** The run with a key's going down put in the place of its coming up, which was heard first; null where none was. */
export function adopt(burst: Burst, key: Pressed): Burst | null {
  const at = burst.keys.findIndex(
    ({ orphan, code, time }) =>
      orphan && code === key.code && time >= key.time && time - key.time <= lateness,
  )
  const orphan = burst.keys[at]
  if (orphan === undefined) return null
  return extend({ ...burst, keys: burst.keys.toSpliced(at, 1) }, { ...key, upAt: orphan.upAt })
}

/**
 * Whether a key is the coming up of one of the run under the name of going down: a slow input method that has mixed up
 * the keys gives one of them so, and nobody can tell which.
 */
export const isMixUp = ({ keys }: Burst, { code, time, heldBack }: Pressed): boolean =>
  heldBack && keys.some((key) => key.code === code && key.upAt !== null && Math.abs(time - key.upAt) < 1)

/** The last press of a key in the run. */
export const lastPress = ({ keys }: Burst, code: string): Pressed | null =>
  keys.findLast((key) => key.code === code) ?? null

/** How long a key is down, in milliseconds, and how many later keys go down meanwhile, only where a finger holds it. */
const finger = { held: 30, later: 2, sameReport: 5 }

/**
 * The run after one of its keys has come up. A scanner lets go of one key before it presses the next, or presses a
 * handful at the same moment; a key that stays down while several others come one by one is a finger in the scan.
 */
export function released(burst: Burst, down: Pressed, time: number): Burst {
  const later = burst.keys.filter((key) => key.time - down.time > finger.sameReport)
  const byFinger = time - down.time >= finger.held && later.length >= finger.later
  const keys = burst.keys.map((key) => (key === down ? { ...key, upAt: time } : key))
  return { ...burst, keys, torn: burst.torn || byFinger }
}

/** What a run has typed, a character typed by its number among the others. */
function textOf({ keys, torn }: Burst): string {
  const parts: string[] = []
  let number = ''
  for (const { text, alt } of [...keys, { text: '', alt: '' }]) {
    if (alt === '' && number !== '') {
      parts.push(characterNumbered(number))
      number = ''
    }
    number += alt
    parts.push(text)
  }
  return parts.join('') + (torn ? lost : '')
}

/** The run with the character's number that its last digits are read apart from the digits of the next. */
export const settleNumber = (burst: Burst): Burst =>
  burst.keys.at(-1)?.alt ? extend(burst, { ...separator, time: lastAt(burst) }) : burst

const separator: Omit<Pressed, 'time'> = {
  code: '',
  text: '',
  alt: '',
  recovered: null,
  heldBack: false,
  upAt: 0,
  orphan: false,
}

export const recoveryIn = ({ keys }: Burst): Recovered =>
  keys.find((key) => key.recovered !== null)?.recovered ?? null

/** The run as what is left of it once it has broken off. */
export const restOf = (burst: Burst): Rest => ({
  text: wholeOf(burst),
  runs: (burst.rest?.runs ?? 0) + 1,
  singles: (burst.rest?.singles ?? true) && burst.keys.length === 1,
})

const wholeOf = (burst: Burst): string =>
  burst.rest === null ? textOf(burst) : `${burst.rest.text}${lost}${textOf(burst)}`

/**
 * What the run says as a scan, or null where it is typing. A scan that broke off and went on is given back with U+FFFD
 * at the break: its second half alone might be another product. In a text field, key after key with a pause between
 * them is no broken scan but somebody typing.
 */
export function scanIn(
  burst: Burst,
  inField: boolean,
  ended: 'key' | 'pause' | 'late',
  profile: ScannerProfile,
): string | null {
  const afterTyping = inField && burst.rest !== null && burst.rest.singles && burst.rest.runs > 1
  const whole = afterTyping ? textOf(burst) : wholeOf(burst)
  const marked = ended === 'late' ? whole + lost : whole
  if (burst.keys.length < profile.minLength) return null
  if (!inField || isSure(burst, profile)) return marked
  if (ended !== 'key' || marked.includes(lost)) return null
  const even = rhythmOf(burst, profile).spread <= profile.unevenness
  return burst.fresh && burst.rest === null && even ? whole : null
}
