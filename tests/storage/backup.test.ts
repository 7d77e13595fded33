import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeBackup } from '../../electron/station/backup/backup.ts'
import { checkDatabase } from '../../electron/station/backup/check.ts'
import { createDailyBackup } from '../../electron/station/backup/daily-backup.ts'
import { localDay } from '../../electron/station/database/local-day.ts'
import { openWithBackup } from '../../electron/station/backup/open-with-backup.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { createWorld, type World } from '../station/world.ts'
import { copyHere, newFolder, problemOf } from './folder.ts'
import { packedFile } from './history.ts'
import { upgrade } from './upgrade.ts'

const day = 86_400_000
const noon = new Date(2026, 10, 24, 12).getTime()

function backupsOf(world: World, folder: string, copy = copyHere) {
  let now = noon
  let clockAhead = 0
  const due: { at: number; run: () => void }[] = []
  const reports: unknown[] = []
  const backup = createDailyBackup({
    db: world.db,
    folder,
    copy,
    clock: () => now + clockAhead,
    pace: () => now - noon,
    schedule: (ms, run) => {
      const entry = { at: now + ms, run }
      due.push(entry)
      return () => due.splice(due.indexOf(entry), 1)
    },
    report: (_what, error) => reports.push(error),
    onChange: () => undefined,
  })
  /** Moves the clock to the next time something is planned for and lets it run to its end. */
  async function next(): Promise<void> {
    const entry = due.shift()
    if (entry === undefined) throw new Error('nothing is planned')
    now = entry.at
    entry.run()
    await settled()
  }
  async function settled(): Promise<void> {
    await backup.backupIfDue(now + clockAhead).catch(() => undefined)
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  /** Somebody sets the clock; no time passes. */
  const setClock = (ms: number) => {
    clockAhead += ms
  }
  return { backup, due, reports, next, settled, setClock }
}

describe('a backup', () => {
  it('is one sound file that holds every event, taken while packing goes on', async () => {
    const original = await packedFile(1_500)
    const folder = path.dirname(original)
    const world = await createWorld({ file: original })
    const taking = takeBackup(world.db, 'copy.db', { folder: path.join(folder, 'backups'), copy: copyHere })
    let scans = 0
    const packing = (async () => {
      for (; scans < 20; scans += 1) {
        await world.scan('nonsense')
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const file = await taking
    await packing
    expect(readdirSync(path.join(folder, 'backups'))).toEqual(['copy.db'])
    const found = checkDatabase(file)
    const copy = openDatabase({ file })
    const events = 'SELECT * FROM packing_log WHERE seq <= ? ORDER BY seq'
    const end = found.ok ? found.end.seq : 0
    expect(end).toBeGreaterThan(1_500)
    expect(copy.prepare(events).all(end)).toEqual(world.db.prepare(events).all(end))
    copy.close()
    world.db.close()
  })

  it('that is not sound is not kept', async () => {
    const folder = newFolder()
    const world = await createWorld({ file: await packedFile() })
    const broken = takeBackup(world.db, 'copy.db', {
      folder: path.join(folder, 'backups'),
      copy: async (from, to) => {
        await copyHere(from, to)
        truncateSync(to, 8_192)
        return checkDatabase(to)
      },
    })
    await expect(broken).rejects.toThrow('not sound')
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([])
  })

  it('that lacks the last event is not kept', async () => {
    const folder = newFolder()
    const world = await createWorld({ file: await packedFile() })
    const taken = takeBackup(world.db, 'copy.db', {
      folder,
      copy: async (from, to) => {
        const found = await copyHere(from, to)
        return found.ok ? { ...found, end: { ...found.end, seq: found.end.seq - 1 } } : found
      },
    })
    await expect(taken).rejects.toThrow('ends with event')
    expect(existsSync(path.join(folder, 'copy.db'))).toBe(false)
  })
})

describe('the daily backup', () => {
  it('is taken at the start, once a day of the desk’s calendar, and the newest seven are kept', async () => {
    const folder = path.join(newFolder(), 'backups')
    const world = await createWorld({ file: await packedFile() })
    const { backup, next, settled, reports } = backupsOf(world, folder)
    backup.start()
    await settled()
    expect(readdirSync(folder)).toEqual([`packdesk-${localDay(noon)}.db`])
    expect(backup.view()).toEqual({ lastAt: noon, failedAt: null })
    writeFileSync(path.join(folder, 'notes.txt'), 'somebody’s own')
    for (let hour = 0; hour < 24 * 10; hour += 1) await next()
    const kept = Array.from({ length: 7 }, (_, back) => `packdesk-${localDay(noon + (10 - back) * day)}.db`)
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', ...kept].sort())
    expect(reports).toEqual([])
  })

  it.each([-730, -40, 40, 730])(
    'a clock that is wrong by %i days costs no backup, neither of before nor of meanwhile nor of afterwards',
    async (days) => {
      const folder = path.join(newFolder(), 'backups')
      const world = await createWorld({ file: await packedFile() })
      const { backup, next, settled, setClock, reports } = backupsOf(world, folder)
      const dayOf = (n: number) => `packdesk-${localDay(noon + n * day)}.db`
      backup.start()
      await settled()
      for (let hour = 0; hour < 24 * 9; hour += 1) await next()
      const before = readdirSync(folder)
      expect(before).toHaveLength(7)
      setClock(days * day)
      for (let hour = 0; hour < 24 * 9; hour += 1) await next()
      const meanwhile = Array.from({ length: 7 }, (_, back) => dayOf(18 + days - back))
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(meanwhile))
      if (days < 0) expect(readdirSync(folder)).toEqual(expect.arrayContaining(before))
      setClock(-days * day)
      for (let hour = 0; hour < 24; hour += 1) await next()
      expect(readdirSync(folder)).toContain(dayOf(19))
      expect(reports).toEqual([])
    },
  )

  it('is taken after 24 hours under a clock that is set back again and again', async () => {
    const folder = path.join(newFolder(), 'backups')
    const world = await createWorld({ file: await packedFile() })
    let taken = 0
    const { backup, next, settled, setClock } = backupsOf(world, folder, (from, to) => {
      taken += 1
      return copyHere(from, to)
    })
    backup.start()
    await settled()
    for (let hour = 0; hour < 49; hour += 1) {
      await next()
      setClock(-3_600_000)
    }
    expect(taken).toBe(3)
  })

  it('shows when it failed, and tries again within the hour', async () => {
    const folder = path.join(newFolder(), 'backups')
    const world = await createWorld({ file: await packedFile() })
    writeFileSync(folder, 'a file where the folder should be')
    const { backup, next, settled, reports } = backupsOf(world, folder)
    backup.start()
    await settled()
    expect(backup.view()).toEqual({ lastAt: null, failedAt: noon })
    expect(reports).toHaveLength(1)
    rmSync(folder)
    await next()
    expect(backup.view()).toEqual({ lastAt: noon + 3_600_000, failedAt: null })
  })

  it('closing the desk calls it off without a word and leaves nothing half done', async () => {
    const folder = path.join(newFolder(), 'backups')
    const world = await createWorld({ file: await packedFile() })
    let release = (): void => undefined
    let begun = (): void => undefined
    const copying = new Promise<void>((resolve) => {
      begun = resolve
    })
    const { backup, due, reports } = backupsOf(world, folder, async (from, to) => {
      const found = await copyHere(from, to)
      begun()
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return found
    })
    backup.start()
    await copying
    const underWay = backup.backupIfDue(noon)
    backup.stop()
    world.db.close()
    release()
    await expect(underWay).rejects.toThrow()
    await new Promise((resolve) => setImmediate(resolve))
    expect(readdirSync(folder)).toEqual([])
    expect([reports, due]).toEqual([[], []])
  })

  it('what a crash left half done is cleared away by the next one', async () => {
    const folder = path.join(newFolder(), 'backups')
    mkdirSync(folder)
    for (const name of ['packdesk-2026-11-01.db.partial', 'packdesk-2026-11-01.db.partial-journal']) {
      writeFileSync(path.join(folder, name), 'half')
    }
    const world = await createWorld({ file: await packedFile() })
    await backupsOf(world, folder).backup.backupIfDue(noon)
    expect(readdirSync(folder)).toEqual([`packdesk-${localDay(noon)}.db`])
  })
})

describe('opening with backups', () => {
  async function closed(): Promise<{ file: string; backups: { folder: string; copy: typeof copyHere } }> {
    const file = await packedFile()
    return { file, backups: { folder: path.join(path.dirname(file), 'backups'), copy: copyHere } }
  }

  it('a migration is preceded by a backup of the version before; the newest three are kept', async () => {
    const { file, backups } = await closed()
    const before = checkDatabase(file)
    const migrations = [...upgrade()]
    for (let step = 0; step < 5; step += 1) {
      const db = await openWithBackup({ file, migrations: [...migrations] }, backups, noon + step * 1_000)
      db.close()
      migrations.push(`CREATE TABLE later_${String(step)} (a)`)
    }
    const names = readdirSync(backups.folder).sort()
    expect(names).toHaveLength(3)
    const last = checkDatabase(path.join(backups.folder, names.at(-1) ?? ''))
    expect(last).toEqual({ ...before, version: upgrade().length + 3 })
  })

  it('a new database, or one that is up to date, needs none', async () => {
    const { file, backups } = await closed()
    const db = await openWithBackup({ file }, backups, noon)
    db.close()
    expect(existsSync(backups.folder)).toBe(false)
  })

  it('without a sound backup there is no migration', async () => {
    const { file, backups } = await closed()
    const before = checkDatabase(file)
    const bad = { ...backups, copy: () => Promise.resolve({ ok: false as const, why: 'bad', fault: null }) }
    const full = {
      ...backups,
      copy: () => Promise.resolve({ ok: false as const, why: 'full', fault: 'diskFull' as const }),
    }
    expect(await problemOf(() => openWithBackup({ file, migrations: upgrade() }, full, noon))).toBe(
      'diskFull',
    )
    expect(await problemOf(() => openWithBackup({ file, migrations: upgrade() }, bad, noon))).toBe(
      'backupFailed',
    )
    expect(checkDatabase(file)).toEqual(before)
  })

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])('a database that is %s while there are backups is not begun anew', async (_what, lose) => {
    const { file, backups } = await closed()
    mkdirSync(backups.folder)
    const db = openDatabase({ file })
    await takeBackup(db, 'packdesk-2026-11-23.db', backups)
    db.close()
    lose(file)
    expect(await problemOf(() => openWithBackup({ file }, backups, noon))).toBe('databaseMissing')
    expect(existsSync(file) ? checkDatabase(file).ok : false).toBe(false)
  })
})
