import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What SQLite makes of a statement instead of what it was asked; it says nothing where a pragma does not take. */
const takenAs = new Map<string, string>()
const closed: string[] = []

vi.mock('better-sqlite3', async (importOriginal) => {
  const original = await importOriginal<{ default: typeof Sqlite }>()
  class Wilful extends original.default {
    override pragma(source: string, options?: Sqlite.PragmaOptions): unknown {
      return super.pragma(takenAs.get(source) ?? source, options)
    }

    override close(): this {
      closed.push(this.name)
      return super.close()
    }
  }
  return { default: Wilful }
})

const { openDatabase, openUnmigrated } = await import('../../electron/station/database/open.ts')
const { StartupError } = await import('../../electron/station/database/startup-error.ts')

let folder: string
const file = () => path.join(folder, 'packdesk.db')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packdesk-pragmas-'))
  takenAs.clear()
  closed.length = 0
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function problemOf(open: () => unknown): { kind: string; message: string } | null {
  try {
    open()
    return null
  } catch (error) {
    if (error instanceof StartupError) return { kind: error.kind, message: error.message }
    throw error
  }
}

describe.each([
  ['to pack with', openDatabase],
  ['to look into', openUnmigrated],
])('a database opened %s', (_why, open) => {
  it.each([
    ['journal_mode = WAL', 'journal_mode = DELETE', 'journal_mode is delete, not wal'],
    ['synchronous = FULL', 'synchronous = NORMAL', 'synchronous is 1, not 2'],
    ['foreign_keys = ON', 'foreign_keys = OFF', 'foreign_keys is 0, not 1'],
    ['trusted_schema = OFF', 'trusted_schema = ON', 'trusted_schema is 1, not 0'],
  ])('is not used where %s does not take', (asked, taken, message) => {
    takenAs.set(asked, taken)
    expect(problemOf(() => open({ file: file() }))).toEqual({ kind: 'notDurable', message })
    expect(closed).toEqual([file()])
  })

  it('is used where all of them do', () => {
    const db = open({ file: file() })
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema']
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 0])
    db.close()
  })
})
