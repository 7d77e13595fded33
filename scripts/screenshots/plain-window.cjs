// An Electron that shows whatever page it is sent to, for pictures of pages that are not the app's.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => new BrowserWindow({ show: true }).loadURL('about:blank'))
