import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBookCsv } from '../../electron/station/catalog/barcode-book.ts'
import type { Stage } from '../lib/launch.ts'
import { rootDir } from '../lib/paths.ts'
import { auditLog, auditStore, auditWrites } from './audit.ts'
import type { Difference } from './compare.ts'
import type { Dice } from './dice.ts'
import type { KillKind, KillPlan } from './kill-plan.ts'
import { lastLife, live, type World } from './life.ts'
import { newMemory } from './memory.ts'
import type { PackerMind } from './packer.ts'
import { openShop, type ShopWrite } from './shop.ts'

export interface CrashResult {
  readonly kills: ReadonlyMap<KillKind | 'late', number>
  readonly acknowledged: number
  readonly byKeys: number
  /** Actions that a kill left without an answer, and which the desk then had, or had not. */
  readonly doneUnanswered: number
  readonly undoneUnanswered: number
  readonly lost: number
  readonly extra: number
  readonly orders: number
  readonly boxesSealed: number
  readonly sections: number
  readonly duplicates: number
  /** Calls by which the store was told of boxes: carried out, and refused by a rule. */
  readonly writesDone: number
  readonly writesRefused: number
  readonly differences: readonly Difference[]
  readonly ms: number
}

export interface CrashOptions {
  readonly stage: Stage
  /** Where the desk and the store keep their files. */
  readonly dataDir: string
  readonly plans: readonly KillPlan[]
  readonly dice: Dice
  readonly say?: (sentence: string) => void
  /** Told what is running, so that it can be stopped at once. */
  readonly onWorld?: (world: World) => void
}

/** How long (ms) the store may need to hear of the last boxes. */
const patienceMs = 180_000

/** Packs at one desk through all the planned deaths of its app, then asks log and store what is left of it. */
export async function runCrashes({
  stage,
  dataDir,
  plans,
  dice,
  say,
  onWorld,
}: CrashOptions): Promise<CrashResult> {
  const startedAt = performance.now()
  const shop = await openShop(join(dataDir, 'store.db'))
  const memory = newMemory()
  const deskDir = join(dataDir, 'desk')
  const world: World = { stage, dataDir: deskDir, shop, dice, barcodes: await barcodes(), memory, desk: null }
  onWorld?.(world)
  const kills = new Map<KillKind | 'late', number>()
  const writes: ShopWrite[] = []
  try {
    for (const [index, plan] of plans.entries()) {
      const died = await live(world, plan)
      writes.push(...(await shop.newWrites()))
      kills.set(died, (kills.get(died) ?? 0) + 1)
      if (memory.differences.length > 0) break
      if ((index + 1) % 10 === 0) say?.(progress(index + 1, memory.acknowledged, startedAt))
    }
    const last = await lastLife(world, patienceMs)
    writes.push(...(await shop.newWrites()))
    const unsent = last.outbox.waiting + last.outbox.sending + last.outbox.unknown + last.outbox.needsPerson
    if (unsent > 0) say?.(`The desk has not told the store of everything: ${JSON.stringify(last.outbox)}.`)
    const inLog = auditLog(join(deskDir, 'packdesk.db'), memory.ledger)
    const store = auditStore(memory.ledger, shop.original, await shop.readWhole())
    const inWrites = auditWrites(
      memory.ledger,
      writes,
      (orderNo) => shop.original.get(orderNo)?.channel !== 'IMWEB',
    )
    // What the screen has shown to be missing is missing in the log as well: it counts once.
    const atTheDesk = memory.differences.length > 0 ? memory.differences : inLog
    const differences = [...atTheDesk, ...store.differences, ...inWrites]
    const count = (kind: Difference['kind']) =>
      differences.filter((found) => found.kind === kind).reduce((sum, found) => sum + found.count, 0)
    return {
      kills,
      acknowledged: memory.acknowledged,
      byKeys: memory.byKeys,
      doneUnanswered: memory.doneUnanswered,
      undoneUnanswered: memory.undoneUnanswered,
      lost: count('lost'),
      extra: count('extra'),
      orders: memory.ledger.orders.size,
      boxesSealed: store.boxesSealed,
      sections: store.sections,
      duplicates: store.duplicates,
      writesDone: writes.filter(({ outcome }) => outcome === 'done').length,
      writesRefused: writes.filter(({ outcome }) => outcome === 'refused').length,
      differences,
      ms: performance.now() - startedAt,
    }
  } finally {
    await shop.stop()
  }
}

function progress(kills: number, acknowledged: number, startedAt: number): string {
  const ms = performance.now() - startedAt
  const each = (ms / kills / 1000).toFixed(1)
  return `${String(kills)} kills, ${String(acknowledged)} scans acknowledged, ${minutes(ms)} (${each} s a kill)`
}

export const minutes = (ms: number): string =>
  `${String(Math.floor(ms / 60_000))} min ${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} s`

async function barcodes(): Promise<PackerMind['barcodes']> {
  const book = readBookCsv(await readFile(join(rootDir, 'resources', 'demo', 'barcode-book.csv'), 'utf8'))
  const bySku = new Map<string, { code: string; units: number }[]>()
  for (const { barcode: code, sku, units } of book)
    bySku.set(sku, [...(bySku.get(sku) ?? []), { code, units }])
  return bySku
}
