// Runs scripts/<task>.ts on the pinned Node 24, installing the dependencies first where they are missing or
// out of date. Plain JavaScript without imports from node_modules: any Node from 20 on can start it.
// Progress goes to standard error, so that a task's standard output stays its own.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, sep } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'
const pinnedNode = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')
const pinnedMajor = 'v24.'

// npm must run on a Node that its own install does not replace underneath it.
const outsidePath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((entry) => !entry.includes(`${sep}node_modules${sep}`))
  .join(delimiter)

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

function npm(args, cwd) {
  const env = { ...process.env, PATH: outsidePath }
  const result = spawnSync('npm', args, { cwd, env, shell: windows, stdio: ['ignore', 'pipe', 'inherit'] })
  if (result.error) fail(`npm could not be started: ${result.error.message}`)
  if (result.status !== 0) fail(`${result.stdout}\n"npm ${args.join(' ')}" failed.`)
}

function lockedPackages(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(packages).filter(([path]) => path !== '')
}

// npm writes node_modules/.package-lock.json as the last step of an install: it says what is really there.
function dependenciesAreCurrent() {
  const installedFile = join(modules, '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = new Map(lockedPackages(installedFile))
  return lockedPackages(join(root, 'package-lock.json')).every(([path, wanted]) => {
    const found = installed.get(path)
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function pinnedNodeVersion() {
  return spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function installWhatIsMissing() {
  if (!dependenciesAreCurrent()) {
    process.stderr.write('Installing dependencies…\n')
    // No install scripts: better-sqlite3 brings its binaries along, and Electron's is fetched by the set-up.
    npm(['ci', '--ignore-scripts', '--no-progress', '--loglevel=error'], root)
  }
  if (!existsSync(pinnedNode)) {
    process.stderr.write('Installing Node 24…\n')
    npm(['run', '--silent', 'preinstall'], join(modules, 'node'))
    // Links it as node_modules/.bin/node, which an install without scripts had no file for.
    npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], root)
    const version = pinnedNodeVersion()
    if (!version.startsWith(pinnedMajor)) fail(`Node 24 was expected in node_modules, found "${version}".`)
  }
}

function runTask(task, args) {
  const script = join(root, 'scripts', `${task}.ts`)
  if (!existsSync(script)) fail(`There is no script "${task}".`)
  const path = [join(modules, '.bin'), outsidePath].join(delimiter)
  const env = { ...process.env, PATH: path }
  const child = spawn(pinnedNode, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  // Ctrl-C reaches the whole foreground group; the task decides when it is finished cleaning up.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`The script "${task}" could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const [task, ...args] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed; this is ${process.version}.`)
if (!task) fail('Usage: node scripts/bootstrap.mjs <task> [arguments]')
installWhatIsMissing()
runTask(task, args)
