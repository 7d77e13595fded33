import type { KeyStroke } from './keystroke.ts'

/** What a US keyboard prints on each physical key, without and with Shift. */
const keys: Record<string, readonly [plain: string, shifted: string]> = {
  Space: [' ', ' '],
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
  NumpadComma: [',', ','],
  NumpadEqual: ['=', '='],
}

const shiftedDigits = ')!@#$%^&*('

/**
 * The character a scanner set to a US keyboard meant by this key, or null where the key prints nothing.
 *
 * The physical Shift alone decides the case of a letter: a scanner presses Shift for each capital and knows nothing
 * of the Caps Lock on this computer, so the lock, which would turn the letters round in a text field, is left out.
 * Scanners that do watch the Caps Lock light and press Shift the other way round are told by `followsCapsLock`.
 */
export function characterOf(stroke: KeyStroke, followsCapsLock: boolean): string | null {
  const { code, shift } = stroke
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) {
    const capital = followsCapsLock && stroke.capsLock ? !shift : shift
    return capital ? letter : letter.toLowerCase()
  }
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shift ? shiftedDigits.charAt(Number(digit)) : digit
  if (code.startsWith('Numpad') && isMoving(stroke.key)) return null
  const pad = /^Numpad(\d)$/.exec(code)?.[1]
  if (pad !== undefined) return pad
  return keys[code]?.[shift ? 1 : 0] ?? null
}

/** The number pad moves the cursor while Num Lock is off. */
const isMoving = (key: string): boolean => /^(Arrow|Home|End|Page|Insert|Delete|Clear)/.test(key)
