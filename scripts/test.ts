import { join } from 'node:path'
import { prepareElectron } from './electron-runtime/runtime.ts'
import { buildApp } from './lib/build.ts'
import { binPath, rootDir, typeCheckedFolders } from './lib/paths.ts'
import { main, messageOf, runHere, say } from './lib/run.ts'
import { runVitestProject, type Tally } from './lib/vitest-stage.ts'

const none: Tally = { passed: 0, failed: 0 }
const oneFailed: Tally = { passed: 0, failed: 1 }
let total = none

/** Runs one stage, adds its count to the total and says in one line how it went and how long it took. */
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

/** A tool of node_modules whose exit code is the answer. */
const tool = (name: string, args: readonly string[]) => async (): Promise<Tally> =>
  (await runHere(process.execPath, [binPath(name), ...args], { cwd: rootDir })) === 0 ? none : oneFailed

/** A script of this folder whose exit code is the answer. */
const script = (name: string) => async (): Promise<Tally> =>
  (await runHere(process.execPath, [join(rootDir, 'scripts', `${name}.ts`)], { cwd: rootDir })) === 0
    ? none
    : oneFailed

async function build(): Promise<Tally> {
  await buildApp()
  return none
}

async function setUp(): Promise<Tally> {
  await prepareElectron()
  return none
}

await main(async () => {
  const ready = await stage('set-up', setUp)
  await stage('format', tool('prettier', ['--check', '.', '--log-level', 'warn']))
  await stage('lint', tool('eslint', ['.', '--max-warnings', '0']))
  await stage('layers', script('layers'))
  for (const folder of typeCheckedFolders) {
    await stage(`type check: ${folder}`, tool('tsc', ['-p', folder]))
  }
  await stage('unit and station tests', () => runVitestProject('unit'))
  const built = await stage('build', build)
  await stage('end-to-end tests', () => {
    if (ready && built) return runVitestProject('e2e')
    throw new Error(`Not run: there is no ${ready ? 'build' : 'Electron'} to test.`)
  })
  say(`${String(total.passed)} passed, ${String(total.failed)} failed`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
})
