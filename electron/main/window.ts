import path from 'node:path'
import { BrowserWindow } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** Opens the one window. It is sandboxed and isolated; what it can do is what the preload script names. */
export function openWindow(outFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f4f6f8',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(outFolder, 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Sounds answer scans, which are key presses the page may not have counted as a gesture yet.
      autoplayPolicy: 'no-user-gesture-required',
      // A desk behind another window must still answer scans within a frame.
      backgroundThrottling: false,
    },
  })
  // Not at ready-to-show: that waits for a first paint, which Chromium may never report of a window it does not show.
  window.webContents.once('did-stop-loading', () => {
    window.show()
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}
