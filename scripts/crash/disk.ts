import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** A disk of the desk's own that can be filled to its last byte and made free again. */
export interface Disk {
  readonly isFull: () => boolean
  readonly fill: () => void
  readonly free: () => void
  readonly unmount: () => void
}

const megabytes = 192
const chunkSizes = [1 << 20, 1 << 12, 1]

/** Puts a small disk in memory in the folder's place; null where only root may, and this is not root on Linux. */
export function mountDisk(folder: string): Disk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  let full = false
  return {
    isFull: () => full,
    fill: () => {
      const handle = openSync(filler, 'a')
      for (const size of chunkSizes) while (wasWritten(handle, Buffer.alloc(size)));
      closeSync(handle)
      full = true
    },
    free: () => {
      rmSync(filler, { force: true })
      full = false
    },
    unmount: () => {
      execFileSync('umount', ['--lazy', folder])
    },
  }
}

/**
 * Brings a closed desk's write-ahead log into its database. A log that has been gone through once is written over from its
 * beginning, and needs no room for a thousand pages: a disk that is full would not be felt.
 */
export function foldLog(deskDir: string): void {
  const file = join(deskDir, 'packdesk.db')
  if (existsSync(file)) new Sqlite(file).close()
}

function wasWritten(handle: number, chunk: Buffer): boolean {
  try {
    return writeSync(handle, chunk) === chunk.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
