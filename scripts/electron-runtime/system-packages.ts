import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, mustRun, say } from '../lib/run.ts'

/** Something Debian has to provide: found by its program, library or file, installed by the first name that exists. */
interface Requirement {
  readonly program?: string
  readonly library?: string
  readonly file?: string
  readonly packages: readonly string[]
}

/** What Electron itself needs on Linux. Newer releases renamed two packages. */
export const electronNeeds: readonly Requirement[] = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
]

/** A screen where there is none. */
export const displayNeeds: readonly Requirement[] = [{ program: 'Xvfb', packages: ['xvfb'] }]

const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu'

/** A Korean input method, and a hand that presses keys on a virtual screen. */
export const inputMethodNeeds: readonly Requirement[] = [
  ...displayNeeds,
  { program: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { program: 'ibus-daemon', packages: ['ibus'] },
  { file: '/usr/share/ibus/component/hangul.xml', packages: ['ibus-hangul'] },
  { file: `/usr/lib/${triplet}/gtk-3.0/3.0.0/immodules/im-ibus.so`, packages: ['ibus-gtk3'] },
  { program: 'xdotool', packages: ['xdotool'] },
]

/** For unpacking the stand-in and compiling better-sqlite3 for it. */
export const standInNeeds: readonly Requirement[] = [
  { program: 'unzip', packages: ['unzip'] },
  { program: 'gcc', packages: ['gcc'] },
  { program: 'g++', packages: ['g++'] },
]

/** Whether the program is on the path. */
function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function loadableLibraries(): Promise<string> {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  return (await capture('ldconfig', ['-p'], { env: { ...process.env, PATH: path } })).output
}

async function missingOf(needs: readonly Requirement[]): Promise<Requirement[]> {
  const libraries = needs.some((need) => need.library) ? await loadableLibraries() : ''
  return needs.filter((need) => {
    if (need.program) return !hasProgram(need.program)
    if (need.file) return !existsSync(need.file)
    return need.library !== undefined && !libraries.includes(`\t${need.library} `)
  })
}

async function packageFor(need: Requirement): Promise<string> {
  for (const name of need.packages) {
    const { output } = await capture('apt-cache', ['policy', name])
    if (/Candidate: \d/.test(output)) return name
  }
  return need.packages.at(-1) ?? ''
}

const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=180']
const aptEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/**
 * Sees to it that the system has what is needed (Linux only). As root it installs what is missing; any other
 * user gets the one command to run, as an error. Does nothing, quickly, when everything is there.
 */
export async function prepareSystem(needs: readonly Requirement[]): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = await missingOf(needs)
  if (missing.length === 0) return
  if (!hasProgram('apt-get')) {
    const names = missing.map((need) => need.program ?? need.library ?? need.file)
    throw new Error(`This machine lacks ${names.join(', ')}. Please install them and run this again.`)
  }
  const root = process.getuid?.() === 0
  if (root) await mustRun('apt-get', [...apt, 'update'], { env: aptEnv })
  const packages = await Promise.all(missing.map(packageFor))
  const names = packages.join(' ')
  if (!root) {
    throw new Error(
      `Debian packages are missing. Please run this once, then start again:\n\n  sudo apt-get install -y ${names}\n`,
    )
  }
  say(`Installing Debian packages: ${names}…`)
  await mustRun('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages], { env: aptEnv })
  const still = await missingOf(needs)
  if (still.length > 0) throw new Error(`Still missing after the installation: ${JSON.stringify(still)}`)
}
