import { mustRun } from '../lib/run.ts'

/** A hand that presses keys on a screen, below every program and input method. */
export interface XKeys {
  /** Gives the keys to the window whose title has this word in it. */
  readonly focusWindow: (title: string) => Promise<void>
  /** Presses keys by their X names, one after the other, with so many milliseconds for each. */
  readonly press: (names: readonly string[], msPerKey: number) => Promise<void>
  /** Types a code as a scanner on a US keyboard does, capitals with Shift, and Enter after it. */
  readonly scan: (code: string, msPerKey: number) => Promise<void>
}

export function keysOn(screen: Readonly<Record<string, string>>): XKeys {
  const env = { ...process.env, ...screen }
  const xdotool = (...args: string[]): Promise<string> => mustRun('xdotool', args, { env })
  const press = async (names: readonly string[], msPerKey: number): Promise<void> => {
    await xdotool('key', '--delay', String(msPerKey), ...names)
  }
  return {
    focusWindow: async (title) => {
      const found = await xdotool('search', '--sync', '--onlyvisible', '--name', title)
      const window = found.trim().split('\n')[0]
      if (window === undefined) throw new Error(`No window is called ${title}.`)
      await xdotool('windowfocus', '--sync', window)
    },
    press,
    scan: (code, msPerKey) => press([...[...code].map(nameOf), 'Return'], msPerKey),
  }
}

const nameOf = (char: string): string =>
  /[A-Za-z0-9]/.test(char) ? char : `U${char.charCodeAt(0).toString(16).padStart(4, '0')}`
