import * as run from './burst.ts'
import type { KeyStroke } from './keystroke.ts'
import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import { meaningOf, recoveryOf, type Recovered } from './meaning.ts'
import { readRun } from './read-run.ts'

/** What the decoder remembers between keys. */
export type DecoderState = {
  burst: run.Burst | null
  /** When the last scan ended. */
  endedAt: number | null
  /** When a key last went down that was neither part of a scan nor the end of something typed. */
  typedAt: number | null
  /** Keys that went down lately and have not come up yet. */
  down: readonly { code: string; time: number }[]
  /** Shift went down since the last key that typed something. */
  shifted: boolean
}

/** A code as its scanner meant it, and what would have changed it had it been read from the page. */
export type Decoded = { code: string; recovered: Recovered }

export type Verdict = {
  state: DecoderState
  /** The code just completed. */
  scan: Decoded | null
  /** The key belongs to a scan alone: the page must not act on it. */
  swallow: boolean
  /** The key is the first of a run: what the field holds now is what it must hold again if this becomes a scan. */
  began: boolean
}

export const quietDecoder: DecoderState = {
  burst: null,
  endedAt: null,
  typedAt: null,
  down: [],
  shifted: false,
}

/** Takes one key going down. Pure: the same keys at the same times always read the same. */
export function decodeKey(profile: ScannerProfile, before: DecoderState, given: KeyStroke): Verdict {
  const { burst } = before
  if (burst !== null && run.isEcho(burst, pressOf(given))) return verdict(before)
  // The system takes the second of two equal keys for a held one where an input method has kept the first from it.
  const stroke = { ...given, repeat: given.repeat && !(burst !== null && isUp(burst, given.code)) }
  const meaning = meaningOf(profile, stroke)
  const state: DecoderState = {
    ...before,
    down: [...withoutKey(before, stroke), { code: stroke.code, time: stroke.time }],
    burst: burst !== null && meaning.kind !== 'altDigit' ? run.settleNumber(burst) : burst,
    shifted: isShift(stroke.code) ? true : meaning.kind === 'silent' && before.shifted,
  }
  if (burst !== null && run.isMixUp(burst, pressOf(stroke)))
    return verdict({ ...before, burst: { ...burst, torn: true } })
  switch (meaning.kind) {
    case 'silent':
      return verdict(state)
    case 'altDigit':
      return take(profile, state, { ...pressOf(stroke), alt: meaning.digit }, true)
    case 'end':
      return decodeEnd(profile, state, stroke)
    case 'controlEnd':
      return isUnderWay(profile, state, stroke.time)
        ? decodeEnd(profile, state, stroke)
        : verdict(idle(state, stroke.time))
    case 'other':
      return decodeOther(profile, state, stroke)
    case 'char': {
      const { char } = meaning
      if (char < ' ' && !runs(profile, state, stroke.time)) return decodeOther(profile, state, stroke)
      const recovered = recoveryOf(profile, stroke, char)
      const hidden = char < ' ' || (char === ' ' && !stroke.inField)
      const key: run.Pressed = { ...pressOf(stroke), text: char, recovered }
      const adopted = burst === null ? null : run.adopt(burst, key)
      return adopted === null
        ? take(profile, state, key, hidden)
        : { ...verdict({ ...before, burst: adopted }), swallow: hidden }
    }
  }
}

/**
 * Takes one key coming up. Where an input method has let a key's going down get lost, its coming up stands for it, as
 * long as nothing else is down that could have come before it.
 */
export function decodeKeyUp(profile: ScannerProfile, before: DecoderState, stroke: KeyStroke): Verdict {
  const { code, time, inField } = stroke
  const { burst } = before
  const began = burst?.keys[0]?.time ?? Infinity
  const seen = before.down.some((key) => key.code === code && (isShift(code) || key.time < began))
  const state = { ...before, down: withoutKey(before, stroke) }
  const down = burst === null ? null : run.lastPress(burst, code)
  if (burst !== null && down !== null && down.upAt === null) {
    return verdict({ ...state, burst: run.released(burst, down, time) })
  }
  if (seen || !inField) return verdict(state)
  if (isShift(code)) return verdict(burst === null ? state : { ...state, burst: { ...burst, torn: true } })
  const meaning = meaningOf(profile, {
    ...stroke,
    key: '',
    repeat: false,
    shift: stroke.shift || state.shifted,
  })
  if (meaning.kind === 'end' && burst !== null) return decodeEnd(profile, state, stroke)
  if (meaning.kind !== 'char') return verdict(state)
  const torn = burst?.keys.some(({ upAt }) => upAt === null) === true
  const key: run.Pressed = {
    ...pressOf(stroke),
    text: meaning.char,
    recovered: 'inputMethod',
    upAt: time,
    orphan: true,
  }
  const taken = take(profile, { ...state, shifted: false }, key, false)
  return torn && taken.state.burst !== null
    ? { ...taken, state: { ...taken.state, burst: { ...taken.state.burst, torn: true } } }
    : taken
}

/** Takes silence: `endPause` milliseconds have gone by since the last key, at `now`. */
export function decodePause(
  profile: ScannerProfile,
  state: DecoderState,
  inField: boolean,
  now: number,
): Verdict {
  const { burst } = state
  const scan = burst === null ? null : run.scanIn(burst, inField, 'pause', profile)
  return burst === null || scan === null ? verdict(state) : scanned(profile, state, burst, scan, now)
}

/** A key that says something: it goes on with the run, or begins another. `hidden` keeps it from the page in a run. */
function take(profile: ScannerProfile, state: DecoderState, key: run.Pressed, hidden: boolean): Verdict {
  const { burst, typedAt } = state
  const { time } = key
  const typed = { ...state, typedAt: time }
  if (burst !== null && run.follows(burst, time, profile)) {
    return { ...verdict({ ...typed, burst: run.extend(burst, key) }), swallow: hidden }
  }
  const rest = burst !== null && run.breaks(burst, time, profile) ? run.restOf(burst) : null
  const fresh = typedAt === null || !isWithin(time - typedAt, profile.typingPause)
  return { ...verdict({ ...typed, burst: run.startBurst(key, fresh, rest) }), began: true }
}

/** A key that no code has in it: in the middle of a scan it marks the code, and anywhere else it ends what was typed. */
function decodeOther(profile: ScannerProfile, state: DecoderState, stroke: KeyStroke): Verdict {
  const { burst, endedAt } = state
  if (burst !== null && touches(profile, burst, stroke.time)) {
    return take(profile, state, { ...pressOf(stroke), text: run.lost }, false)
  }
  const settling = endedAt !== null && isWithin(stroke.time - endedAt, profile.settle)
  return verdict(settling ? state : idle(state, stroke.time))
}

function decodeEnd(profile: ScannerProfile, state: DecoderState, { time, inField }: KeyStroke): Verdict {
  const { burst, endedAt } = state
  if (burst !== null && touches(profile, burst, time)) {
    const ended = run.follows(burst, time, profile) ? 'key' : 'late'
    const scan = run.scanIn(burst, inField, ended, profile)
    if (scan !== null) return { ...scanned(profile, state, burst, scan, time), swallow: true }
  }
  const settling = burst === null && endedAt !== null && isWithin(time - endedAt, profile.settle)
  return { ...verdict(settling ? state : idle(state, null)), swallow: settling }
}

const pressOf = ({ code, time, key }: KeyStroke): run.Pressed => ({
  code,
  time,
  text: '',
  alt: '',
  recovered: null,
  heldBack: key === 'Process',
  upAt: null,
  orphan: false,
})

const verdict = (state: DecoderState): Verdict => ({ state, scan: null, swallow: false, began: false })

function scanned(
  profile: ScannerProfile,
  state: DecoderState,
  burst: run.Burst,
  scan: string,
  endedAt: number,
): Verdict {
  const decoded = { code: readRun(profile, scan), recovered: run.recoveryIn(burst) }
  return { ...verdict({ ...state, burst: null, endedAt, typedAt: null }), scan: decoded }
}

const idle = (state: DecoderState, typedAt: number | null): DecoderState => ({
  ...state,
  burst: null,
  typedAt,
})

const isWithin = (gap: number, limit: number): boolean => gap >= 0 && gap <= limit

/** How long a key is believed to be down when nobody hears it come up, in milliseconds. */
const longestPress = 2000

const withoutKey = ({ down }: DecoderState, { code, time }: KeyStroke): DecoderState['down'] =>
  down.filter((key) => key.code !== code && time - key.time < longestPress)

const isUp = (burst: run.Burst, code: string): boolean => {
  const press = run.lastPress(burst, code)
  return press !== null && press.upAt !== null
}

const isShift = (code: string): boolean => code === 'ShiftLeft' || code === 'ShiftRight'

const touches = (profile: ScannerProfile, burst: run.Burst, time: number): boolean =>
  run.follows(burst, time, profile) || run.breaks(burst, time, profile)

const runs = (profile: ScannerProfile, { burst }: DecoderState, time: number): boolean =>
  burst !== null && run.follows(burst, time, profile)

function isUnderWay(profile: ScannerProfile, { burst, endedAt }: DecoderState, time: number): boolean {
  if (burst !== null) return run.follows(burst, time, profile)
  return endedAt !== null && isWithin(time - endedAt, profile.settle)
}
