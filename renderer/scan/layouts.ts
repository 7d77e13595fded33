import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'

type Layout = ScannerProfile['layout']

/** What each physical key types: alone, with Shift, with AltGr. Accents that wait for a letter are combining marks. */
type Keys = Readonly<Record<string, string>>

const grave = '\u0300'
const acute = '\u0301'
const circumflex = '\u0302'
const tilde = '\u0303'
const diaeresis = '\u0308'

const us: Keys = {
  Backquote: '`~',
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlBackslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
}

const uk: Keys = { ...us, Backquote: '`¬¦', Digit2: '2"', Digit3: '3£', Quote: `'@`, Backslash: '#~' }

const fr: Keys = {
  Backquote: '²',
  Digit1: '&1',
  Digit2: `é2${tilde}`,
  Digit3: '"3#',
  Digit4: `'4{`,
  Digit5: '(5[',
  Digit6: '-6|',
  Digit7: `è7${grave}`,
  Digit8: '_8\\',
  Digit9: 'ç9^',
  Digit0: 'à0@',
  Minus: ')°]',
  Equal: '=+}',
  BracketLeft: circumflex + diaeresis,
  BracketRight: '$£¤',
  Backslash: '*µ',
  IntlBackslash: '<>',
  KeyQ: 'aA',
  KeyA: 'qQ',
  KeyW: 'zZ',
  KeyZ: 'wW',
  Semicolon: 'mM',
  Quote: 'ù%',
  KeyM: ',?',
  Comma: ';.',
  Period: ':/',
  Slash: '!§',
}

const de: Keys = {
  Backquote: `${circumflex}°`,
  Digit1: '1!',
  Digit2: '2"²',
  Digit3: '3§³',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6&',
  Digit7: '7/{',
  Digit8: '8([',
  Digit9: '9)]',
  Digit0: '0=}',
  Minus: 'ß?\\',
  Equal: acute + grave,
  BracketLeft: 'üÜ',
  BracketRight: '+*~',
  Backslash: `#'`,
  IntlBackslash: '<>|',
  KeyQ: 'qQ@',
  KeyE: 'eE€',
  KeyY: 'zZ',
  KeyZ: 'yY',
  Semicolon: 'öÖ',
  Quote: 'äÄ',
  Comma: ',;',
  Period: '.:',
  Slash: '-_',
}

const jp: Keys = {
  Digit1: '1!',
  Digit2: '2"',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6&',
  Digit7: `7'`,
  Digit8: '8(',
  Digit9: '9)',
  Digit0: '0',
  Minus: '-=',
  Equal: '^~',
  IntlYen: '\\|',
  BracketLeft: '@`',
  BracketRight: '[{',
  Semicolon: ';+',
  Quote: ':*',
  Backslash: ']}',
  IntlRo: '\\_',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
}

const layouts: Readonly<Record<Layout, Keys>> = { us, uk, fr, de, jp }

const pad: Keys = {
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
  NumpadComma: ',',
  NumpadEqual: '=',
}

/** Which of a key's characters is meant. */
export type Level = 'plain' | 'shift' | 'altGr'

const levels: readonly Level[] = ['plain', 'shift', 'altGr']

/** What a key types on a country's keyboard; null where it types nothing. */
export function characterAt(layout: Layout, code: string, level: Level): string | null {
  if (code === 'Space') return level === 'altGr' ? null : ' '
  const digit = /^Numpad(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return level === 'altGr' ? null : digit
  if (code in pad) return level === 'altGr' ? null : (pad[code] ?? null)
  const own = layouts[layout][code]
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? ''
  const characters = [...(own ?? letter.toLowerCase() + letter)]
  return characters[levels.indexOf(level)] ?? null
}

/** A character's own accent, for a combining mark followed by a blank. */
const accents: Readonly<Record<string, string>> = {
  [grave]: '`',
  [acute]: '´',
  [circumflex]: '^',
  [tilde]: '~',
  [diaeresis]: '¨',
}

/** Text in which accents that waited for the next key have met it: a blank gives the accent alone. */
export function settleAccents(text: string): string {
  return text.replace(/([\u0300-\u0303\u0308])(.?)/gsu, (_all, mark: string, next: string) =>
    next === ' ' ? (accents[mark] ?? mark) : (next + mark).normalize('NFC'),
  )
}
