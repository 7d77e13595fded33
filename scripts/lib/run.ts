import { spawn } from 'node:child_process'

/** What a finished command left behind; `code` is null when a signal ended it. */
export interface Finished {
  readonly code: number | null
  readonly output: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** One plain sentence of progress on standard output. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** Runs a command quietly and collects both of its output streams, whatever its exit code. */
export function capture(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: string): void => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
}

/** Like capture, but a failed command becomes an error that carries the end of its output. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await capture(command, args, options)
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-25).join('\n')
    throw new Error(`"${command} ${args.join(' ')}" ended with ${String(code ?? 'a signal')}:\n${tail}`)
  }
  return output
}

/**
 * Runs a command on this terminal and answers its exit code (1 when a signal ended it). Ctrl-C reaches the
 * command by itself; other requests to end are passed on. Either way its own end is waited for.
 */
export function runHere(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' })
    const wait = (): void => undefined
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.on('SIGINT', wait).on('SIGTERM', passOn).on('SIGHUP', passOn)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn).off('SIGHUP', passOn)
      resolve(code ?? 1)
    })
  })
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** A script's entry point: an error becomes one message and a failing exit code, without a stack trace. */
export async function main(task: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await task()
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = 1
  }
}
