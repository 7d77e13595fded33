import { EventEmitter } from 'node:events'
import { beforeEach, expect, it, vi } from 'vitest'

/** A window as far as opening one goes; what Chromium would report is emitted by the test. */
class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  visible = false

  readonly options: { show?: boolean; webPreferences?: object }

  constructor(options: { show?: boolean; webPreferences?: object }) {
    super()
    this.options = options
    this.visible = options.show ?? true
    opened.push(this)
  }

  show(): void {
    this.visible = true
  }

  readonly loaded: string[] = []

  loadURL(address: string): Promise<void> {
    this.loaded.push(address)
    return Promise.resolve()
  }
}

const opened: FakeWindow[] = []

vi.mock('electron', () => ({ BrowserWindow: FakeWindow, protocol: {} }))

const { openWindow } = await import('../../electron/main/window.ts')

function openedWindow(): FakeWindow {
  openWindow('/out')
  const [window] = opened
  if (window === undefined) throw new Error('No window was opened.')
  return window
}

beforeEach(() => {
  opened.length = 0
})

it('the page is isolated, sandboxed and without Node, and is the app’s own', () => {
  const { options, loaded } = openedWindow()
  expect(options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(loaded).toEqual(['app://packdesk/'])
})

it('shows no empty window while the page loads', () => {
  expect(openedWindow().visible).toBe(false)
})

it('shows the window although Chromium never reports a first paint, as it may not of a hidden window', () => {
  const window = openedWindow()
  window.webContents.emit('dom-ready')
  window.webContents.emit('did-finish-load')
  window.webContents.emit('did-stop-loading')
  expect(window.visible).toBe(true)
})

it('shows the window although its page cannot be loaded', () => {
  const window = openedWindow()
  window.webContents.emit('did-fail-load')
  window.webContents.emit('did-stop-loading')
  expect(window.visible).toBe(true)
})
