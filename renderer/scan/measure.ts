import {
  defaultProfile,
  scannerLayouts,
  type ScannerProfile,
} from '../../shared/domain/codes/scanner-profile.ts'
import { settleAccents } from './layouts.ts'
import { characterNumbered, GS, meaningOf } from './meaning.ts'
import type { KeyStroke } from './keystroke.ts'

/** The codes that are scanned to measure a scanner. Between them they tell the countries' keyboards apart. */
export const testCodes = {
  digits: '7031826594',
  mixed: 'aQzMwY-1/b.C:+9',
  gs: `010880963127001810A1${GS}217b`,
} as const

export type TestCode = keyof typeof testCodes

const testNames: readonly TestCode[] = ['digits', 'mixed', 'gs']

/** How GS came: as Ctrl+] or Alt+029, as a key of its own, as other characters, or not at all. */
type GsWay =
  { kind: 'usual' } | { kind: 'key'; key: string } | { kind: 'text'; text: string } | { kind: 'missing' }

/** What one scan of a test code showed. Times in milliseconds. */
export type Measured = {
  test: TestCode
  /** The countries' keyboards on which these keys are this code. */
  layouts: ScannerProfile['layout'][]
  followsCapsLock: boolean
  gap: { least: number; middle: number; most: number }
  end: 'Enter' | 'Tab' | null
  prefix: string
  suffix: string
  /** Null where the code has none. */
  gs: GsWay | null
}

/** Reads a run of keys as a scan of one of the test codes; null where it is none of them on any keyboard. */
export function measure(strokes: readonly KeyStroke[]): Measured | null {
  for (const followsCapsLock of strokes.some(({ capsLock }) => capsLock) ? [false, true] : [false]) {
    const fits = scannerLayouts.flatMap((layout) => {
      const read = readAs({ ...defaultProfile, layout, followsCapsLock }, strokes)
      const found = testNames.flatMap((test) => findIn(read.text, read.keys, test) ?? [])[0]
      return found === undefined ? [] : [{ layout, found, end: read.end }]
    })
    const [first] = fits
    if (first === undefined) continue
    const same = fits.filter(({ found }) => found.test === first.found.test)
    const layouts = same.map(({ layout }) => layout)
    return { ...first.found, layouts, followsCapsLock, end: first.end, gap: gapsOf(strokes) }
  }
  return null
}

/** Stands for a key that types nothing, while it is not known what it is for. */
const unknownKey = '\uE000'

type Read = { text: string; keys: string[]; end: Measured['end'] }

function readAs(profile: ScannerProfile, strokes: readonly KeyStroke[]): Read {
  const keys: string[] = []
  let text = ''
  let number = ''
  let end: Measured['end'] = null
  for (const stroke of strokes) {
    const meaning = meaningOf(profile, stroke)
    if (meaning.kind === 'altDigit') {
      number += meaning.digit
      continue
    }
    if (number !== '') text += characterNumbered(number)
    number = ''
    if (meaning.kind === 'char') text += meaning.char
    else if (meaning.kind === 'end') end ??= stroke.code === 'Tab' ? 'Tab' : 'Enter'
    else if (meaning.kind === 'controlEnd') end ??= 'Enter'
    else if (meaning.kind === 'other') {
      text += unknownKey
      keys.push(stroke.code)
    }
  }
  if (number !== '') text += characterNumbered(number)
  return { text: settleAccents(text).replace(/^\][A-Za-z]\d/, ''), keys, end }
}

type Found = Pick<Measured, 'test' | 'prefix' | 'suffix' | 'gs'>

function findIn(text: string, keys: readonly string[], test: TestCode): Found | null {
  const [before = '', after = null] = testCodes[test].split(GS)
  const start = text.indexOf(before)
  if (start < 0) return null
  const rest = start + before.length
  // Some readers also give the FNC1 that begins a GS1 code.
  const prefix = text.slice(0, start).replace(GS, '')
  if (after === null) return { test, prefix, suffix: text.slice(rest), gs: null }
  const next = text.indexOf(after, rest)
  if (next < 0) return null
  const between = text.slice(rest, next)
  return { test, prefix, suffix: text.slice(next + after.length), gs: gsWay(between, keys) }
}

function gsWay(between: string, keys: readonly string[]): GsWay {
  if (between === '') return { kind: 'missing' }
  if (between === GS) return { kind: 'usual' }
  if (between === unknownKey) return { kind: 'key', key: keys[0] ?? '' }
  return { kind: 'text', text: between }
}

function gapsOf(strokes: readonly KeyStroke[]): Measured['gap'] {
  const times = strokes.filter(({ code }) => !/^(Shift|Control|Alt)/.test(code)).map(({ time }) => time)
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const sorted = gaps.toSorted((one, other) => one - other)
  return {
    least: sorted[0] ?? 0,
    middle: sorted[Math.floor(sorted.length / 2)] ?? 0,
    most: sorted.at(-1) ?? 0,
  }
}
