import { _electron, type ElectronApplication } from 'playwright'
import { prepareElectron } from '../electron-runtime/runtime.ts'
import { buildApp } from './build.ts'
import { ensureDisplay } from './display.ts'
import { rootDir } from './paths.ts'

/** What a launch needs, as plain data: it can be handed to another process. */
export interface Stage {
  /** The Electron to run. */
  readonly executable: string
  /** What the app's environment needs on top of the usual, for this Electron and this screen. */
  readonly env: Readonly<Record<string, string>>
}

export interface LaunchOptions {
  /** Where the app keeps its database and settings (PACKDESK_DATA_DIR). */
  readonly dataDir: string
  /** The store to work against (PACKDESK_STORE_URL); without it the app starts its embedded demo store. */
  readonly storeUrl?: string
  /** Further environment variables for the app. */
  readonly env?: Readonly<Record<string, string>>
  /** Further command-line arguments for the app. */
  readonly args?: readonly string[]
}

/** Sets up Electron, the build (unless told not to) and a screen; cheap when all of it is there. */
export async function prepareStage(build = true): Promise<{ stage: Stage; stop: () => void }> {
  const electron = await prepareElectron()
  if (build) await buildApp()
  const display = await ensureDisplay()
  return {
    stage: { executable: electron.executable, env: { ...electron.env, ...display.env } },
    stop: display.stop,
  }
}

/** Chromium refuses its sandbox to root, so root goes without. */
export const electronFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** The environment of an app process; variables that would turn Electron into Node are left out. */
export function appEnvironment(
  stage: Stage,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS') env[name] = value
  }
  return { ...env, ...stage.env, ...extra }
}

/** Launches the built app under Playwright. Close it with `app.close()`, or kill `app.process()`. */
export function launchApp(stage: Stage, options: LaunchOptions): Promise<ElectronApplication> {
  const extra: Record<string, string> = { ...options.env, PACKDESK_DATA_DIR: options.dataDir }
  if (options.storeUrl !== undefined) extra['PACKDESK_STORE_URL'] = options.storeUrl
  return _electron.launch({
    executablePath: stage.executable,
    args: [...electronFlags(), rootDir, ...(options.args ?? [])],
    cwd: rootDir,
    env: appEnvironment(stage, extra),
  })
}
