import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/station/database/open.ts'
import { createPackingLog } from '../../electron/station/log/log.ts'
import { packedFile } from './history.ts'
import { eventsIn, garbage, inDatabase, overwrite } from './damage.ts'
import { newFolder, problemOf } from './folder.ts'

const newFile = () => path.join(newFolder(), 'packdesk.db')

/** A database with a few orders in it, closed. */
const closedDatabase = () => packedFile(200)

const quick = { busyMs: 0 }

describe('a database that cannot be used is named for what it is, and left as it is', () => {
  it('locked by another program', async () => {
    const file = await closedDatabase()
    const other = new Sqlite(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    expect(await problemOf(() => openDatabase({ file, ...quick }))).toBe('databaseLocked')
    other.close()
    openDatabase({ file, ...quick }).close()
  })

  it('locked by another process', async () => {
    const file = await closedDatabase()
    const holder = path.join(import.meta.dirname, 'hold-lock.ts')
    const child = spawn(process.execPath, [holder, file], { stdio: ['pipe', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(await problemOf(() => openDatabase({ file, ...quick }))).toBe('databaseLocked')
    child.stdin.end()
    await new Promise((resolve) => child.once('exit', resolve))
    openDatabase({ file, ...quick }).close()
  })

  it('a write transaction somebody else has open', async () => {
    const file = await closedDatabase()
    const other = new Sqlite(file)
    other.exec('BEGIN IMMEDIATE')
    expect(await problemOf(() => openDatabase({ file, ...quick }))).toBe('databaseLocked')
    other.close()
  })

  it('a folder where the file should be', async () => {
    const file = newFile()
    mkdirSync(file)
    expect(await problemOf(() => openDatabase({ file }))).toBe('databaseUnwritable')
  })

  it('a file where the folder should be', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'data'), '')
    expect(await problemOf(() => openDatabase({ file: path.join(folder, 'data', 'packdesk.db') }))).toBe(
      'databaseUnwritable',
    )
  })

  it.each([
    ['cut off in the middle', (file: string, size: number) => truncateSync(file, Math.floor(size / 2))],
    ['cut off within its first page', (file: string) => truncateSync(file, 700)],
    ['without its last page', (file: string, size: number) => truncateSync(file, size - 4096)],
    ['with its header gone', (file: string) => overwrite(file, 0, Buffer.alloc(100))],
    [
      'with a page in the middle overwritten',
      (file: string, size: number) => overwrite(file, middlePage(size), garbage(4096)),
    ],
    [
      'with its first page overwritten after the header',
      (file: string) => overwrite(file, 100, garbage(3996)),
    ],
  ])('a file %s is damaged', async (_what, damage) => {
    const file = await closedDatabase()
    damage(file, readFileSync(file).length)
    const bytes = readFileSync(file)
    expect(await problemOf(() => openDatabase({ file }))).toBe('databaseDamaged')
    expect(readFileSync(file)).toEqual(bytes)
  })

  it('a flipped bit is found at the start, or by the log’s chain where it is in an event', async () => {
    const file = await closedDatabase()
    const bytes = readFileSync(file)
    const written = eventsIn(file)
    const copy = newFile()
    let [atStart, byChain] = [0, 0]
    for (let at = 16; at < bytes.length; at += 4_999) {
      copyFileSync(file, copy)
      overwrite(copy, at, Buffer.from([(bytes[at] ?? 0) ^ 0x40]))
      const problem = await problemOf(() => openDatabase({ file: copy }).close())
      if (problem !== 'none') {
        expect(['databaseDamaged', 'databaseNewer']).toContain(problem)
        atStart += 1
      } else if (JSON.stringify(eventsIn(copy)) !== JSON.stringify(written)) {
        expect(firstBreakIn(copy)).not.toBeNull()
        byChain += 1
      }
    }
    expect(atStart).toBeGreaterThan(0)
    expect(byChain).toBeGreaterThan(0)
  })

  it('another program’s database is not taken for ours', async () => {
    const file = newFile()
    const other = new Sqlite(file)
    other.exec('CREATE TABLE notes (text TEXT)')
    other.close()
    expect(await problemOf(() => openDatabase({ file }))).toBe('databaseDamaged')
  })
})

const firstBreakIn = (file: string) => inDatabase(file, (db) => createPackingLog(db).firstBreak())

const middlePage = (size: number): number => Math.floor(size / 4096 / 2) * 4096
