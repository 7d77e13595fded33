import { prepareElectron } from './electron-runtime/runtime.ts'
import { buildApp } from './lib/build.ts'
import { typeCheckedFolders } from './lib/paths.ts'
import { main } from './lib/run.ts'
import { createStages, none, script, tool } from './lib/stages.ts'
import { runVitestProject, type Tally } from './lib/vitest-stage.ts'

async function build(): Promise<Tally> {
  await buildApp()
  return none
}

async function setUp(): Promise<Tally> {
  await prepareElectron()
  return none
}

await main(async () => {
  const { stage, end } = createStages()
  const ready = await stage('set-up', setUp)
  await stage('format', tool('prettier', '--check', '.', '--log-level', 'warn'))
  await stage('lint', tool('eslint', '.', '--max-warnings', '0'))
  await stage('layers', script('layers'))
  await stage('nothing unused', tool('knip', '--no-progress'))
  for (const folder of typeCheckedFolders) await stage(`type check: ${folder}`, tool('tsc', '-p', folder))
  await stage('unit and station tests', () => runVitestProject('unit'))
  const built = await stage('build', build)
  await stage('end-to-end tests', () => {
    if (ready && built) return runVitestProject('e2e')
    throw new Error(`Not run: there is no ${ready ? 'build' : 'Electron'} to test.`)
  })
  return end()
})
