import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { takeBackup } from '../../electron/station/backup/backup.ts'
import { checkDatabase } from '../../electron/station/backup/check.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { restoreDatabase } from '../../electron/station/salvage/restore.ts'
import { createWorld } from '../station/world.ts'
import { copyHere } from './folder.ts'
import { packedFile } from './history.ts'
import { runScript } from './script.ts'

const now = Date.UTC(2026, 10, 25)

/** A desk's folder with a backup, and one more order packed since. */
async function deskWithBackup() {
  const file = await packedFile()
  const db = openDatabase({ file })
  const backup = await takeBackup(db, 'packdesk-2026-11-24.db', {
    folder: path.join(path.dirname(file), 'backups'),
    copy: copyHere,
  })
  db.close()
  const world = await createWorld({ file, start: false })
  await world.scan('nonsense')
  world.db.close()
  return { file, backup, folder: path.dirname(file) }
}

describe('restoring a backup', () => {
  it('puts it in place of the database, which is kept, and the desk opens it', async () => {
    const { file, backup, folder } = await deskWithBackup()
    const present = readFileSync(file)
    const { events, movedTo } = await restoreDatabase(backup, file, now)
    expect(readFileSync(movedTo ?? '')).toEqual(present)
    const found = checkDatabase(file)
    expect(found).toMatchObject({ ok: true, events })
    expect(found).toEqual(checkDatabase(backup))
    openDatabase({ file }).close()
    expect(readdirSync(folder).filter((name) => name.includes('arriving'))).toEqual([])
  })

  it('sends no box again that may have been shipped since: a person looks first', async () => {
    const { file, backup } = await deskWithBackup()
    const { toLookAt } = await restoreDatabase(backup, file, now)
    expect(toLookAt).toBe(3)
    const world = await createWorld({ file })
    await world.advance(60_000)
    expect(world.calls.filter(({ method }) => method === 'PATCH')).toEqual([])
    expect((await world.snapshot()).doubt).toMatchObject({ kind: 'restored', isRead: true })
    const unsent = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(unsent.map(({ dispatch }) => [dispatch.state, dispatch.problem?.kind])).toEqual(
      Array.from({ length: 3 }, () => ['needsPerson', 'cannotTell']),
    )
    world.db.close()
  })

  it('works where the database is gone, and where it is damaged', async () => {
    const { file, backup } = await deskWithBackup()
    const lost = `${file}.lost`
    expect(await restoreDatabase(backup, lost, now)).toMatchObject({ movedTo: null })
    expect(checkDatabase(lost).ok).toBe(true)
    const damaged = Buffer.from('no database at all'.repeat(1_000))
    writeFileSync(file, damaged)
    const { movedTo } = await restoreDatabase(backup, file, now)
    expect(readFileSync(movedTo ?? '')).toEqual(damaged)
    expect(checkDatabase(file).ok).toBe(true)
  })

  it.each([
    ['an idle desk', 'SELECT 1'],
    ['a desk that is writing', 'BEGIN IMMEDIATE'],
  ])('refuses while %s has the database open', async (_what, statement) => {
    const { file, backup, folder } = await deskWithBackup()
    const before = readdirSync(folder).sort()
    const desk = openDatabase({ file })
    desk.exec(statement)
    await expect(restoreDatabase(backup, file, now)).rejects.toMatchObject({ kind: 'inUse' })
    desk.close()
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  it('refuses a backup that is damaged, or from a newer version, and changes nothing', async () => {
    const { file, backup } = await deskWithBackup()
    const present = readFileSync(file)
    const newer = `${backup}.newer`
    copyFileSync(backup, newer)
    const db = new Sqlite(newer)
    db.pragma('user_version = 999')
    db.close()
    await expect(restoreDatabase(newer, file, now)).rejects.toMatchObject({ kind: 'newer' })
    writeFileSync(backup, readFileSync(backup).subarray(0, 20_000))
    await expect(restoreDatabase(backup, file, now)).rejects.toMatchObject({ kind: 'notSound' })
    expect(readFileSync(file)).toEqual(present)
  })
})

describe('npm run restore', () => {
  it('finds the data folder that the backup lies in', async () => {
    const { file, backup } = await deskWithBackup()
    const ran = await runScript('restore', backup)
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(ran.output).toContain('What was there is kept as')
    expect(checkDatabase(file)).toEqual(checkDatabase(backup))
  })

  it('refuses while another process has the database open', async () => {
    const { file, backup } = await deskWithBackup()
    const holder = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-open.ts'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    const refused = await runScript('restore', backup)
    expect(refused.code).toBe(1)
    expect(refused.errors).toContain('is running')
    holder.stdin.end()
    await new Promise((resolve) => holder.once('exit', resolve))
    expect(await runScript('restore', backup)).toMatchObject({ code: 0 })
  })

  it('asks where a file belongs that is in no backups folder', async () => {
    const { file, folder } = await deskWithBackup()
    const ran = await runScript('restore', file)
    expect(ran.code).toBe(1)
    expect(ran.errors).toContain('--data')
    const elsewhere = path.join(folder, 'other')
    expect(await runScript('restore', file, '--data', elsewhere)).toMatchObject({ code: 0 })
    expect(existsSync(path.join(elsewhere, 'packdesk.db'))).toBe(true)
  })
})
