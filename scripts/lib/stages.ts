import { join } from 'node:path'
import { binPath, rootDir } from './paths.ts'
import { messageOf, runHere, say } from './run.ts'
import type { Tally } from './vitest-stage.ts'

/** A stage that counts nothing: it went well, or it did not. */
export const none: Tally = { passed: 0, failed: 0 }
const oneFailed: Tally = { passed: 0, failed: 1 }

const inNode = async (args: readonly string[]): Promise<Tally> =>
  (await runHere(process.execPath, args, { cwd: rootDir })) === 0 ? none : oneFailed

/** A tool of node_modules whose exit code is the answer. */
export const tool =
  (name: string, ...args: readonly string[]) =>
  (): Promise<Tally> =>
    inNode([binPath(name), ...args])

/** A script of the scripts folder whose exit code is the answer. */
export const script = (name: string) => (): Promise<Tally> => inNode([join(rootDir, 'scripts', `${name}.ts`)])

/** Runs stages one after the other and counts over all of them. */
export function createStages() {
  let total = none

  /** Runs one stage and says in one line how it went and how long it took; a stage that throws has failed. */
  async function stage(name: string, run: () => Promise<Tally>): Promise<boolean> {
    const start = performance.now()
    let tally = oneFailed
    try {
      tally = await run()
    } catch (error) {
      say(messageOf(error))
    }
    total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed }
    const verdict = tally.failed > 0 ? 'FAILED' : 'ok'
    const count = tally.passed > 0 ? `, ${String(tally.passed)} passed, ${String(tally.failed)} failed` : ''
    say(`[${name}] ${verdict}${count} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    return tally.failed === 0
  }

  /** Says how many passed and failed, and answers with the exit code. */
  function end(): number {
    say(`${String(total.passed)} passed, ${String(total.failed)} failed`)
    return total.failed > 0 || total.passed === 0 ? 1 : 0
  }

  return { stage, end }
}
