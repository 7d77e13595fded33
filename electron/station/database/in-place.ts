import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { HowLost } from '../../../shared/contract/file-lost.ts'

/** What would be acknowledged goes into a file that nobody will open again. */
export class DatabaseLostError extends Error {
  constructor(how: HowLost, file: string) {
    super(`the database's file is ${how}: ${file}`)
    this.name = 'DatabaseLostError'
  }
}

/** A file as the disk knows it: as long as somebody has it open, no other gets its number. */
type Seen = { id: string; size: bigint }

const seenAs = new WeakMap<Database, Seen>()

/** Keeps which file a connection has opened; to be called as soon as it has. */
export function noteOpened(db: Database): void {
  const seen = db.memory ? null : look(db.name)
  if (seen !== null) seenAs.set(db, seen)
}

/**
 * Whether the files of an open database are still those that it opened. The system lets a program write to a file that
 * has been deleted or replaced, and SQLite does not ask; so this does, around each commit that is acknowledged: three
 * looks at the folder, microseconds each. None of the files ever shrinks while it is open, so that one that did was cut
 * off. Once lost, the file stays lost: what went on meanwhile is not known. `onLost` is called once, from within
 * whatever asked.
 */
export function createInPlace(db: Database, onLost: (how: HowLost) => void) {
  const { name, memory } = db
  const opened = memory ? [] : [watch(name, seenAs.get(db)), watch(`${name}-wal`), watch(`${name}-shm`)]
  let lost: HowLost | null = null

  function find(): HowLost | null {
    for (const [place, changed] of opened.entries()) {
      const how = changed()
      if (how !== null) return place === 0 ? how : 'torn'
    }
    return null
  }

  /** How the file was lost; null where it is in its place. */
  function ask(): HowLost | null {
    if (lost !== null) return lost
    lost = find()
    if (lost !== null) onLost(lost)
    return lost
  }

  return {
    ask,
    /** Throws where the file is not in its place: what is being done is not to be acknowledged. */
    require(): void {
      const how = ask()
      if (how !== null) throw new DatabaseLostError(how, name)
    },
    /** How it was found to be lost so far, without looking. */
    known: (): HowLost | null => lost,
  }
}

export type InPlace = ReturnType<typeof createInPlace>

/** What has happened to the file since the last time of asking. */
function watch(file: string, opened = look(file)): () => HowLost | null {
  let before = opened
  return () => {
    const now = look(file)
    if (before === null || now === null) return before === now ? null : 'gone'
    if (now.id !== before.id) return 'replaced'
    if (now.size < before.size) return 'torn'
    before = now
    return null
  }
}

/** What cannot be looked at, in a folder that is closed to us say, is as good as gone: no start will find it. */
function look(file: string): Seen | null {
  try {
    const { dev, ino, size } = statSync(file, { bigint: true })
    return { id: `${String(dev)}:${String(ino)}`, size }
  } catch {
    return null
  }
}
