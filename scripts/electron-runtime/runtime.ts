import { existsSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { hasDisplay } from '../lib/display.ts'
import { capture, say } from '../lib/run.ts'
import { downloadOfficial, failedRecently, findOfficial, officialVersion } from './official.ts'
import { findSqliteAddon, prepareSqliteAddon, sqliteNeedsNodeApi } from './sqlite-addon.ts'
import { findStandIn, prepareStandIn, standInFits, standInVersion } from './stand-in.ts'
import { displayNeeds, electronNeeds, prepareSystem, standInNeeds } from './system-packages.ts'

/** An Electron that can be started now. */
export interface ElectronRuntime {
  readonly executable: string
  /** One sentence: which Electron it is, and why this one. */
  readonly reason: string
  /** What the app's process needs in its environment on top of the usual. */
  readonly env: Readonly<Record<string, string>>
}

const executableNames = ['electron', 'electron.exe', join('Electron.app', 'Contents', 'MacOS', 'Electron')]

function overriddenByUser(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return undefined
  const executable = executableNames.map((name) => join(folder, name)).find((file) => existsSync(file))
  if (executable === undefined)
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no Electron.`)
  return executable
}

async function needsOwnAddon(executable: string): Promise<boolean> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { output } = await capture(executable, ['-p', '"node-api " + process.versions.napi'], { env })
  const version = /node-api (\d+)/.exec(output)?.[1]
  return version !== undefined && Number(version) < sqliteNeedsNodeApi
}

function runtime(executable: string, reason: string, addon?: string): ElectronRuntime {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) }
  return { executable, reason, env: addon === undefined ? env : { ...env, PACKDESK_SQLITE_BINDING: addon } }
}

const runNeeds = (): typeof electronNeeds =>
  hasDisplay() ? electronNeeds : [...electronNeeds, ...displayNeeds]

const officialReason = (): string => `Using Electron ${officialVersion()}, the official binary.`
const standInReason =
  `Using a stand-in, Electron ${standInVersion}, because the official binary could not be downloaded; ` +
  'it serves development, tests and the demo only.'

async function userRuntime(executable: string): Promise<ElectronRuntime> {
  const reason = 'Using the Electron that ELECTRON_OVERRIDE_DIST_PATH names.'
  const set = process.env['PACKDESK_SQLITE_BINDING']
  if (set || !(await needsOwnAddon(executable))) return runtime(executable, reason, set)
  const found = findSqliteAddon()
  if (found === undefined) await prepareSystem(standInNeeds)
  return runtime(executable, reason, found ?? (await prepareSqliteAddon(executable)))
}

/** The official Electron or the stand-in, when one is set up already. Looks only; changes nothing. */
function findRuntime(): ElectronRuntime | undefined {
  const official = findOfficial()
  if (official !== undefined) return runtime(official, officialReason())
  const standIn = findStandIn()
  const addon = findSqliteAddon()
  if (standIn === undefined || addon === undefined || !failedRecently()) return undefined
  return runtime(join(standIn, 'electron'), standInReason, addon)
}

async function setUpRuntime(): Promise<ElectronRuntime> {
  const official = await downloadOfficial()
  if (official !== undefined) return runtime(official, officialReason())
  if (!standInFits) {
    throw new Error(
      `Electron ${officialVersion()} could not be downloaded, and there is no stand-in for ` +
        `${process.platform}-${process.arch}. Set ELECTRON_MIRROR to a mirror you can reach, or ` +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
    )
  }
  // All needs together: one call of the package manager on a fresh machine.
  await prepareSystem([...runNeeds(), ...standInNeeds])
  const executable = join(await prepareStandIn(), 'electron')
  return runtime(executable, standInReason, await prepareSqliteAddon(executable))
}

/**
 * Answers an Electron that runs on this machine, setting it up first where needed: the user's own
 * (ELECTRON_OVERRIDE_DIST_PATH), the official binary, or the stand-in. Throws when there is none.
 */
export async function prepareElectron(): Promise<ElectronRuntime> {
  const override = overriddenByUser()
  const found =
    override === undefined ? (findRuntime() ?? (await setUpRuntime())) : await userRuntime(override)
  await prepareSystem(runNeeds())
  say(found.reason)
  return found
}
