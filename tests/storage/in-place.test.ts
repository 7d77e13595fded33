import { copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createInPlace, DatabaseLostError } from '../../electron/station/database/in-place.ts'
import { openDatabase, type Database } from '../../electron/station/database/open.ts'
import { copyHere, newFolder } from './folder.ts'

/** An open database with something in its write-ahead log, and what was heard of its file. */
function opened() {
  const folder = path.join(newFolder(), 'data')
  const file = path.join(folder, 'packdesk.db')
  const db = openDatabase({ file })
  const heard: string[] = []
  const inPlace = createInPlace(db, (how) => heard.push(how))
  return { folder, file, db, heard, inPlace }
}

const put = (db: Database, key: string, size = 1) =>
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(key, JSON.stringify('x'.repeat(size)))

describe('the file of an open database', () => {
  it('is in its place while it is written to, checkpointed, backed up and read by others', async () => {
    const { folder, file, db, heard, inPlace } = opened()
    for (let n = 0; n < 40; n += 1) {
      put(db, `k${String(n)}`, 200_000)
      expect(inPlace.ask()).toBeNull()
    }
    db.prepare('DELETE FROM settings').run()
    db.pragma('wal_checkpoint(RESTART)')
    put(db, 'after')
    expect(inPlace.ask()).toBeNull()
    await copyHere(file, path.join(folder, 'copy.db'))
    expect(inPlace.ask()).toBeNull()
    const other = openDatabase({ file })
    put(other, 'other')
    other.close()
    inPlace.require()
    expect(heard).toEqual([])
    db.close()
  })

  it.each<[string, string, (at: ReturnType<typeof opened>) => void]>([
    ['deleted', 'gone', ({ file }) => rmSync(file)],
    ['moved elsewhere with its folder', 'gone', ({ folder }) => renameSync(folder, `${folder}-moved`)],
    [
      'in a folder that is a file now',
      'gone',
      ({ folder }) => {
        renameSync(folder, `${folder}-moved`)
        writeFileSync(folder, '')
      },
    ],
    [
      'replaced by a copy of itself',
      'replaced',
      ({ file }) => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
    [
      'deleted and made anew',
      'replaced',
      ({ file }) => {
        rmSync(file)
        writeFileSync(file, '')
      },
    ],
    [
      'in a folder that another has taken the place of',
      'gone',
      ({ folder }) => {
        renameSync(folder, `${folder}-moved`)
        mkdirSync(folder)
      },
    ],
    ['emptied', 'torn', ({ file }) => truncateSync(file, 0)],
    ['without its write-ahead log', 'torn', ({ file }) => rmSync(`${file}-wal`)],
    ['with a write-ahead log cut off', 'torn', ({ file }) => truncateSync(`${file}-wal`, 4_096)],
    ['without its shared index', 'torn', ({ file }) => rmSync(`${file}-shm`)],
    [
      'with another write-ahead log',
      'torn',
      ({ file }) => {
        copyFileSync(`${file}-wal`, `${file}-wal.copy`)
        renameSync(`${file}-wal.copy`, `${file}-wal`)
      },
    ],
  ])('%s, is lost, and that is told once', (_what, how, lose) => {
    const at = opened()
    put(at.db, 'before', 10_000)
    expect(at.inPlace.ask()).toBeNull()
    lose(at)
    expect(at.inPlace.known()).toBeNull()
    expect(at.inPlace.ask()).toBe(how)
    expect(() => {
      at.inPlace.require()
    }).toThrow(DatabaseLostError)
    expect(at.inPlace.known()).toBe(how)
    expect(at.heard).toEqual([how])
    at.db.close()
  })

  it('stays lost once it was, whatever is put back', () => {
    const { folder, db, inPlace } = opened()
    renameSync(folder, `${folder}-moved`)
    expect(inPlace.ask()).toBe('gone')
    renameSync(`${folder}-moved`, folder)
    expect(inPlace.ask()).toBe('gone')
    db.close()
  })

  it('is the one that was opened, not the one that is there by the time the desk is put together', () => {
    const file = path.join(newFolder(), 'packdesk.db')
    const db = openDatabase({ file })
    copyFileSync(file, `${file}.copy`)
    renameSync(`${file}.copy`, file)
    expect(createInPlace(db, () => undefined).ask()).toBe('replaced')
    db.close()
  })

  it('is none where the database is in memory', () => {
    const db = openDatabase({ file: ':memory:' })
    const inPlace = createInPlace(db, () => undefined)
    expect(inPlace.ask()).toBeNull()
    db.close()
  })
})
