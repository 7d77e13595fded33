import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/station/database/open.ts'
import { StartupError } from '../../electron/station/database/startup-error.ts'

let folder: string
const file = () => path.join(folder, 'packdesk.db')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packdesk-db-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function problemOf(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    if (error instanceof StartupError) return error.kind
    throw error
  }
  return 'none'
}

describe('opening the database', () => {
  it('an acknowledged commit is on disk: write-ahead log, synchronous FULL, read back', () => {
    const db = openDatabase({ file: file() })
    db.prepare("INSERT INTO settings (key, value) VALUES ('a', '1')").run()
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('what was written is there when it is opened again', () => {
    const first = openDatabase({ file: file() })
    first.prepare("INSERT INTO settings (key, value) VALUES ('a', '1')").run()
    first.close()
    const second = openDatabase({ file: file() })
    expect(second.prepare('SELECT value FROM settings').pluck().get()).toBe('1')
    second.close()
  })

  it('makes the folder it is to live in', () => {
    openDatabase({ file: path.join(folder, 'a', 'b', 'packdesk.db') }).close()
  })

  it('a file that is no database is named damaged and left exactly as it is', () => {
    const bytes = Buffer.from('this is not a database, but it may be somebody’s only copy'.repeat(50))
    writeFileSync(file(), bytes)
    expect(problemOf(() => openDatabase({ file: file() }))).toBe('databaseDamaged')
    expect(readFileSync(file())).toEqual(bytes)
  })

  it('a database of a newer version is refused, not changed', () => {
    openDatabase({ file: file() }).close()
    const newer = new Sqlite(file())
    newer.pragma('user_version = 999')
    newer.close()
    expect(problemOf(() => openDatabase({ file: file() }))).toBe('databaseNewer')
    const after = new Sqlite(file())
    expect(after.pragma('user_version', { simple: true })).toBe(999)
    after.close()
  })

  it('a folder that cannot hold it is named unwritable', () => {
    writeFileSync(path.join(folder, 'file'), '')
    expect(problemOf(() => openDatabase({ file: path.join(folder, 'file', 'packdesk.db') }))).toBe(
      'databaseUnwritable',
    )
  })
})
