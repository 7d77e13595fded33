import { join } from 'node:path'
import { outDir, typeCheckedFolders } from './lib/paths.ts'
import { main } from './lib/run.ts'
import { createStages, script, tool } from './lib/stages.ts'
import { runVitestProject } from './lib/vitest-stage.ts'

/** The tests that need no more than a few milliseconds each. */
const fastTests = ['tests/unit/', 'tests/main/']

const cache = (name: string): string => join(outDir, 'check', name)

/**
 * What to run before a commit: everything that can be told in a minute once its caches are warm. A lint rule that reads
 * types may overlook what another file's change did to an unchanged one; `npm test` looks at everything anew.
 */
await main(async () => {
  const { stage, end } = createStages()
  const prettier = ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', cache('prettier')]
  await stage('format', tool('prettier', ...prettier))
  const eslint = ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content']
  await stage('lint', tool('eslint', ...eslint, '--cache-location', cache('eslint')))
  await stage('layers', script('layers'))
  await stage('nothing unused', tool('knip', '--no-progress'))
  for (const folder of typeCheckedFolders) {
    const incremental = ['--incremental', '--tsBuildInfoFile', cache(`${folder}.tsbuildinfo`)]
    await stage(`type check: ${folder}`, tool('tsc', '-p', folder, ...incremental))
  }
  await stage('fast tests', () => runVitestProject('unit', fastTests))
  return end()
})
