import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rootDir } from '../../scripts/lib/paths.ts'

let folder: string

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const lock = (version: string): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/zod': { version, integrity: `sha512-${version}` } } })

/** A small project whose dependencies are installed, with an npm that only writes down how it was called. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packdesk-bootstrap-'))
  await mkdir(join(folder, 'scripts'))
  await copyFile(join(rootDir, 'scripts', 'bootstrap.mjs'), join(folder, 'scripts', 'bootstrap.mjs'))
  await put('package-lock.json', lock('1.0.0'))
  await put('node_modules/.package-lock.json', lock('1.0.0'))
  await mkdir(join(folder, 'node_modules', 'node', 'bin'), { recursive: true })
  await symlink(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'))
  await put('scripts/echo.ts', 'const args: string[] = process.argv.slice(2)\nconsole.log(args.join("|"))\n')
  await put('scripts/fail.ts', 'process.exitCode = 7\n')
  await put('bin/npm', '#!/bin/sh\necho "$@" >> "$(dirname "$0")/../npm-calls"\n')
  await chmod(join(folder, 'bin', 'npm'), 0o755)
})
afterEach(() => rm(folder, { recursive: true }))

function bootstrap(...args: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` }
  return spawnSync(process.execPath, [join(folder, 'scripts', 'bootstrap.mjs'), ...args], {
    env,
    encoding: 'utf8',
  })
}
const npmCalls = (): Promise<string> => readFile(join(folder, 'npm-calls'), 'utf8')

test('a task gets its arguments, and nothing but its own text is on standard output', () => {
  expect(bootstrap('echo', '--port', '0').stdout).toBe('--port|0\n')
})

test("the task's exit code is passed on", () => {
  expect(bootstrap('fail').status).toBe(7)
})

test('an unknown task is refused by name', () => {
  const result = bootstrap('pack')
  expect(result.status).toBe(1)
  expect(result.stderr).toContain('There is no script "pack".')
})

test('with current dependencies nothing is installed', async () => {
  bootstrap('echo')
  await expect(npmCalls()).rejects.toThrow('ENOENT')
})

test('dependencies that differ from the lock file are installed first, without install scripts', async () => {
  await put('package-lock.json', lock('1.0.1'))
  const result = bootstrap('echo', 'after')
  expect(await npmCalls()).toBe('ci --ignore-scripts --no-progress --loglevel=error\n')
  expect(result.stderr).toBe('Installing dependencies…\n')
  expect(result.stdout).toBe('after\n')
})

test('dependencies are installed where an earlier installation did not finish', async () => {
  await rm(join(folder, 'node_modules', '.package-lock.json'))
  bootstrap('echo')
  expect(await npmCalls()).toContain('ci --ignore-scripts')
})
