import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, type BrowserWindow } from 'electron'
import { channels, type StartupProblem } from '../../shared/contract/bridge.ts'
import { asStartupError } from '../station/database/startup-error.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { usableFolder } from './data-folder.ts'
import { readEnvironment } from './environment.ts'
import { answerKeysInTurn } from './input-method.ts'
import { registerMethods } from './ipc.ts'
import { createReport } from './logger.ts'
import { lockDown } from './security.ts'
import { openStation, type OpenStation } from './open-station.ts'
import { picturesFolder } from './picture-files.ts'
import { openWindow } from './window.ts'
import { keepZoom } from './zoom.ts'

const outFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const environment = readEnvironment()
answerKeysInTurn()
const own = usableFolder(environment.dataFolder)
app.setPath('userData', own.folder)
const report = createReport(own.folder)

let window: BrowserWindow | null = null
let opened: OpenStation | null = null
let quitting = false
/** What keeps the desk from working; the app ends with it as an error. */
let problem: StartupProblem | null = null

// Root has no sandbox (Chromium says so itself); everyone else has it for every process, whatever a window asks for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()

// One desk, one writer: the lock comes before anything touches the database. Where no data folder can be used there is
// nothing to lock, and the window only says so.
if (own.problem !== null || app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    window?.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', (event) => {
    quitting = true
    opened?.close()
    opened = null
    if (problem === null) return
    event.preventDefault()
    app.exit(1)
  })
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)
  void app.whenReady().then(start).catch(die)
} else {
  app.quit()
}

async function start(): Promise<void> {
  lockDown()
  serveApp(path.join(outFolder, 'renderer'), picturesFolder(environment.dataFolder))
  problem = await open()
  registerMethods({
    contents: () => window?.webContents ?? null,
    methods: opened === null ? null : { ...opened.station.methods, ...opened.demo, ...opened.shop },
    problem,
    isFileLost: () => opened?.station.isFileLost() ?? false,
    report,
  })
  window = openWindow(outFolder)
  watchWindow(window)
  keepZoom(window, opened?.station ?? null)
  opened?.station.subscribe(({ snapshot, asked }) => {
    // What the window asked for it gets as the answer: once.
    if (!asked && window !== null && !window.isDestroyed())
      window.webContents.send(channels.snapshot, snapshot)
  })
  await opened?.station.start()
}

/** Opens the station; what stands in the way is shown to the packer, not thrown. */
async function open(): Promise<StartupProblem | null> {
  try {
    if (own.problem !== null) throw own.problem
    opened = await openStation(environment, path.join(outFolder, 'main', 'demo-store.js'), report)
    return null
  } catch (error) {
    report('start', error)
    const { kind, message: detail } = asStartupError(error)
    return { kind, detail }
  }
}

/** A window that crashes is opened again where it stood: everything it showed is in the station. */
function watchWindow(shown: BrowserWindow): void {
  shown.webContents.on('render-process-gone', (_event, details) => {
    report('window', new Error(`the window's process is gone: ${details.reason}`))
    if (details.reason !== 'clean-exit' && !shown.isDestroyed()) shown.reload()
  })
  shown.on('closed', () => {
    window = null
  })
}

/** Nothing sensible can go on after an error nobody expected: what is on disk is whole, so stop there. */
function die(error: unknown): void {
  report('fatal', error)
  // On the way out there is nobody to show a message to, and it would hold the door.
  if (quitting) return
  opened?.close()
  opened = null
  dialog.showErrorBox('Packdesk', error instanceof Error ? error.message : String(error))
  app.exit(1)
}
