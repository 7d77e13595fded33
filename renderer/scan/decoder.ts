import { extend, follows, scanIn, startBurst, type Burst } from './burst.ts'
import type { KeyStroke } from './keystroke.ts'
import type { ScannerProfile } from '../../shared/domain/scan/scanner-profile.ts'
import { characterOf } from './us-layout.ts'

/** What the decoder remembers between keys. */
export type DecoderState = {
  burst: Burst | null
  /** When the last scan ended. */
  endedAt: number | null
  /** When a key last went down that was neither part of a scan nor the end of something typed. */
  typedAt: number | null
}

export type Verdict = {
  state: DecoderState
  /** The code just completed. */
  scan: string | null
  /** The key belongs to a scan alone: the page must not act on it. */
  swallow: boolean
  /** The key is the first of a run: what the field holds now is what it must hold again if this becomes a scan. */
  began: boolean
}

export const quietDecoder: DecoderState = { burst: null, endedAt: null, typedAt: null }

/** Keys that say nothing of their own and come in the middle of scans: modifiers, locks, input method switches. */
const silent =
  /^(Shift|Control|Alt|Meta|OS)(Left|Right)?$|^(CapsLock|NumLock|ScrollLock|Fn|FnLock|Lang\d|KanaMode|Convert|NonConvert|Unidentified|)$/

/** Takes one key. Pure: the same keys at the same times always read the same. */
export function decodeKey(profile: ScannerProfile, state: DecoderState, stroke: KeyStroke): Verdict {
  if (silent.test(stroke.code)) return verdict(state)
  if (stroke.ctrl || stroke.alt || stroke.meta || stroke.repeat) return verdict(idle(state, stroke.time))
  if (isEndKey(profile, stroke)) return decodeEnd(profile, state, stroke)
  const char = characterOf(stroke, profile.followsCapsLock)
  if (char === null) return verdict(idle(state, stroke.time))
  const { burst, typedAt } = state
  const typed = { ...state, typedAt: stroke.time }
  if (burst !== null && follows(burst, stroke.time, profile)) {
    const grown = extend(burst, char, stroke.time, profile)
    return { ...verdict({ ...typed, burst: grown }), swallow: char === ' ' && !stroke.inField }
  }
  const rest = burst !== null && isBreak(profile, burst, stroke) ? joined(burst) : null
  const fresh = typedAt === null || !isWithin(stroke.time - typedAt, profile.typingPause)
  return { ...verdict({ ...typed, burst: startBurst(char, stroke.time, fresh, rest) }), began: true }
}

/** Takes silence: `endPause` milliseconds have gone by since the last key, at `now`. */
export function decodePause(
  profile: ScannerProfile,
  state: DecoderState,
  inField: boolean,
  now: number,
): Verdict {
  const scan = state.burst === null ? null : scanIn(state.burst, inField, 'pause', profile)
  return scan === null ? verdict(state) : { ...verdict(scanned(now)), scan }
}

function decodeEnd(profile: ScannerProfile, state: DecoderState, stroke: KeyStroke): Verdict {
  const { burst, endedAt } = state
  if (burst !== null && follows(burst, stroke.time, profile)) {
    const scan = scanIn(burst, stroke.inField, 'key', profile)
    if (scan !== null) return { ...verdict(scanned(stroke.time)), scan, swallow: true }
  }
  const settling = burst === null && endedAt !== null && isWithin(stroke.time - endedAt, profile.settle)
  return { ...verdict(settling ? state : idle(state, null)), swallow: settling }
}

const verdict = (state: DecoderState): Verdict => ({ state, scan: null, swallow: false, began: false })

const idle = (state: DecoderState, typedAt: number | null): DecoderState => ({
  ...state,
  burst: null,
  typedAt,
})

const scanned = (endedAt: number): DecoderState => ({ burst: null, endedAt, typedAt: null })

const isWithin = (gap: number, limit: number): boolean => gap >= 0 && gap <= limit

const isBreak = (profile: ScannerProfile, burst: Burst, stroke: KeyStroke): boolean =>
  isWithin(stroke.time - burst.lastAt, profile.brokenWithin)

const joined = (burst: Burst): string =>
  burst.rest === null ? burst.text : `${burst.rest}\uFFFD${burst.text}`

function isEndKey(profile: ScannerProfile, stroke: KeyStroke): boolean {
  if (stroke.shift) return false
  const name = stroke.code === 'NumpadEnter' ? 'Enter' : stroke.code
  return profile.endKeys.some((key) => key === name)
}
