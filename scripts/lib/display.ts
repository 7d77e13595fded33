import { spawn } from 'node:child_process'
import { displayNeeds, prepareSystem } from '../electron-runtime/system-packages.ts'

/** A screen to show windows on; `stop` ends it when it was a virtual one. */
export interface Display {
  /** What a program's environment needs to find the screen. */
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => void
}

/** Whether a window could be shown here and now. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

function startXvfb(): Promise<{ number: string; stop: () => void }> {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp']
    // Its own group: Ctrl-C then reaches the app first, and the screen is there until `stop`.
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
    child.on('error', reject).on('exit', (code) => {
      reject(new Error(`The virtual screen (Xvfb) did not start: exit code ${String(code)}.`))
    })
    const numberPipe = child.stdio[3]
    let text = ''
    numberPipe?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      // The server ends when it cannot write the whole line, so the pipe is kept until the line's end.
      if (!text.endsWith('\n')) return
      numberPipe.destroy()
      child.unref()
      resolve({ number: text.trim(), stop: () => child.kill() })
    })
  })
}

/** The screen that is there, or a virtual one of 1920×1080 that lives until `stop` or this process's end. */
export async function ensureDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: () => undefined }
  await prepareSystem(displayNeeds)
  const { number, stop } = await startXvfb()
  process.once('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stop()
      process.kill(process.pid, signal)
    })
  }
  return { env: { DISPLAY: `:${number}` }, stop }
}
