import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { rebuildProjections } from '../log/rebuild.ts'
import { makeSelfContained, sidecars } from '../backup/backup.ts'
import { openDatabase } from '../database/open.ts'
import { tables, type KeptTable } from '../database/tables.ts'
import { salvageLog, type SalvagedLog } from './salvage-log.ts'
import { readUpToDate } from './salvage-older.ts'
import { salvageOutbox, type SalvagedOutbox } from './salvage-outbox.ts'
import { salvageOrders, salvagePlain, type Counted } from './salvage-rest.ts'
import { openDamaged } from './salvage-table.ts'

export type Salvaged = {
  log: SalvagedLog
  outbox: SalvagedOutbox
  /** The other tables by name. */
  tables: Record<string, Counted>
  /** Why the file could not be opened as a database at all: then its log was read from the bare pages, and the boxes from the log. */
  unopened: string | null
}

/** Saved in ways of their own; of what else has to be kept each row is taken over as it is. */
const notPlain: readonly KeptTable[] = ['packing_log', 'log_gaps', 'orders', 'intents']
const plainTables = [...tables.truth, ...tables.copied].filter((table) => !notPlain.includes(table))

/**
 * Reads a damaged database as far as it can be read and writes what it held into a new one. The damaged file is not
 * touched: SQLite works on a copy, with the write-ahead log that lies beside it.
 */
export async function salvageDatabase(
  file: string,
  to: string,
  now: number,
  pause: () => Promise<void>,
): Promise<Salvaged> {
  if (!existsSync(file)) throw new Error(`${file} does not exist.`)
  if (existsSync(to)) throw new Error(`${to} exists already: name another file with --to.`)
  mkdirSync(path.dirname(to), { recursive: true })
  const copy = `${to}.reading`
  const unfinished = `${to}.unfinished`
  remove(unfinished)
  remove(copy)
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${copy}${suffix}`)
    }
    const salvaged = await fill(unfinished, copy, now, pause)
    makeSelfContained(unfinished)
    copyFileSync(unfinished, to)
    return salvaged
  } finally {
    remove(unfinished)
    remove(copy)
  }
}

async function fill(to: string, copy: string, now: number, pause: () => Promise<void>): Promise<Salvaged> {
  const target = openDatabase({ file: to })
  try {
    // Before SQLite opens the copy, which moves the write-ahead log's pages.
    const log = salvageLog(copy, target, now)
    const rest = salvageRest(copy, target, now)
    const { firstBreak } = await rebuildProjections(target, { pause })
    if (firstBreak !== null) throw new Error(`the salvaged log breaks at event ${String(firstBreak)}`)
    return { log, ...rest }
  } finally {
    target.close()
  }
}

function salvageRest(copy: string, target: Database, now: number): Omit<Salvaged, 'log'> {
  const damaged = openDamaged(copy)
  try {
    const orders = salvageOrders(readUpToDate(damaged, 'orders'), target)
    const saved: Record<string, Counted> = { orders }
    for (const table of plainTables) {
      saved[table] = salvagePlain(table, readUpToDate(damaged, table), target)
    }
    if (orders.lost !== 0) forgetPull(target)
    const outbox = salvageOutbox(readUpToDate(damaged, 'intents'), target, now)
    return { outbox, tables: saved, unopened: damaged.why }
  } finally {
    damaged.close()
  }
}

/** How far the pull had got says nothing of orders that are lost: the store's lists are gone through from their start. */
function forgetPull(target: Database): void {
  target.prepare("DELETE FROM settings WHERE key = 'sweep'").run()
}

function remove(file: string): void {
  for (const suffix of sidecars) rmSync(`${file}${suffix}`, { force: true })
}
