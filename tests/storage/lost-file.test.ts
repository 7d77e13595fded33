import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorIn } from '../../electron/main/anchor-file.ts'
import { makeSelfContained } from '../../electron/station/backup/backup.ts'
import { checkDatabase } from '../../electron/station/backup/check.ts'
import { openWithBackup } from '../../electron/station/backup/open-with-backup.ts'
import { rescueOpen } from '../../electron/station/backup/rescue.ts'
import { DatabaseLostError } from '../../electron/station/database/in-place.ts'
import type { Database } from '../../electron/station/database/open.ts'
import { readEnd } from '../../electron/station/log/log-chain.ts'
import { createAnchorInMemory } from '../station/anchor-in-memory.ts'
import { a, b, boxOne, boxTwo, guide, shipped, twoParcels, writesTo } from '../station/guide.ts'
import { createWorld, type World, type WorldOptions } from '../station/world.ts'
import { copyHere, newFolder, problemOf } from './folder.ts'

const now = Date.UTC(2026, 10, 24, 0, 0, 0)

/** A desk on disk that keeps what it can where its file is lost. */
async function deskOnDisk(options: WorldOptions = {}) {
  const folder = path.join(newFolder(), 'data')
  const file = path.join(folder, 'packdesk.db')
  const backups = path.join(folder, 'backups')
  const anchor = Object.assign(createAnchorInMemory(), anchorIn(folder))
  const rescue = (db: Database) => rescueOpen(db, now, { folder: backups })
  const world = await createWorld({ file, anchor, rescue, ...options })
  const lost = async () => (await world.snapshot()).fileLost
  const isRefused = (call: () => unknown) =>
    expect(Promise.resolve().then(call)).rejects.toThrow(DatabaseLostError)
  return { folder, file, backups, world, lost, isRefused }
}

describe('the database’s file is lost while the desk runs', () => {
  it('a scan is not accepted, nothing moves, all that was accepted is copied, and the copy is gone on from', async () => {
    const { file, world, lost, isRefused } = await deskOnDisk()
    await world.scanAll(guide, a)
    const before = (await world.snapshot()).desk
    rmSync(file)
    await isRefused(() => world.scan(b))
    expect((await world.snapshot()).desk).toEqual(before)
    await world.advance(0)
    const copy = (await lost())?.copy ?? ''
    expect(await lost()).toMatchObject({ how: 'gone' })
    expect(path.basename(copy)).toBe('packdesk-2026-11-24T000000Z-rescued.db')
    expect(world.reports).toEqual([
      `database: the database's file is gone: ${file}`,
      `database: a whole copy is kept as ${copy}`,
    ])
    await expect(world.scan(b)).rejects.toThrow()
    await world.restartOn(copyOf(copy))
    const { desk, doubt, fileLost } = await world.snapshot()
    expect([doubt, fileLost]).toEqual([null, null])
    expect(desk?.boxes.map(({ contents }) => contents)).toEqual(before?.boxes.map(({ contents }) => contents))
    expect(await world.scan(b)).toMatchObject({ kind: 'itemScanned' })
    world.end()
  })

  it('before a commit: nothing of it is written', async () => {
    let lose: (() => void) | null = null
    const { file, world, isRefused } = await deskOnDisk({ reached: () => lose?.() })
    await world.scanAll(guide, a)
    const [{ desk }, end] = [await world.snapshot(), readEnd(world.db)]
    lose = () => {
      rmSync(file)
    }
    await isRefused(() => world.scan(b))
    expect([(await world.snapshot()).desk, readEnd(world.db)]).toEqual([desk, end])
    world.end()
  })

  it('in the midst of a commit: it is not acknowledged, and the state in memory does not move', async () => {
    let lose: (() => void) | null = null
    const { file, world, isRefused } = await deskOnDisk({ wrap: (db) => afterCommits(db, () => lose?.()) })
    await world.scanAll(guide, a)
    const { desk } = await world.snapshot()
    lose = () => {
      rmSync(file)
    }
    await isRefused(() => world.scan(b))
    expect((await world.snapshot()).desk).toEqual(desk)
    world.end()
  })

  it.each<[string, (methods: World['station']['methods']) => unknown]>([
    ['a scan that is turned down', ({ scan }) => scan({ code: 'nonsense' })],
    ['a setting', ({ changeSettings }) => changeSettings({ deskName: '3번' })],
    ['a person', ({ addPerson }) => addPerson({ name: '이바다', role: 'packer', pin: null })],
  ])('%s: no word of it', async (_what, call) => {
    const { file, world, isRefused } = await deskOnDisk()
    rmSync(file)
    await isRefused(() => call(world.station.methods))
    world.end()
  })

  it('while nobody scans: it is noticed within a second, and what waits is not sent', async () => {
    const { file, world, lost } = await deskOnDisk()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    world.mendNetwork()
    rmSync(file)
    const before = writesTo(world).length
    await world.advance(1_000)
    expect(await lost()).toMatchObject({ how: 'gone' })
    world.cutNetwork()
    await world.station.methods.pullNow({})
    world.mendNetwork()
    await world.station.methods.pullNow({})
    await world.advance(60_000)
    expect(writesTo(world).length).toBe(before)
    // It is not even tried: once at the most, by what had begun when it was noticed.
    expect(world.reports.filter((line) => line.startsWith('outbox')).length).toBeLessThan(2)
    world.end()
  })

  it('just before a box is told of: nothing goes out', async () => {
    const { file, world } = await deskOnDisk()
    await world.scanAll(...boxOne)
    const before = writesTo(world).length
    rmSync(file)
    await world.advance(0)
    expect(writesTo(world).length).toBe(before)
    world.end()
  })

  it('an older copy in its place is in doubt at the next start, with the number of what is missing', async () => {
    const { file, world, lost } = await deskOnDisk()
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    const older = copyOf(file)
    await world.scanAll(...boxTwo.slice(0, -1))
    const { seq } = readEnd(world.db)
    renameSync(copyOf(file), file)
    await world.advance(1_000)
    expect(await lost()).toMatchObject({ how: 'replaced' })
    await world.restartOn(older)
    expect((await world.snapshot()).doubt).toMatchObject({
      kind: 'older',
      missing: seq - readEnd(world.db).seq,
    })
    world.end()
  })

  it('the copy that was made then is the last there was: it is in no doubt, and the second box goes out', async () => {
    const { file, world, lost } = await deskOnDisk()
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    await world.scanAll(...boxTwo)
    rmSync(file)
    await world.advance(1_000)
    await world.restartOn(copyOf((await lost())?.copy ?? ''))
    expect((await world.snapshot()).doubt).toBeNull()
    await world.advance(60_000)
    expect(shipped(world)).toEqual(twoParcels)
    world.end()
  })

  it('what it leaves beside does no harm to the copy that is put in its place', async () => {
    const { file, world, lost } = await deskOnDisk()
    // Pages that are free no more once it is copied: the log beside is written for other places.
    world.db.exec('CREATE TABLE wide (x); INSERT INTO wide VALUES (zeroblob(400000)); DROP TABLE wide')
    await world.scanAll(...boxOne)
    world.db.pragma('wal_checkpoint(RESTART)')
    await world.scanAll(...boxTwo)
    rmSync(file)
    await world.advance(1_000)
    const end = readEnd(world.db)
    await expect(world.scan('nonsense')).rejects.toThrow()
    copyFileSync((await lost())?.copy ?? '', file)
    const left = copyOf(file)
    expect(checkDatabase(left)).toMatchObject({ ok: true, end })
    world.end()
  })

  it('the file that was moved away is complete by itself, without what lies where it was', async () => {
    const { file, world } = await deskOnDisk()
    await world.scanAll(...boxOne)
    const moved = path.join(newFolder(), 'packdesk.db')
    renameSync(file, moved)
    await world.advance(1_000)
    const end = readEnd(world.db)
    world.end()
    expect(checkDatabase(moved)).toMatchObject({ ok: true, end })
  })

  it('where no copy can be made, it is tried again until one is', async () => {
    const { folder, world, lost } = await deskOnDisk()
    await world.scanAll(guide, a)
    renameSync(folder, `${folder}-moved`)
    writeFileSync(folder, '')
    await world.advance(1_000)
    expect(await lost()).toMatchObject({ how: 'gone', copy: null })
    rmSync(folder)
    await world.advance(60_000)
    const copy = (await lost())?.copy ?? ''
    expect(checkDatabase(copy)).toMatchObject({ ok: true, end: readEnd(world.db) })
    await world.advance(180_000)
    expect(readdirSync(path.dirname(copy))).toEqual([path.basename(copy)])
    world.end()
  })

  it('where the desk is closed before anybody has noticed, the copy is made on the way out', async () => {
    const { file, backups, world } = await deskOnDisk()
    await world.scanAll(guide, a)
    rmSync(file)
    world.station.stop()
    expect(readdirSync(backups)).toHaveLength(1)
    world.end()
  })

  it('no start begins anew where such a copy lies', async () => {
    const { file, backups, world } = await deskOnDisk()
    rmSync(file)
    await world.advance(1_000)
    world.end()
    const parts = { folder: backups, copy: copyHere }
    expect(await problemOf(() => openWithBackup({ file }, parts, now))).toBe('databaseMissing')
  })
})

/** A database that says when a transaction has been committed. */
const afterCommits = (db: Database, committed: () => void): Database =>
  new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args)
        if (name !== 'transaction' || typeof result !== 'function') return result
        return Object.assign((): unknown => Reflect.apply(result, target, []), {
          immediate: (): unknown => {
            const immediate: unknown = Reflect.get(result, 'immediate')
            const done: unknown =
              typeof immediate === 'function' ? Reflect.apply(immediate, result, []) : null
            committed()
            return done
          },
        })
      }
    },
  })

/** The database as it lies there now, as one file elsewhere. */
function copyOf(file: string): string {
  const copy = path.join(newFolder(), 'packdesk.db')
  for (const part of ['', '-wal'])
    if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`)
  makeSelfContained(copy)
  return copy
}
