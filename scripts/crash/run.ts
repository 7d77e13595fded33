import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBookCsv } from '../../electron/station/catalog/barcode-book.ts'
import type { Stage } from '../lib/launch.ts'
import { rootDir } from '../lib/paths.ts'
import { auditLog, auditStore, auditWaybills, auditWrites, type StoreAudit } from './audit.ts'
import type { Difference } from './compare.ts'
import type { Dice } from './dice.ts'
import { foldLog, mountDisk } from './disk.ts'
import { nothingWasSent } from './doubt.ts'
import type { KillKind, LifePlan, MishapKind } from './kill-plan.ts'
import { lastLife, live, type World } from './life.ts'
import { newMemory, type Memory } from './memory.ts'
import { createPast } from './old-file.ts'
import type { PackerMind } from './packer.ts'
import { firstDesks, liveBeside, secondWorld } from './second-desk.ts'
import { openShop } from './shop.ts'

export interface CrashResult {
  readonly kills: ReadonlyMap<KillKind | 'late', number>
  /** What else went wrong, and how often. */
  readonly mishaps: ReadonlyMap<MishapKind, number>
  readonly acknowledged: number
  readonly byKeys: number
  /** Actions that a kill left without an answer, and which the desk then had, or had not. */
  readonly doneUnanswered: number
  readonly undoneUnanswered: number
  /** Scans acknowledged, and events, that older files put back have made missing; and how often the desk said so and was gone on from. */
  readonly saidMissing: number
  readonly eventsMissing: number
  readonly wentOn: number
  readonly refusedByDisk: number
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
  readonly plans: readonly LifePlan[]
  readonly dice: Dice
  readonly say?: (sentence: string) => void
  /** Told what is running, so that it can be stopped at once. */
  readonly onWorld?: (world: World) => void
}

/** How long (ms) the store may need to hear of the last boxes. */
const patienceMs = 180_000

/** Packs through all the planned deaths of the app, then asks logs and store what is left of it. */
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
  const deskDir = join(dataDir, 'desk')
  const meets = (kind: MishapKind): boolean => plans.some(({ mishap }) => mishap?.kind === kind)
  const disk = meets('fullDisk') ? mountDisk(deskDir) : null
  const world: World = {
    ...{ stage, dataDir: deskDir, shop, dice, barcodes: await barcodes(), memory: newMemory(), disk },
    ...{ isOurs: meets('secondDesk') ? firstDesks : () => true, writes: [], desk: null },
  }
  const second = meets('secondDesk') ? secondWorld(world, dataDir, dice.between(1, 1_000_000)) : null
  const worlds = second === null ? [world] : [world, second]
  for (const each of worlds) onWorld?.(each)
  const kills = new Map<KillKind | 'late', number>()
  const mishaps = new Map<MishapKind, number>()
  const isWrong = (): boolean => worlds.some(({ memory }) => memory.differences.length > 0)
  try {
    const past = createPast(world, join(dataDir, 'kept'))
    for (const [index, plan] of plans.entries()) {
      const { mishap } = plan
      if (mishap !== undefined && (mishap.kind !== 'oldFile' || past.putBack(mishap.back)))
        mishaps.set(mishap.kind, (mishaps.get(mishap.kind) ?? 0) + 1)
      if (mishap?.kind === 'fullDisk') foldLog(deskDir)
      const life = live(world, plan)
      if (mishap?.kind === 'secondDesk' && second !== null) await liveBeside(life, second, mishap.kill)
      const died = await life
      for (const each of worlds) await nothingWasSent(each)
      past.keep(index)
      kills.set(died, (kills.get(died) ?? 0) + 1)
      if (isWrong()) break
      if ((index + 1) % 10 === 0) say?.(progress(index + 1, world.memory.acknowledged, startedAt))
    }
    const audits: DeskAudit[] = []
    for (const each of worlds) {
      const { outbox } = await lastLife(each, patienceMs)
      const isAll = outbox.waiting + outbox.sending + outbox.unknown + outbox.needsPerson === 0
      if (!isAll) say?.(`The desk has not told the store of everything: ${JSON.stringify(outbox)}.`)
      audits.push(await auditDesk(each))
    }
    const { writes } = world
    const labels = new Set(worlds.flatMap(({ memory }) => [...memory.labels.values()]))
    const twice = auditWaybills(await shop.readWhole(), labels)
    const differences = [...audits.flatMap((audit) => audit.differences), ...twice]
    const count = (kind: Difference['kind']) =>
      differences.filter((found) => found.kind === kind).reduce((sum, found) => sum + found.count, 0)
    const sum = (of: (memory: Memory) => number) => worlds.reduce((all, { memory }) => all + of(memory), 0)
    const audited = (of: (audit: DeskAudit) => number) => audits.reduce((all, audit) => all + of(audit), 0)
    return {
      kills,
      mishaps,
      acknowledged: sum((memory) => memory.acknowledged),
      byKeys: sum((memory) => memory.byKeys),
      doneUnanswered: sum((memory) => memory.doneUnanswered),
      undoneUnanswered: sum((memory) => memory.undoneUnanswered),
      saidMissing: sum((memory) => memory.saidMissing),
      eventsMissing: sum((memory) => memory.eventsMissing),
      wentOn: sum((memory) => memory.wentOn),
      refusedByDisk: sum((memory) => memory.refusedByDisk),
      lost: count('lost'),
      extra: count('extra'),
      orders: sum((memory) => memory.ledger.orders.size),
      boxesSealed: audited((audit) => audit.boxesSealed),
      sections: audited((audit) => audit.sections),
      duplicates: audited((audit) => audit.duplicates) + twice.length,
      writesDone: writes.filter(({ outcome }) => outcome === 'done').length,
      writesRefused: writes.filter(({ outcome }) => outcome === 'refused').length,
      differences,
      ms: performance.now() - startedAt,
    }
  } finally {
    await shop.stop()
    disk?.unmount()
  }
}

type DeskAudit = Pick<StoreAudit, 'differences' | 'boxesSealed' | 'sections' | 'duplicates'>

/** Log and store against what one desk's packer was told; of orders that an older file knows less of, the log alone. */
async function auditDesk({ dataDir, memory, shop, writes, isOurs }: World): Promise<DeskAudit> {
  const inLog = auditLog(join(dataDir, 'packdesk.db'), memory.ledger)
  const { ledger, knownToStore } = memory
  const told = { ...ledger, orders: new Map([...ledger.orders].filter(([no]) => !knownToStore.has(no))) }
  const store = auditStore(told, shop.original, await shop.readWhole())
  const inWrites = auditWrites(
    told,
    writes.filter(({ orderNo }) => isOurs(orderNo) && !knownToStore.has(orderNo)),
    (orderNo) => shop.original.get(orderNo)?.channel !== 'IMWEB',
  )
  // What the screen has shown to be missing is missing in the log as well: it counts once.
  const atTheDesk = memory.differences.length > 0 ? memory.differences : inLog
  return { ...store, differences: [...atTheDesk, ...store.differences, ...inWrites] }
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
