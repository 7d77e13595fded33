import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { readAnchor } from '../../electron/station/anchor/anchor-text.ts'
import { readEnd } from '../../electron/station/log/log-chain.ts'
import { ordersChanged } from './ledger.ts'
import type { World } from './life.ts'
import type { Memory } from './memory.ts'

/** The database as it was after a kill, and what the packer had been told by then. */
interface KeptFile {
  readonly file: string
  /** The last event of its log. */
  readonly end: number
  readonly ledger: Memory['ledger']
  readonly inFlight: Memory['inFlight']
  readonly acknowledged: number
}

/** Keeps the closed database, as one file; where the desk died before there was a log, there is nothing to keep. */
function keepFile(deskDir: string, keptDir: string, number: number, memory: Memory): KeptFile | null {
  const [from, file] = [join(deskDir, 'packdesk.db'), join(keptDir, `${String(number)}.db`)]
  if (!existsSync(from)) return null
  mkdirSync(keptDir, { recursive: true })
  for (const part of ['', '-wal']) {
    if (existsSync(`${from}${part}`)) copyFileSync(`${from}${part}`, `${file}${part}`)
  }
  const db = new Sqlite(file)
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'packing_log'").get() === undefined) return null
    const { ledger, inFlight, acknowledged } = memory
    return { file, end: readEnd(db).seq, ledger, inFlight, acknowledged }
  } finally {
    db.close()
  }
}

/**
 * Puts an older file in the database's place, the anchor kept: the one of so many kills ago, or the nearest before it that
 * the anchor knows to be older. What has been packed since is nothing that the packer may expect of the desk any more, but
 * the desk has to say so. Answers how many of the kept files are still of the past; null where none of them is older.
 */
function putOldFileBack(
  deskDir: string,
  kept: readonly KeptFile[],
  back: number,
  memory: Memory,
): number | null {
  const anchorFile = join(deskDir, 'anchor.json')
  const anchor = existsSync(anchorFile) ? readAnchor(readFileSync(anchorFile, 'utf8')) : null
  const newest = kept.at(-1)
  if (anchor === null || newest === undefined) return null
  const past = kept.slice(0, Math.max(0, kept.length - back))
  const index = past.findLastIndex(({ end }) => end < anchor.seq)
  const old = past[index]
  if (old === undefined) return null
  const file = join(deskDir, 'packdesk.db')
  mkdirSync(dirname(file), { recursive: true })
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
  copyFileSync(old.file, file)

  for (const orderNo of ordersChanged(old.ledger, memory.ledger, memory.inFlight?.action ?? null)) {
    memory.knownToStore.add(orderNo)
    memory.leftAlone.add(orderNo)
  }
  memory.saidMissing += memory.acknowledged - old.acknowledged
  memory.eventsMissing += newest.end - old.end
  memory.doubt = { missing: anchor.seq - old.end, goOnAsked: false }
  memory.ledger = old.ledger
  memory.inFlight = old.inFlight
  return index + 1
}

/** The desk's past: its database as it was after each kill, to be put back. */
export function createPast({ dataDir, memory }: World, keptDir: string) {
  let kept: KeptFile[] = []
  return {
    keep(number: number): void {
      const file = memory.doubt === null ? keepFile(dataDir, keptDir, number, memory) : null
      if (file !== null) kept.push(file)
    },
    /** Whether there was an older file to put back. */
    putBack(back: number): boolean {
      if (memory.doubt !== null) return false
      const left = putOldFileBack(dataDir, kept, back, memory)
      if (left !== null) kept = kept.slice(0, left)
      return left !== null
    },
  }
}
