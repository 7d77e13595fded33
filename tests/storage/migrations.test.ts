import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { packedFile } from './history.ts'
import { upgrade, upgradeLength } from './upgrade.ts'

const script = path.join(import.meta.dirname, 'die-in-migration.ts')

function contents(file: string) {
  const db = new Sqlite(file)
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  const found = {
    version: db.pragma('user_version', { simple: true }),
    tables: names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]),
  }
  db.close()
  return found
}

describe('a power cut in the middle of a migration', () => {
  it('leaves the old version whole, at whichever statement, and the next start finishes the way', async () => {
    const file = await packedFile()
    const before = contents(file)
    expect(before.version).toBe(releasedMigrations.length)
    const whole = `${file}.whole`
    copyFileSync(file, whole)
    openDatabase({ file: whole, migrations: upgrade() }).close()
    const after = contents(whole)
    expect(after.version).toBe(releasedMigrations.length + 1)
    for (let statement = 0; statement <= upgradeLength; statement += 1) {
      const cut = `${file}.cut-${String(statement)}`
      copyFileSync(file, cut)
      const died = spawnSync(process.execPath, [script, cut, String(statement)], { encoding: 'utf8' })
      expect([died.signal, died.stderr]).toEqual(['SIGKILL', ''])
      openDatabase({ file: cut }).close()
      expect(contents(cut)).toEqual(before)
      openDatabase({ file: cut, migrations: upgrade() }).close()
      expect(contents(cut)).toEqual(after)
    }
  })

  it('a migration that fails leaves the old version whole', async () => {
    const file = await packedFile()
    const before = contents(file)
    const failing = [...releasedMigrations, 'DROP TABLE settings; SELECT no_such_function();']
    expect(() => openDatabase({ file, migrations: failing })).toThrow('no_such_function')
    expect(contents(file)).toEqual(before)
  })
})
