// An Electron that shows whatever page it is sent to, for pictures of pages that are not the app's.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => new BrowserWindow().loadURL('about:blank'))
