import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'

/** The session of Electron, as far as it is told what to allow. */
const asked: {
  request?: (contents: object, permission: string, decide: (granted: boolean) => void) => void
  check?: (contents: object | null, permission: string, origin: string) => boolean
  device?: (details: { deviceType: string; origin: string; device: object }) => boolean
} = {}
const sessionEvents = new EventEmitter()
const app = new EventEmitter()

vi.mock('electron', () => ({
  app,
  protocol: {},
  session: {
    defaultSession: Object.assign(sessionEvents, {
      setPermissionRequestHandler: (handler: NonNullable<typeof asked.request>) => (asked.request = handler),
      setPermissionCheckHandler: (handler: NonNullable<typeof asked.check>) => (asked.check = handler),
      setDevicePermissionHandler: (handler: NonNullable<typeof asked.device>) => (asked.device = handler),
    }),
  },
}))

const { isBarcodeScanner, isOurs, lockDown } = await import('../../electron/main/security.ts')

const scanner = { deviceId: 'scanner', collections: [{ usagePage: 1 }, { usagePage: 0x8c }] }
const keyboard = { deviceId: 'keyboard', collections: [{ usagePage: 1 }] }

/** An event that can be called off, and whether it was. */
const event = (more: object = {}) => {
  const made = { prevented: false, preventDefault: () => (made.prevented = true), ...more }
  return made
}

/** A page's contents as they are made, with what they were told. */
function newContents() {
  const told: { open?: (details: { url: string }) => { action: string } } = {}
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: NonNullable<typeof told.open>) => (told.open = handler),
  })
  app.emit('web-contents-created', {}, contents)
  return { contents, told }
}

beforeEach(() => {
  app.removeAllListeners()
  sessionEvents.removeAllListeners()
  lockDown()
})

describe('nothing is granted to any page', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'hid',
    'usb',
    'serial',
  ]

  it.each(permissions)('%s is refused when asked for', (permission) => {
    const decide = vi.fn()
    asked.request?.({}, permission, decide)
    expect(decide.mock.calls).toEqual([[false]])
  })

  it.each(permissions)('only barcode scanners may be looked for, not %s', (permission) => {
    expect(asked.check?.(null, permission, 'app://packdesk')).toBe(permission === 'hid')
    expect(asked.check?.(null, permission, 'https://packdesk.example')).toBe(false)
  })

  it.each([
    ['a scanner, to the app', 'hid', 'app://packdesk', scanner, true],
    ['a scanner, to another page', 'hid', 'https://packdesk.example', scanner, false],
    ['a keyboard', 'hid', 'app://packdesk', keyboard, false],
    ['a device on another bus', 'usb', 'app://packdesk', scanner, false],
    ['a device that says nothing of itself', 'hid', 'app://packdesk', {}, false],
  ])('opening %s', (_what, deviceType, origin, device, granted) => {
    expect(asked.device?.({ deviceType, origin, device })).toBe(granted)
  })

  it.each([
    ['the first scanner is chosen', 'app://packdesk/', [keyboard, scanner], 'scanner'],
    ['no scanner, no choice', 'app://packdesk/', [keyboard], null],
    ['another page gets none', 'https://packdesk.example/', [scanner], null],
  ])('%s', (_what, url, deviceList, chosen) => {
    const choose = vi.fn()
    const asking = event()
    sessionEvents.emit('select-hid-device', asking, { deviceList, frame: { url } }, choose)
    expect(choose.mock.calls).toEqual([[chosen]])
    expect(asking.prevented).toBe(true)
  })

  it('a page that is gone by then gets no scanner', () => {
    const choose = vi.fn()
    sessionEvents.emit('select-hid-device', event(), { deviceList: [scanner], frame: null }, choose)
    expect(choose.mock.calls).toEqual([[null]])
  })
})

describe('nobody leaves', () => {
  it('no page opens a window', () => {
    const { told } = newContents()
    expect(told.open?.({ url: 'app://packdesk/' })).toEqual({ action: 'deny' })
    expect(told.open?.({ url: 'https://packdesk.example/' })).toEqual({ action: 'deny' })
  })

  it('no page takes in another', () => {
    const attaching = event()
    newContents().contents.emit('will-attach-webview', attaching)
    expect(attaching.prevented).toBe(true)
  })

  it.each([
    ['app://packdesk/', false],
    ['app://packdesk/index.html#a', false],
    ['https://packdesk.example/', true],
    ['app://packdesk.example/', true],
    ['app://elsewhere/packdesk', true],
    ['file:///etc/passwd', true],
    ['about:blank', true],
    ['javascript:alert(1)', true],
    ['not an address', true],
  ])('a frame on its way to %s is held back: %s', (url, prevented) => {
    const going = event({ url })
    newContents().contents.emit('will-frame-navigate', going)
    expect(going.prevented).toBe(prevented)
  })

  it('nobody is sent elsewhere, not even within the app', () => {
    const going = event({ url: 'app://packdesk/' })
    newContents().contents.emit('will-redirect', going)
    expect(going.prevented).toBe(true)
  })
})

it.each([
  ['app://packdesk', true],
  ['app://packdesk/pictures/x.png', true],
  ['app://packdesk@elsewhere/', false],
  ['app://packdesk.elsewhere/', false],
  ['app:packdesk', false],
  ['https://packdesk/', false],
  ['', false],
])('"%s" is the app’s own: %s', (address, ours) => {
  expect(isOurs(address)).toBe(ours)
})

it.each([
  [scanner, true],
  [keyboard, false],
  [{ collections: [] }, false],
  [{ collections: 'barcode' }, false],
  [{ collections: [null, 140, {}] }, false],
])('%j is a barcode scanner: %s', (device, is) => {
  expect(isBarcodeScanner(device)).toBe(is)
})
