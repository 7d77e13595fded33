import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import type { KeyStroke } from './keystroke.ts'
import { characterAt } from './layouts.ts'

/** What a key says to the decoder. */
export type Meaning =
  /** Nothing of its own: modifiers, locks, input method switches, which come in the middle of scans. */
  | { kind: 'silent' }
  | { kind: 'char'; char: string }
  /** A digit of a character's number, typed on the number pad with Alt held. */
  | { kind: 'altDigit'; digit: string }
  | { kind: 'end' }
  /** CR, LF or Tab as a control key: an end where a scan is under way, and a chord anywhere else. */
  | { kind: 'controlEnd' }
  /** Something that is no part of a code. */
  | { kind: 'other' }

/** Group Separator: what a scanner makes of FNC1 between two fields. */
export const GS = '\u001d'

const silent =
  /^((Shift|Control|Meta|OS|Alt)(Left|Right)?|CapsLock|NumLock|ScrollLock|Fn|FnLock|Lang\d|KanaMode|Convert|NonConvert|Unidentified)$/

/**
 * Reads one key by its place on the keyboard and the physical modifiers alone; what the computer's layout or input
 * method makes of it is not looked at. A scanner presses Shift for each capital and knows nothing of this computer's
 * Caps Lock, so the lock is left out, unless the profile says that the scanner turns Shift round for it.
 */
export function meaningOf(profile: ScannerProfile, stroke: KeyStroke): Meaning {
  const { code } = stroke
  if (code === '') return placeless(profile, stroke)
  // Another key, which a slow input method gives under the name of the last one: a real Shift comes with its own flag.
  if (stroke.key === 'Process' && /^Shift/.test(code) && !stroke.shift) return { kind: 'other' }
  if (silent.test(code)) return { kind: 'silent' }
  if (stroke.repeat || stroke.meta) return { kind: 'other' }
  const altGr = stroke.altGraph || stroke.alt
  if (stroke.ctrl && !altGr) return control(profile, code)
  if (altGr) {
    const digit = stroke.ctrl ? undefined : /^Numpad(\d)$/.exec(code)?.[1]
    if (digit !== undefined) return { kind: 'altDigit', digit }
    return charOrOther(characterAt(profile.layout, code, 'altGr'))
  }
  if (code === profile.gsKey) return { kind: 'char', char: GS }
  if (!stroke.shift && isEndKey(profile, code)) return { kind: 'end' }
  if (code.startsWith('Numpad') && isMoving(stroke.key)) return { kind: 'other' }
  const char = characterAt(profile.layout, code, stroke.shift ? 'shift' : 'plain')
  if (char === null || !profile.followsCapsLock || !stroke.capsLock || !/[a-z]/i.test(char)) {
    return charOrOther(char)
  }
  return charOrOther(characterAt(profile.layout, code, stroke.shift ? 'plain' : 'shift'))
}

/** The character with this number, as a scanner types it on the number pad; U+FFFD where no code has it. */
export function characterNumbered(digits: string): string {
  const number = Number(digits)
  if (number === 29) return GS
  return number >= 32 && number <= 126 ? String.fromCharCode(number) : '\uFFFD'
}

/** What made the key need recovering: an input method, or a layout that is not the scanner's; null for neither. */
export type Recovered = 'inputMethod' | 'layout' | null

/** Letters that only an input method's own layout types: Hangul, kana, bopomofo. */
const foreignScript = /[\u1100-\u11ff\u3040-\u312f\u3130-\u318f\uac00-\ud7af]/

/** What the computer would have made of the key instead, where that is not the character the scanner meant. */
export function recoveryOf({ layout }: ScannerProfile, stroke: KeyStroke, char: string): Recovered {
  const { key } = stroke
  if (stroke.composing || key === 'Process' || foreignScript.test(key)) return 'inputMethod'
  if (layout !== 'us' || char === GS || stroke.ctrl || stroke.alt) return null
  if (key !== 'Dead' && key.length !== 1) return null
  if (key === char) return null
  const onlyCase = key.toLowerCase() === char.toLowerCase()
  return onlyCase && stroke.capsLock ? null : 'layout'
}

/** A key without a place, from a remote desktop or a program that types: it can only be taken by its word. */
function placeless(profile: ScannerProfile, { key, ctrl, alt, meta, repeat }: KeyStroke): Meaning {
  if (ctrl || alt || meta || repeat) return { kind: 'silent' }
  if (isEndKey(profile, key)) return { kind: 'end' }
  return /^[\x20-\x7e]$/.test(key) ? { kind: 'char', char: key } : { kind: 'silent' }
}

const charOrOther = (char: string | null): Meaning =>
  char === null ? { kind: 'other' } : { kind: 'char', char }

function control({ layout, endKeys }: ScannerProfile, code: string): Meaning {
  const char = characterAt(layout, code, 'plain')
  if (code === 'BracketRight' || char === ']') return { kind: 'char', char: GS }
  const ends = char === 'm' || char === 'j' ? 'Enter' : char === 'i' ? 'Tab' : null
  return { kind: ends !== null && endKeys.includes(ends) ? 'controlEnd' : 'other' }
}

function isEndKey({ endKeys }: ScannerProfile, code: string): boolean {
  const name = code === 'NumpadEnter' ? 'Enter' : code
  return endKeys.some((key) => key === name)
}

/** The number pad moves the cursor while Num Lock is off. */
const isMoving = (key: string): boolean => /^(Arrow|Home|End|Page|Insert|Delete|Clear)/.test(key)
