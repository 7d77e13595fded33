import { app, session } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** The HID usage page of barcode scanners; keyboards, security keys and everything else have others. */
const barcodePage = 0x8c

/**
 * Electron grants permissions by default and lets pages go anywhere: here nothing is granted and nobody leaves. The one
 * exception are barcode scanners in HID POS mode, for the app's own page alone.
 */
export function lockDown(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'hid' && isOurs(origin),
  )
  session.defaultSession.setDevicePermissionHandler(
    ({ deviceType, origin, device }) => deviceType === 'hid' && isOurs(origin) && isBarcodeScanner(device),
  )
  session.defaultSession.on('select-hid-device', (event, { deviceList, frame }, choose) => {
    event.preventDefault()
    const scanner = isOurs(frame?.url ?? '') ? deviceList.find(isBarcodeScanner) : undefined
    choose(scanner?.deviceId ?? null)
  })
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      event.preventDefault()
    })
  })
}

/** Whether a HID device says of itself that it is a barcode scanner. */
export function isBarcodeScanner(device: object): boolean {
  if (!('collections' in device) || !Array.isArray(device.collections)) return false
  const collections: unknown[] = device.collections
  return collections.some(
    (each) =>
      typeof each === 'object' && each !== null && 'usagePage' in each && each.usagePage === barcodePage,
  )
}

/** Whether an address is the app's own, by its parsed origin and never by how it begins. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === appOrigin
}
