import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type Page } from 'playwright'
import { appEnvironment, electronFlags, type Stage } from '../lib/launch.ts'
import { rootDir } from '../lib/paths.ts'

/** The app died, which is what it is here for. */
export class DeskDied extends Error {}

export interface DeskOptions {
  readonly stage: Stage
  readonly dataDir: string
  readonly storeUrl: string
  /** PACKDESK_CRASH_AT, where the process is to kill itself. */
  readonly crashAt: string | null
  /** How far the app's clock is set ahead, in milliseconds. */
  readonly clockAheadMs: number
}

/** The real app in a process of its own, watched from outside so that every end of it is seen for what it is. */
export interface DeskProcess {
  readonly pid: number
  /** The window, once it is there. Rejects with DeskDied where the process is gone before. */
  readonly page: () => Promise<Page>
  /** What the promise gives; DeskDied as soon as the process is killed, an error where it ended by itself. */
  readonly whileAlive: <T>(work: Promise<T>) => Promise<T>
  /** Resolves when the process is gone, in whatever way. */
  readonly ended: Promise<void>
  /** SIGKILL: no chance to tidy up. */
  readonly kill: () => void
  /** Closes the window, as the packer does at the end of the day. */
  readonly close: () => Promise<void>
}

export function startDesk({ stage, dataDir, storeUrl, crashAt, clockAheadMs }: DeskOptions): DeskProcess {
  const crash = crashAt === null ? {} : { PACKDESK_CRASH_AT: crashAt }
  const clock = { PACKDESK_CLOCK_AHEAD_MS: String(clockAheadMs) }
  const args = [...electronFlags(), rootDir, '--remote-debugging-port=0', '--disable-gpu']
  const child = spawn(stage.executable, args, {
    cwd: rootDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: appEnvironment(stage, {
      PACKDESK_DATA_DIR: dataDir,
      PACKDESK_STORE_URL: storeUrl,
      ...clock,
      ...crash,
    }),
  })
  const output: string[] = []
  const address = debuggerAddress(child, output)
  let browser: Browser | null = null
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  const death = ended.then((): never => {
    if (child.signalCode === 'SIGKILL') throw new DeskDied()
    throw new Error(`the app ended with ${String(child.exitCode ?? child.signalCode)}:\n${output.join('\n')}`)
  })
  // Only `whileAlive` asks; without a question there is nobody to tell.
  death.catch(() => undefined)

  async function whileAlive<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, death])
    } catch (error) {
      // A torn connection is often noticed before the end of the process that caused it.
      if (await endsSoon(ended)) await death
      throw error
    }
  }

  async function open(): Promise<Page> {
    browser = await chromium.connectOverCDP(await address)
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the app has no browser context')
    return context.pages()[0] ?? (await context.waitForEvent('page'))
  }

  return {
    pid: child.pid ?? 0,
    page: () => whileAlive(open()),
    whileAlive,
    ended: ended.finally(() => {
      void browser?.close().catch(() => undefined)
    }),
    kill: () => {
      child.kill('SIGKILL')
    },
    close: async () => {
      const page = browser?.contexts()[0]?.pages()[0]
      if (page === undefined) child.kill()
      else await page.close()
      await ended
      if (child.exitCode !== 0)
        throw new Error(`the app closed with ${String(child.exitCode ?? child.signalCode)}`)
    },
  }
}

/** Chromium names its debugger's address on standard error; the last lines are kept for when something goes wrong. */
function debuggerAddress(child: ChildProcess, output: string[]): Promise<string> {
  return new Promise((resolve) => {
    if (child.stderr === null) return
    createInterface({ input: child.stderr }).on('line', (line) => {
      // Where there is no D-Bus, Chromium complains about it at every start.
      if (!line.includes('ERROR:bus.cc')) output.push(line)
      if (output.length > 40) output.shift()
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}

const endsSoon = (ended: Promise<void>): Promise<boolean> =>
  Promise.race([
    ended.then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(resolve, 5_000, false)
    }),
  ])
