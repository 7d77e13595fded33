import { describe, expect, it, vi } from 'vitest'
import { createHidScanners, type Hid, type HidDevice } from '../../../renderer/scan/hid-pos.ts'
import { createReportReader, fieldsOf, usualFields, type HidItem } from '../../../renderer/scan/hid-report.ts'

const gs = '\u001d'

/** A report of 63 bytes as most scanners send it: length, AIM identifier, data, two more bytes, whether more follows. */
function usualReport(data: string, { aim = ']C1', more = false } = {}): DataView {
  const bytes = new Uint8Array(63)
  bytes[0] = data.length
  for (const [at, char] of [...(aim + data)].entries()) bytes[at + 1] = char.charCodeAt(0)
  bytes[60] = 0x49
  bytes[62] = more ? 1 : 0
  return new DataView(bytes.buffer)
}

describe('a report of a scanner in HID POS mode', () => {
  it('gives the code with its AIM identifier, and GS as it is', () => {
    const read = createReportReader(usualFields)
    expect(read(usualReport(`10LOT${gs}21x`))).toBe(`]C110LOT${gs}21x`)
    expect(read(usualReport('8809631270018\r', { aim: '\0\0\0' }))).toBe('8809631270018')
  })

  it('is put together from several where the code is long', () => {
    const read = createReportReader(usualFields)
    const start = 'M1GATHERGOOD/MICHAEL  YABCDEF LHRDURAK 3542 052Y003D23  '
    expect(start).toHaveLength(56)
    expect(read(usualReport(start, { aim: ']Q0', more: true }))).toBeNull()
    expect(read(usualReport(' 100', { aim: ']Q0' }))).toBe(`]Q0${start} 100`)
    expect(read(usualReport('next'))).toBe(']C1next')
  })

  it('whose length cannot be is left out, with what it was to complete', () => {
    const read = createReportReader(usualFields)
    read(usualReport('half', { more: true }))
    const broken = usualReport('x')
    broken.setUint8(0, 200)
    expect(read(broken)).toBeNull()
    expect(read(new DataView(new ArrayBuffer(0)))).toBeNull()
    expect(read(usualReport('whole'))).toBe(']C1whole')
  })
})

const page = 0x8c_0000
const field = (usage: number, reportCount: number, reportSize = 8): HidItem => ({
  usages: [usage],
  reportCount,
  reportSize,
})

describe('the device’s own description of its reports', () => {
  it('says where the data are, wherever that is', () => {
    const items = [
      field(page + 0xfb, 1),
      field(page + 0xfc, 1),
      field(page + 0xfd, 1),
      field(0x1_003b, 1),
      field(page + 0xfe, 40),
      field(page + 0xff, 1, 1),
    ]
    const fields = fieldsOf({ reportId: 7, items })
    expect(fields).toEqual({ length: 3, aim: 0, data: 4, dataLength: 40, more: 44 })
  })

  it('says nothing where no field is named for the data', () => {
    expect(fieldsOf({ reportId: 2, items: [field(page + 0x10, 63)] })).toBeNull()
  })
})

/** A device and a browser's interface to it, in memory. */
function fakeHid(change: Partial<HidDevice> = {}) {
  const reports: ((reportId: number, data: DataView) => void)[] = []
  const connections = new Map<string, (device: HidDevice) => void>()
  const sent = vi.fn()
  const device: HidDevice = {
    opened: false,
    productName: 'Voyager 1400g',
    vendorId: 0x0c2e,
    collections: [{ usagePage: 0x8c, usage: 2, inputReports: [{ reportId: 2, items: [] }] }],
    open: () => Promise.resolve(),
    sendFeatureReport: (reportId, data) => {
      sent(reportId, [...data])
      return Promise.resolve()
    },
    addEventListener: (_type, listener) => {
      reports.push((reportId, data) => {
        listener(Object.assign(new Event('inputreport'), { reportId, data }))
      })
    },
    ...change,
  }
  const hid = (known: HidDevice[], chosen: HidDevice[] | Error): Hid => ({
    getDevices: () => Promise.resolve(known),
    requestDevice: () => (chosen instanceof Error ? Promise.reject(chosen) : Promise.resolve(chosen)),
    addEventListener: (type, listener) => {
      connections.set(type, (connected) => {
        listener(Object.assign(new Event(type), { device: connected }))
      })
    },
  })
  const send = (data: DataView, reportId = 2): void => {
    for (const each of reports) each(reportId, data)
  }
  return { device, hid, send, sent, connections }
}

const noError = (error: unknown): void => {
  throw error
}

describe('scanners in HID POS mode', () => {
  it('that were allowed before are heard from the start', async () => {
    const { device, hid, send, sent } = fakeHid()
    const scanners = createHidScanners(hid([device], []), noError)
    const heard: string[] = []
    const stop = scanners.listen((code) => heard.push(code))
    await vi.waitUntil(() => sent.mock.calls.length === 1)
    await vi.waitUntil(() => {
      send(usualReport('8801'))
      return heard.length > 0
    })
    expect(sent).toHaveBeenCalledWith(254, [1])
    expect(heard[0]).toBe(']C18801')
    send(usualReport('8802'), 9)
    stop()
    send(usualReport('8803'))
    expect(new Set(heard)).toEqual(new Set([']C18801']))
  })

  it('are asked for by the page of barcode scanners, and told by their names', async () => {
    const { device, hid } = fakeHid({ vendorId: 1 })
    const scanners = createHidScanners(hid([], [device]), noError)
    expect(await scanners.connect()).toEqual({ ok: true, names: ['Voyager 1400g'] })
    expect(scanners.names()).toEqual(['Voyager 1400g'])
  })

  it('that are no scanners are not opened', async () => {
    const open = vi.fn(() => Promise.resolve())
    const { device, hid } = fakeHid({ collections: [{ usagePage: 1, usage: 6 }], open })
    expect(await createHidScanners(hid([], [device]), noError).connect()).toEqual({ ok: true, names: [] })
    expect(open).not.toHaveBeenCalled()
  })

  it('that cannot be opened are reported, and may be tried again', async () => {
    let broken = true
    const open = () => (broken ? Promise.reject(new Error('in use')) : Promise.resolve())
    const { device, hid } = fakeHid({ vendorId: 1, open })
    const scanners = createHidScanners(hid([], [device]), noError)
    expect(await scanners.connect()).toEqual({ ok: false, message: 'in use' })
    broken = false
    expect(await scanners.connect()).toEqual({ ok: true, names: ['Voyager 1400g'] })
  })

  it('come and go with their plug', async () => {
    const { device, hid, connections } = fakeHid({ vendorId: 1 })
    const scanners = createHidScanners(hid([], []), noError)
    connections.get('connect')?.(device)
    await vi.waitUntil(() => scanners.names().length === 1)
    connections.get('disconnect')?.(device)
    expect(scanners.names()).toEqual([])
  })
})
