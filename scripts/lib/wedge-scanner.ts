import type { CDPSession, Page } from 'playwright'

/** A key as Chromium's input system takes it. */
interface Key {
  readonly code: string
  readonly key: string
  readonly shift: boolean
  readonly keyCode: number
}

const punctuation: Readonly<Record<string, readonly [code: string, keyCode: number]>> = {
  '-': ['Minus', 189],
  '/': ['Slash', 191],
  '.': ['Period', 190],
  ' ': ['Space', 32],
}

const enter: Key = { code: 'Enter', key: 'Enter', shift: false, keyCode: 13 }

/** The key that types a character on the US layout, which is what a wedge scanner pretends to be. */
function keyFor(character: string): Key {
  if (/[0-9]/.test(character)) {
    return { code: `Digit${character}`, key: character, shift: false, keyCode: character.charCodeAt(0) }
  }
  if (/[A-Za-z]/.test(character)) {
    const upper = character.toUpperCase()
    return { code: `Key${upper}`, key: character, shift: character === upper, keyCode: upper.charCodeAt(0) }
  }
  const known = punctuation[character]
  if (known === undefined) throw new Error(`no key for ${character}`)
  return { code: known[0], key: character, shift: false, keyCode: known[1] }
}

/** A scanner at work; `free` is when it can begin its next code, by its own stamps in milliseconds. */
interface Scanner {
  readonly session: Promise<CDPSession>
  free: number
}

/** One a window. */
const scanners = new WeakMap<Page, Scanner>()

function scannerAt(page: Page): Scanner {
  const known = scanners.get(page)
  if (known !== undefined) return known
  const scanner = { session: page.context().newCDPSession(page), free: 0 }
  scanners.set(page, scanner)
  return scanner
}

/**
 * Scans a code as a wedge scanner does: real key presses, `msPerKey` apart by their own time stamps however busy the
 * machine is, capitals with Shift, then Enter. Two codes never overlap, however fast the desk has answered the first.
 * Resolves when the window has had all keys.
 */
export async function wedgeScan(page: Page, code: string, msPerKey = 8): Promise<void> {
  const scanner = scannerAt(page)
  const keys = [...[...code].map(keyFor), enter]
  const start = Math.max(Date.now(), scanner.free)
  scanner.free = start + keys.length * msPerKey
  const session = await scanner.session
  await Promise.all(keys.flatMap((key, index) => press(session, key, (start + index * msPerKey) / 1000)))
}

function press(
  session: CDPSession,
  { code, key, shift, keyCode }: Key,
  timestamp: number,
): Promise<unknown>[] {
  const common = { code, key, windowsVirtualKeyCode: keyCode, modifiers: shift ? 8 : 0, timestamp }
  const text = key === 'Enter' ? '\r' : key
  return [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, text, unmodifiedText: text }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
  ]
}
