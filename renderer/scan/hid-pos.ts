import { barcodePage, createReportReader, fieldsOf, usualFields } from './hid-report.ts'
import type { HidCollection, ReportReader } from './hid-report.ts'

type HidReportEvent = Event & { readonly reportId: number; readonly data: DataView }

/** A device as WebHID gives it; only what is needed of it. */
export type HidDevice = {
  readonly opened: boolean
  readonly productName: string
  readonly vendorId: number
  readonly collections: readonly HidCollection[]
  open: () => Promise<void>
  sendFeatureReport: (reportId: number, data: Uint8Array<ArrayBuffer>) => Promise<void>
  addEventListener: (type: 'inputreport', listener: (event: HidReportEvent) => void) => void
}

type HidConnectionEvent = Event & { readonly device: HidDevice }

/** `navigator.hid`. */
export type Hid = {
  getDevices: () => Promise<HidDevice[]>
  requestDevice: (options: { filters: { usagePage: number }[] }) => Promise<HidDevice[]>
  addEventListener: (type: 'connect' | 'disconnect', listener: (event: HidConnectionEvent) => void) => void
}

declare global {
  interface Navigator {
    readonly hid?: Hid
  }
}

/** Scanners that hand over whole codes instead of pressing keys (USB mode "HID POS"). */
export type HidScanners = {
  /** Asks for a scanner; only from a click. Gives the names of those that are connected then, or why none is. */
  connect: () => Promise<{ ok: true; names: string[] } | { ok: false; message: string }>
  names: () => string[]
  /** Hears every code until the returned function is called. */
  listen: (listener: (code: string) => void) => () => void
}

/** Honeywell's scanners say nothing before they are told that somebody listens. */
const honeywell = { vendorId: 0x0c2e, reportId: 254, message: new Uint8Array([1]) }

/** Opens the scanners that were allowed before, and those that are plugged in again later. */
export function createHidScanners(hid: Hid, report: (error: unknown) => void): HidScanners {
  const listeners = new Set<(code: string) => void>()
  const open = new Map<HidDevice, string>()

  const start = async (device: HidDevice): Promise<void> => {
    if (open.has(device) || !isScanner(device.collections)) return
    open.set(device, device.productName)
    try {
      if (!device.opened) await device.open()
      if (device.vendorId === honeywell.vendorId) {
        await device.sendFeatureReport(honeywell.reportId, honeywell.message)
      }
    } catch (error) {
      open.delete(device)
      throw error
    }
    const read = readerFor(device.collections)
    device.addEventListener('inputreport', ({ reportId, data }) => {
      const code = read(reportId, data)
      if (code !== null) for (const listener of listeners) listener(code)
    })
  }
  const startAll = async (devices: readonly HidDevice[]): Promise<void> => {
    for (const device of devices) await start(device)
  }

  hid.addEventListener('connect', ({ device }) => {
    start(device).catch(report)
  })
  hid.addEventListener('disconnect', ({ device }) => {
    open.delete(device)
  })
  hid.getDevices().then(startAll).catch(report)

  return {
    connect: async () => {
      try {
        await startAll(await hid.requestDevice({ filters: [{ usagePage: barcodePage }] }))
        return { ok: true, names: [...open.values()] }
      } catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) }
      }
    },
    names: () => [...open.values()],
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const isScanner = (collections: readonly HidCollection[]): boolean =>
  collections.some(({ usagePage, children = [] }) => usagePage === barcodePage || isScanner(children))

/** Reads reports of scanned data by the device's description, or, where that says too little, the usual one (number 2). */
function readerFor(
  collections: readonly HidCollection[],
): (reportId: number, data: DataView) => string | null {
  const described = reportsIn(collections).flatMap((info): (readonly [number, ReportReader])[] => {
    const fields = fieldsOf(info)
    return fields === null ? [] : [[info.reportId ?? 0, createReportReader(fields)]]
  })
  const readers = new Map(described.length > 0 ? described : [[2, createReportReader(usualFields)] as const])
  return (reportId, data) => readers.get(reportId)?.(data) ?? null
}

const reportsIn = (collections: readonly HidCollection[]): NonNullable<HidCollection['inputReports']> =>
  collections.flatMap(({ inputReports = [], children = [] }) => [...inputReports, ...reportsIn(children)])
