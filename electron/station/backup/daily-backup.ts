import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupView } from '../../../shared/contract/snapshot.ts'
import type { Clock, Pace, Report, Schedule } from '../ports.ts'
import { dailyName, listBackups, pruneBackups } from './backup-folder.ts'
import { takeBackup, type BackupParts } from './backup.ts'

export type DailyBackupParts = BackupParts & {
  db: Database
  clock: Clock
  pace: Pace
  schedule: Schedule
  report: Report
  /** Something the window shows of it has changed. */
  onChange: () => void
}

/** How often it is asked whether a backup is due: a failed one is tried again as soon as this. */
const askEveryMs = 3_600_000

/** However the clock is set meanwhile, there is one after so long. */
const dayMs = 24 * 3_600_000

/** One verified backup a day of the desk's calendar and at least every 24 hours, the first one as soon as the desk starts. */
export function createDailyBackup(parts: DailyBackupParts) {
  const { db, folder, clock, pace, schedule, report, onChange } = parts
  let view: BackupView = { lastAt: null, failedAt: null }
  let running: Promise<string | null> | null = null
  let timer: (() => void) | null = null
  let stopped = false
  /** When the last was made, or when there was one at the start. */
  let madeAt = pace()

  function show(change: Partial<BackupView>): void {
    view = { ...view, ...change }
    if (!stopped) onChange()
  }

  async function backUp(now: number): Promise<string | null> {
    const name = dailyName(now)
    const { dailies } = await listBackups(folder)
    const last = dailies.findLast((each) => each <= name) ?? dailies.at(-1)
    if (last !== undefined) show({ lastAt: (await stat(path.join(folder, last))).mtimeMs })
    if (dailies.includes(name) && pace() - madeAt < dayMs) return null
    const file = await takeBackup(db, name, parts)
    madeAt = pace()
    await pruneBackups(folder, now)
    show({ lastAt: now, failedAt: null })
    return file
  }

  /** Takes today's backup unless there is one; answers with its path, or null where there was nothing to do. */
  function backupIfDue(now: number): Promise<string | null> {
    running ??= backUp(now).finally(() => {
      running = null
    })
    return running
  }

  function ask(): void {
    backupIfDue(clock())
      .catch((error: unknown) => {
        // Closing the database calls a backup off; the next start takes it up again.
        if (stopped) return
        report('backup', error)
        show({ failedAt: clock() })
      })
      .finally(() => {
        if (!stopped) timer = schedule(askEveryMs, ask)
      })
      .catch((error: unknown) => {
        report('backup', error)
      })
  }

  return {
    backupIfDue,
    view: (): BackupView => view,
    /** Asks whether a backup is due, now and every hour. */
    start: ask,
    /** Call before closing the database. */
    stop(): void {
      stopped = true
      timer?.()
    },
  }
}
