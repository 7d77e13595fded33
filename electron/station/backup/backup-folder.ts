import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { localDay, stampOf } from '../database/local-day.ts'

const dailiesKept = 7
const beforeMigrationKept = 3

const daily = /^packdesk-\d{4}-\d{2}-\d{2}\.db$/
/** Copies of a database whose file was lost while it was open: nobody but a person deletes one. */
const rescued = /^packdesk-.+-rescued\.db$/

const beforeMigration = /^packdesk-.+-before-version-\d+\.db$/

export const dailyName = (at: number): string => `packdesk-${localDay(at)}.db`

export const rescuedName = (at: number): string => `packdesk-${stampOf(at)}-rescued.db`

export const beforeMigrationName = (at: number, to: number): string =>
  `packdesk-${stampOf(at)}-before-version-${String(to)}.db`

export type Backups = { dailies: string[]; beforeMigration: string[]; rescued: string[] }

/** The backups in a folder by name, oldest first; none where there is no folder. */
export async function listBackups(folder: string): Promise<Backups> {
  const names = (await readFolder(folder)).sort()
  return {
    dailies: names.filter((name) => daily.test(name)),
    beforeMigration: names.filter((name) => beforeMigration.test(name)),
    rescued: names.filter((name) => rescued.test(name)),
  }
}

/** What a backup that was broken off has left. */
const unfinished = /^packdesk-.+\.db\.partial(-.+)?$/

/**
 * All but the newest. Those of a time to come were made under a clock that was wrong, then or now, and are counted by
 * themselves: whichever it was, they push none of the others out, and what was made just now stays.
 */
function tooMany(names: readonly string[], kept: number, nameNow: string): string[] {
  const [past, toCome] = [names.filter((name) => name <= nameNow), names.filter((name) => name > nameNow)]
  return [...past.slice(0, -kept), ...toCome.slice(0, -kept)]
}

/** Deletes all but the newest backups of each kind and what was left unfinished, and nothing else. */
export async function pruneBackups(folder: string, now: number): Promise<void> {
  const found = await listBackups(folder)
  const leftOver = (await readFolder(folder)).filter((name) => unfinished.test(name))
  const old = [
    ...tooMany(found.dailies, dailiesKept, dailyName(now)),
    ...tooMany(found.beforeMigration, beforeMigrationKept, `packdesk-${stampOf(now)}-before-version-~`),
  ]
  for (const name of [...old, ...leftOver]) await rm(path.join(folder, name), { force: true })
}

async function readFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
