/** One field of an input report, as WebHID reads it from the device's own description. */
export type HidItem = {
  usages?: readonly number[] | undefined
  usageMinimum?: number | undefined
  isRange?: boolean | undefined
  reportSize?: number | undefined
  reportCount?: number | undefined
}

export type HidReportInfo = { reportId?: number | undefined; items?: readonly HidItem[] | undefined }

export type HidCollection = {
  usagePage?: number | undefined
  usage?: number | undefined
  children?: readonly HidCollection[] | undefined
  inputReports?: readonly HidReportInfo[] | undefined
}

/** The usage page of barcode scanners in the HID tables for points of sale. */
export const barcodePage = 0x8c

const usage = (id: number): number => barcodePage * 0x1_0000 + id
const byteCount = 0x0001_003b

/** Where a scanned-data report has what, in bytes from its beginning; `aim` and `more` are absent in some. */
export type HidFields = {
  length: number
  aim: number | null
  data: number
  dataLength: number
  more: number | null
}

/**
 * What most scanners send (Honeywell, Zebra, Datalogic, Access-IS by their manuals): the data's length, three characters
 * of AIM identifier, 56 bytes of data, the maker's own identifier, a reserved byte, and whether more is to come.
 */
export const usualFields: HidFields = { length: 0, aim: 1, data: 4, dataLength: 56, more: 62 }

/** The fields of a report by the device's own description; null where that does not name the data. */
export function fieldsOf({ items = [] }: HidReportInfo): HidFields | null {
  const found = new Map<number, { at: number; count: number }>()
  let bits = 0
  for (const { usages, usageMinimum, isRange, reportSize = 0, reportCount = 0 } of items) {
    const first = isRange === true ? usageMinimum : usages?.[0]
    if (first !== undefined && !found.has(first))
      found.set(first, { at: Math.floor(bits / 8), count: reportCount })
    bits += reportSize * reportCount
  }
  const data = found.get(usage(0xfe))
  if (data === undefined) return null
  return {
    length: found.get(byteCount)?.at ?? 0,
    aim: found.get(usage(0xfb))?.at ?? null,
    data: data.at,
    dataLength: data.count,
    more: found.get(usage(0xff))?.at ?? null,
  }
}

/** Takes one report after the other and gives a code when it is whole, with its AIM identifier before it. */
export type ReportReader = (report: DataView) => string | null

/** Much longer than any code: a device that never ends one is not believed. */
const longest = 4096

export function createReportReader(fields: HidFields): ReportReader {
  let text = ''
  return (report) => {
    const piece = pieceOf(report, fields)
    if (piece === null) {
      text = ''
      return null
    }
    text += piece.data
    if (piece.more && text.length <= longest) return null
    const code = text.replace(/[\r\n\t]+$/, '')
    text = ''
    return code === '' || code.length > longest ? null : piece.aim + code
  }
}

function pieceOf(report: DataView, fields: HidFields): { data: string; aim: string; more: boolean } | null {
  const byte = (at: number): number => (at < report.byteLength ? report.getUint8(at) : 0)
  const chars = (at: number, count: number): string =>
    Array.from({ length: count }, (_, place) => String.fromCharCode(byte(at + place))).join('')
  const length = byte(fields.length)
  if (length > fields.dataLength || fields.data + length > report.byteLength) return null
  const identifier = fields.aim === null ? '' : chars(fields.aim, 3)
  return {
    data: chars(fields.data, length),
    aim: /^\][A-Za-z]\d$/.test(identifier) ? identifier : '',
    more: fields.more !== null && (byte(fields.more) & 1) === 1,
  }
}
