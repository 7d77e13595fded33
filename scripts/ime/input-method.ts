import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { capture } from '../lib/run.ts'

/** A Korean input method at work on a screen; `stop` ends it and its bus. */
export interface InputMethod {
  /** What a program's environment needs to be typed into through it. */
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

/** The engine begins in Hangul, on the keyboard most Koreans type on. */
const hangulSettings = `[org/freedesktop/ibus/engine/hangul]
initial-input-mode='hangul'
hangul-keyboard='2'
`

const patienceMs = 30_000

/**
 * Starts a D-Bus session and IBus with its Hangul engine on a screen, with settings of their own under `home`: nothing
 * of the user's is read or changed. Throws where the engine does not come up.
 */
export async function startHangul(
  home: string,
  screen: Readonly<Record<string, string>>,
): Promise<InputMethod> {
  const config = join(home, 'config')
  const runtime = join(home, 'run')
  await mkdir(join(config, 'glib-2.0', 'settings'), { recursive: true })
  await mkdir(runtime, { recursive: true, mode: 0o700 })
  await writeFile(join(config, 'glib-2.0', 'settings', 'keyfile'), hangulSettings)
  const surroundings: Record<string, string> = {
    ...screen,
    HOME: home,
    XDG_CONFIG_HOME: config,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: runtime,
    GSETTINGS_BACKEND: 'keyfile',
    LANG: 'C.UTF-8',
  }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...surroundings },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stopBus = (): Promise<void> => end(bus)
  try {
    const env = { ...surroundings, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) }
    const whole = { ...process.env, ...env }
    const daemon = spawn('ibus-daemon', ['--panel', 'disable', '--xim'], { env: whole, stdio: 'ignore' })
    const stop = async (): Promise<void> => {
      await capture('ibus', ['exit'], { env: whole })
      await end(daemon)
      await stopBus()
    }
    try {
      await turnHangulOn(whole)
    } catch (error) {
      await stop()
      throw error
    }
    return { env: { ...env, GTK_IM_MODULE: 'ibus', XMODIFIERS: '@im=ibus' }, stop }
  } catch (error) {
    await stopBus()
    throw error
  }
}

async function firstLine(bus: ChildProcess): Promise<string> {
  let text = ''
  bus.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const deadline = Date.now() + patienceMs
  while (!text.includes('\n')) {
    if (bus.exitCode !== null || Date.now() > deadline) throw new Error('The D-Bus session did not start.')
    await wait(20)
  }
  return text.trim()
}

/** The engine cannot be named before the daemon listens, which nothing announces. */
async function turnHangulOn(env: NodeJS.ProcessEnv): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const { code, output } = await capture('ibus', ['engine', 'hangul'], { env })
    const asked = await capture('ibus', ['engine'], { env })
    if (code === 0 && asked.output.trim() === 'hangul') return
    if (Date.now() > deadline) throw new Error(`The Hangul engine did not start:\n${output}`)
    await wait(200)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}
