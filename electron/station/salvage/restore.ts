import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { doubtRestored } from '../anchor/doubt.ts'
import { makeSelfContained, sidecars } from '../backup/backup.ts'
import { handOutboxToPerson } from './cautious-outbox.ts'
import { checkDatabase } from '../backup/check.ts'
import { stampOf } from '../database/local-day.ts'
import { releasedMigrations } from '../database/migrations.ts'
import { openDatabase } from '../database/open.ts'
import { storageFaultOf } from '../database/storage-fault.ts'

/** Why nothing was restored, in words for the person who asked; everything is as it was. */
class RestoreError extends Error {
  readonly kind: 'notSound' | 'newer' | 'inUse'

  constructor(kind: RestoreError['kind'], message: string) {
    super(message)
    this.name = 'RestoreError'
    this.kind = kind
  }
}

export type Restored = {
  events: number
  /** Where the database that was there is now; null where there was none. */
  movedTo: string | null
  /** Boxes that were not confirmed at the time of the backup: a person has to look at each. */
  toLookAt: number
}

/** Puts a sound copy of `from` in the place of the database `file`, which is moved aside with all that belongs to it. */
export async function restoreDatabase(from: string, file: string, now: number): Promise<Restored> {
  const found = checkDatabase(from)
  if (!found.ok) throw new RestoreError('notSound', `${from} is not a sound database: ${found.why}`)
  if (found.version > releasedMigrations.length) {
    throw new RestoreError('newer', `${from} was written by a newer version of the app`)
  }
  requireUnused(file)
  const arriving = `${file}.arriving`
  await mkdir(path.dirname(file), { recursive: true })
  for (const suffix of sidecars) await rm(`${arriving}${suffix}`, { force: true })
  await copyFile(from, arriving)
  const toLookAt = prepare(arriving, now)
  const copied = checkDatabase(arriving)
  if (!copied.ok || copied.end.hash !== found.end.hash)
    throw new RestoreError('notSound', `${from} could not be copied`)
  await sync(arriving)
  const movedTo = await moveAside(file, now)
  await rename(arriving, file)
  return { events: found.events, movedTo, toLookAt }
}

/** Brings the copy up to date; what it promised is not sent before the store has been read again and a person has looked. */
function prepare(file: string, now: number): number {
  const db = openDatabase({ file })
  try {
    doubtRestored(db, now)
    return handOutboxToPerson(db, now)
  } finally {
    db.close()
    makeSelfContained(file)
  }
}

/** The app holds a lock on its database for as long as it runs; a damaged one that nobody holds may be replaced. */
function requireUnused(file: string): void {
  if (!existsSync(file)) return
  const db = new Sqlite(file, { timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; ROLLBACK')
  } catch (error) {
    const fault = storageFaultOf(error)
    if (fault === 'databaseLocked') throw new RestoreError('inUse', 'Packdesk is running: close it first.')
    if (fault !== 'databaseDamaged') throw error
  } finally {
    db.close()
  }
}

async function moveAside(file: string, now: number): Promise<string | null> {
  const present = sidecars.filter((suffix) => existsSync(`${file}${suffix}`))
  if (present.length === 0) return null
  const aside = `${file}.replaced-${stampOf(now)}`
  for (const suffix of present) await rename(`${file}${suffix}`, `${aside}${suffix}`)
  return aside
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
