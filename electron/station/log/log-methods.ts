import type { ExportedLog, LogCheck, LogRebuild } from '../../../shared/contract/log.ts'
import type { Database } from '../database/open.ts'
import type { Clock, SaveExport, Schedule } from '../ports.ts'
import { exportLog, type ExportRequest } from './log-export.ts'
import { verifyLog, type Progress } from './log-verify.ts'
import { rebuildProjections } from './rebuild.ts'

export type LogMethodParts = {
  db: Database
  clock: Clock
  schedule: Schedule
  /** The app's version, for the files; null where there is no app. */
  app: string | null
  saveExport: SaveExport
  /** A rebuild has got further. */
  onProgress: () => void
  /** The tables that are read from the log were made anew. */
  onRebuilt: () => void
}

/** What a person can ask of the packing log as a whole. Each takes its time and lets scans in between. */
export function createLogMethods(parts: LogMethodParts) {
  const { db, clock, schedule, app, saveExport, onProgress, onRebuilt } = parts
  let rebuilding: Progress | null = null
  let running: Promise<LogRebuild> | null = null
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      schedule(0, resolve)
    })

  /** In hundredths: a snapshot for every slice would be more work than the slice. */
  function show(progress: Progress | null): void {
    const moved = percentOf(progress) !== percentOf(rebuilding)
    rebuilding = progress
    if (moved) onProgress()
  }

  return {
    rebuilding: (): Progress | null => rebuilding,
    methods: {
      /** One at a time: who asks while one is running gets its result. */
      rebuild(): Promise<LogRebuild> {
        running ??= rebuildProjections(db, { pause, progress: show }).finally(() => {
          running = null
          onRebuilt()
          show(null)
        })
        return running
      },
      verifyLog: (): Promise<LogCheck> => verifyLog(db, { pause }),
      async exportLog({ what }: { what: ExportRequest }): Promise<ExportedLog> {
        const found = await exportLog(what, { db, pause, now: clock(), app })
        return found === null
          ? { path: null, events: 0 }
          : { path: await saveExport(found.name, found.text), events: found.events }
      },
    },
  }
}

export type LogMethods = ReturnType<typeof createLogMethods>['methods']

const percentOf = (progress: Progress | null): number | null =>
  progress === null ? null : Math.floor((progress.done * 100) / Math.max(progress.total, 1))
