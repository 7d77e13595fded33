import { stroke } from './keys.ts'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import type { ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'

/** The physical keys of a keyboard, row by row, as they are printed beside what each types in a country. */
const places = [
  ['Backquote', ...'1234567890'.split('').map((digit) => `Digit${digit}`), 'Minus', 'Equal', 'IntlYen'],
  [...'QWERTYUIOP'.split('').map((letter) => `Key${letter}`), 'BracketLeft', 'BracketRight'],
  [...'ASDFGHJKL'.split('').map((letter) => `Key${letter}`), 'Semicolon', 'Quote', 'Backslash'],
  [
    'IntlBackslash',
    ...'ZXCVBNM'.split('').map((letter) => `Key${letter}`),
    'Comma',
    'Period',
    'Slash',
    'IntlRo',
  ],
] as const

type Rows = readonly [string, string, string, string]
type Keyboard = { plain: Rows; shift: Rows; altGr: Readonly<Record<string, string>> }

/** Copied from the keyboards themselves; `·` stands for a key that is not there or types no ASCII. */
const keyboards: Record<ScannerProfile['layout'], Keyboard> = {
  us: {
    plain: ['`1234567890-=·', 'qwertyuiop[]', `asdfghjkl;'\\`, '·zxcvbnm,./·'],
    shift: ['~!@#$%^&*()_+·', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', '·ZXCVBNM<>?·'],
    altGr: {},
  },
  uk: {
    plain: ['`1234567890-=·', 'qwertyuiop[]', `asdfghjkl;'#`, '\\zxcvbnm,./·'],
    shift: ['·!"·$%^&*()_+·', 'QWERTYUIOP{}', 'ASDFGHJKL:@~', '|ZXCVBNM<>?·'],
    altGr: {},
  },
  fr: {
    plain: [`·&·"'(-·_··)=·`, 'azertyuiop·$', 'qsdfghjklm·*', '<wxcvbn,;:!·'],
    shift: ['·1234567890·+·', 'AZERTYUIOP··', 'QSDFGHJKLM%·', '>WXCVBN?./··'],
    altGr: {
      '#': 'Digit3',
      '{': 'Digit4',
      '[': 'Digit5',
      '|': 'Digit6',
      '\\': 'Digit8',
      '^': 'Digit9',
      '@': 'Digit0',
      ']': 'Minus',
      '}': 'Equal',
    },
  },
  de: {
    plain: ['·1234567890···', 'qwertzuiop·+', 'asdfghjkl··#', '<yxcvbnm,.-·'],
    shift: ['·!"·$%&/()=?··', 'QWERTZUIOP·*', `ASDFGHJKL··'`, '>YXCVBNM;:_·'],
    altGr: {
      '{': 'Digit7',
      '[': 'Digit8',
      ']': 'Digit9',
      '}': 'Digit0',
      '\\': 'Minus',
      '@': 'KeyQ',
      '~': 'BracketRight',
      '|': 'IntlBackslash',
    },
  },
  jp: {
    plain: ['·1234567890-^\\', 'qwertyuiop@[', 'asdfghjkl;:]', '·zxcvbnm,./·'],
    shift: [`·!"#$%&'()·=~|`, 'QWERTYUIOP`{', 'ASDFGHJKL+*}', '·ZXCVBNM<>?_'],
    altGr: {},
  },
}

type Key = { code: string; shift: boolean; altGr: boolean }

/** The key by which a scanner set to a country types each character; characters that need two keys are left out. */
export function keysOfCountry(layout: ScannerProfile['layout']): Map<string, Key> {
  const { plain, shift, altGr } = keyboards[layout]
  const keys = new Map<string, Key>([[' ', { code: 'Space', shift: false, altGr: false }]])
  for (const [level, rows] of [plain, shift].entries()) {
    for (const [row, characters] of rows.entries()) {
      for (const [at, char] of [...characters].entries()) {
        const code = places[row]?.[at]
        if (char !== '·' && code !== undefined && !keys.has(char))
          keys.set(char, { code, shift: level === 1, altGr: false })
      }
    }
  }
  for (const [char, code] of Object.entries(altGr)) keys.set(char, { code, shift: false, altGr: true })
  return keys
}

/** A code as a scanner set to a country types it, on a computer that makes `key` of every key. */
export function strokesInCountry(
  layout: ScannerProfile['layout'],
  code: string,
  key: string,
  from = 1000,
): KeyStroke[] {
  const keys = keysOfCountry(layout)
  const strokes = [...code].map((char, at) => {
    const known = keys.get(char)
    if (known === undefined) throw new Error(`No ${layout} key types ${char}`)
    return stroke({ code: known.code, key, shift: known.shift, alt: known.altGr, time: from + at * 10 })
  })
  return [...strokes, stroke({ code: 'Enter', key: 'Enter', time: from + code.length * 10 })]
}
