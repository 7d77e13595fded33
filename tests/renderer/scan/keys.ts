import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'

type Key = { code: string; shift: boolean }

const places: Record<string, readonly [plain: string, shifted: string]> = {
  Space: [' ', ' '],
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
}

/** The key and Shift with which a scanner set to a US keyboard types a character. */
export function keyFor(char: string): Key {
  if (/[a-z]/.test(char)) return { code: `Key${char.toUpperCase()}`, shift: false }
  if (/[A-Z]/.test(char)) return { code: `Key${char}`, shift: true }
  if (/\d/.test(char)) return { code: `Digit${char}`, shift: false }
  const digit = ')!@#$%^&*('.indexOf(char)
  if (digit >= 0) return { code: `Digit${String(digit)}`, shift: true }
  for (const [code, [plain, shifted]] of Object.entries(places)) {
    if (char === plain) return { code, shift: false }
    if (char === shifted) return { code, shift: true }
  }
  throw new Error(`No US key types ${JSON.stringify(char)}`)
}

export const stroke = (change: Partial<KeyStroke> & { code: string; time: number }): KeyStroke => ({
  key: 'Unidentified',
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  altGraph: false,
  capsLock: false,
  repeat: false,
  composing: false,
  inField: false,
  ...change,
})

export type Typing = {
  from?: number
  key?: string
  inField?: boolean
  capsLock?: boolean
  end?: string | null
}

/**
 * The strokes of a text, Shift going down before each shifted character, with `gaps[i]` milliseconds before key i + 1;
 * the last gap is used for every key after it.
 */
export function strokesOf(text: string, gaps: readonly number[], typing: Typing = {}): KeyStroke[] {
  const { from = 1000, key = 'Process', inField = false, capsLock = false, end = 'Enter' } = typing
  const strokes: KeyStroke[] = []
  let time = from
  const codes = [...text].map(keyFor)
  if (end !== null) codes.push({ code: end, shift: false })
  for (const [place, { code, shift }] of codes.entries()) {
    if (place > 0) time += gaps[Math.min(place, gaps.length) - 1] ?? 0
    if (shift) strokes.push(stroke({ code: 'ShiftLeft', key: 'Shift', shift: true, time, inField, capsLock }))
    strokes.push(stroke({ code, key, shift, time, inField, capsLock }))
  }
  return strokes
}
