import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** The pages of a damaged database as they lie on the disk, those of the write-ahead log included. */
export type RawPages = {
  /** Bytes of a page that hold content; the rest is reserved. */
  usable: number
  count: number
  /** Every page image there is: number (from 1) and bytes. The same number may come more than once. */
  images: () => Generator<{ number: number; bytes: Buffer }>
  /** Every image of one page, the newest first. */
  ofNumber: (number: number) => Buffer[]
  close: () => void
}

const magic = 'SQLite format 3\0'
const usualPageSize = 4096
const walHeaderSize = 32
const frameHeaderSize = 24

/** Opens the file (and `<file>-wal`, where there is one) for reading; the header is believed only where it makes sense. */
export function openRawPages(file: string): RawPages {
  const main = openSync(file, 'r')
  const size = fstatSync(main).size
  const header = readAt(main, 0, 100)
  const { pageSize, reserved } = layoutOf(header)
  const wal = openWal(`${file}-wal`, pageSize)
  const count = Math.ceil(size / pageSize)

  const page = (number: number): Buffer | null => {
    const bytes = readAt(main, (number - 1) * pageSize, pageSize)
    return bytes.length === pageSize ? bytes : null
  }

  return {
    usable: pageSize - reserved,
    count,
    *images() {
      for (let number = 1; number <= count; number += 1) {
        const bytes = page(number)
        if (bytes !== null) yield { number, bytes }
      }
      for (const frame of wal.frames) yield { number: frame.page, bytes: wal.read(frame.offset) }
    },
    ofNumber(number) {
      const frames = wal.frames.filter((frame) => frame.page === number).reverse()
      const bytes = number >= 1 && number <= count ? page(number) : null
      return [...frames.map((frame) => wal.read(frame.offset)), ...(bytes === null ? [] : [bytes])]
    },
    close() {
      closeSync(main)
      wal.close()
    },
  }
}

function layoutOf(header: Buffer): { pageSize: number; reserved: number } {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic)
    return { pageSize: usualPageSize, reserved: 0 }
  const stored = header.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  const sensible = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0
  return sensible ? { pageSize, reserved: header.readUInt8(20) } : { pageSize: usualPageSize, reserved: 0 }
}

type Frame = { page: number; offset: number }

/** The frames of committed transactions: what follows the last commit was never acknowledged. */
function openWal(file: string, pageSize: number) {
  if (!existsSync(file)) return { frames: [], read: () => Buffer.alloc(0), close: () => undefined }
  const wal = openSync(file, 'r')
  const header = readAt(wal, 0, walHeaderSize)
  const frames: Frame[] = []
  let committed = 0
  const sensible = header.length === walHeaderSize && header.readUInt32BE(8) === pageSize
  for (let at = walHeaderSize; sensible; at += frameHeaderSize + pageSize) {
    const head = readAt(wal, at, frameHeaderSize)
    if (head.length < frameHeaderSize || !head.subarray(8, 16).equals(header.subarray(16, 24))) break
    frames.push({ page: head.readUInt32BE(0), offset: at + frameHeaderSize })
    if (head.readUInt32BE(4) !== 0) committed = frames.length
  }
  return {
    frames: frames.slice(0, committed),
    read: (offset: number) => readAt(wal, offset, pageSize),
    close: () => {
      closeSync(wal)
    },
  }
}

/** As many of the bytes as there are. */
function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position))
}
