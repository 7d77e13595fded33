import type { FileLostView, HowLost } from '../../../shared/contract/file-lost.ts'
import type { AnchorKeeper } from '../anchor/anchor.ts'
import { DatabaseLostError, type InPlace } from '../database/in-place.ts'
import type { Clock, Report, Schedule } from '../ports.ts'

export type LostFileParts = {
  inPlace: Pick<InPlace, 'ask'>
  /** Where the database was opened. */
  file: string
  clock: Clock
  schedule: Schedule
  report: Report
  anchor: Pick<AnchorKeeper, 'hold'>
  /** Copies what is still open to where people find it, and answers with the file. */
  rescue: () => string
  onChange: () => void
}

/** Milliseconds: how often the file is looked for while nobody scans, and how often a copy is tried that failed. */
const lookEveryMs = 1_000
const copyAgainMs = 60_000

/**
 * Looks after the database's file in the background, and sees to what was accepted once it is lost: all of it is copied
 * from the connection that still has it open, and the anchor is told where it ended, so that a start on anything older
 * knows that something is missing.
 */
export function createLostFile(parts: LostFileParts) {
  const { inPlace, file, clock, schedule, report, anchor, rescue, onChange } = parts
  let view: FileLostView | null = null
  let timer: (() => void) | null = null

  function look(): void {
    if (inPlace.ask() === null) timer = schedule(lookEveryMs, look)
  }

  function copy(lost: FileLostView): void {
    if (lost.copy !== null) return
    try {
      view = { ...lost, copy: rescue() }
      report('database', `a whole copy is kept as ${view.copy ?? ''}`)
    } catch (error) {
      report('database', error)
    }
  }

  function keep(): void {
    if (view === null) return
    copy(view)
    onChange()
    if (view.copy === null) timer = schedule(copyAgainMs, keep)
  }

  return {
    view: (): FileLostView | null => view,
    start: look,
    /** Has just been noticed, in the midst of a transaction perhaps: what is to be done is done right after that. */
    noticed(how: HowLost): void {
      view = { how, since: clock(), copy: null }
      report('database', new DatabaseLostError(how, file))
      timer?.()
      timer = schedule(0, () => {
        keep()
        anchor.hold().catch((error: unknown) => {
          report('anchor', error)
        })
      })
    },
    /** Before the database is closed, after which no copy can be made any more. */
    stop(): void {
      timer?.()
      inPlace.ask()
      timer?.()
      if (view !== null) copy(view)
    },
  }
}
