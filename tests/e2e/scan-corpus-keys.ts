import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import { keyFor } from '../renderer/scan/keys.ts'
import { keysOfCountry } from '../renderer/scan/layout-keys.ts'

/** One key as a computer reports it. */
export type CorpusKey = {
  code: string
  shift: boolean
  ctrl: boolean
  alt: boolean
  /** What its layout or input method makes of the key. */
  key: string
  /** What goes into a focused text field, where it is not the input method's to say. */
  text: string
  /** An input method composes with it. */
  composes: boolean
}

export type Computer = 'us' | 'hangul' | 'french'

/** The 2-set keyboard: what each letter key types, and with Shift where that is something else. */
const jamo = Object.fromEntries(
  [...'qwertyuiopasdfghjklzxcvbnm'].map((letter, at) => [
    letter,
    [...'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'][at] ?? '',
  ]),
)
const strongJamo: Readonly<Record<string, string>> = {
  Q: 'ㅃ',
  W: 'ㅉ',
  E: 'ㄸ',
  R: 'ㄲ',
  T: 'ㅆ',
  O: 'ㅒ',
  P: 'ㅖ',
}

/** An AZERTY keyboard, row by row, beside the US keys in the same places. */
const rows: readonly (readonly [us: string, french: string])[] = [
  ['`1234567890-=', `²&é"'(-è_çà)=`],
  ['~!@#$%^&*()_+', '~1234567890°+'],
  ['qwertyuiop[]', 'azertyuiop^$'],
  ['QWERTYUIOP{}', 'AZERTYUIOP¨£'],
  [`asdfghjkl;'\\`, 'qsdfghjklmù*'],
  ['ASDFGHJKL:"|', 'QSDFGHJKLM%µ'],
  ['zxcvbnm,./', 'wxcvbn,;:!'],
  ['ZXCVBNM<>?', 'WXCVBN?./§'],
]
const azerty = new Map(
  rows.flatMap(([us, french]) => [...us].map((char, at) => [char, [...french][at] ?? ''] as const)),
)

/** The keys of a code from a scanner set to a US keyboard, as each computer reports them; GS comes as Ctrl and ]. */
export function corpusKeys(computer: Computer, chars: Iterable<string>): Record<string, CorpusKey> {
  return Object.fromEntries([...new Set(chars)].map((char) => [char, keyOn(computer, char)]))
}

/**
 * The keys of a code from a scanner set to another country, as a computer with a US keyboard or a Hangul input method
 * reports them.
 */
export function foreignKeys(
  country: ScannerProfile['layout'],
  computer: 'us' | 'hangul',
): Record<string, CorpusKey> {
  const printed = new Map(
    [...printable].map((char) => [`${keyFor(char).code} ${String(keyFor(char).shift)}`, char]),
  )
  return Object.fromEntries(
    [...keysOfCountry(country)].map(([char, { code, shift, altGr }]) => {
      const typed = printed.get(`${code} ${String(shift)}`)
      const reported = typed === undefined ? null : keyOn(computer, typed)
      const key = reported?.key ?? 'Unidentified'
      const text = altGr ? '' : (reported?.text ?? '')
      return [
        char,
        { code, shift, ctrl: false, alt: altGr, key, text, composes: !altGr && reported?.composes === true },
      ]
    }),
  )
}

const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))

function keyOn(computer: Computer, char: string): CorpusKey {
  if (char === '\u001d') {
    const key = computer === 'french' ? '$' : ']'
    return { code: 'BracketRight', shift: false, ctrl: true, alt: false, key, text: '', composes: false }
  }
  const base = { ...keyFor(char), ctrl: false, alt: false }
  if (computer === 'french') {
    const key = azerty.get(char) ?? char
    const dead = key === '^' || key === '¨'
    return { ...base, key: dead ? 'Dead' : key, text: dead ? '' : key, composes: false }
  }
  if (computer === 'us' || !/[a-z]/i.test(char)) return { ...base, key: char, text: char, composes: false }
  const letter = strongJamo[char] ?? jamo[char.toLowerCase()] ?? ''
  return { ...base, key: letter, text: letter, composes: true }
}
