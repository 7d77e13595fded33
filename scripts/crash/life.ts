import type { Page } from 'playwright'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { Stage } from '../lib/launch.ts'
import { act } from './act.ts'
import { DeskDied, startDesk, type DeskProcess } from './desk-process.ts'
import type { Dice } from './dice.ts'
import type { Disk } from './disk.ts'
import { seeDoubt } from './doubt.ts'
import { crashAtOf, isAboutSending, type KillKind, type LifePlan } from './kill-plan.ts'
import { labelFor, recall, type Memory } from './memory.ts'
import { nextAction, type PackerMind } from './packer.ts'
import { look, pullNow, queueOn, ready } from './screen.ts'
import type { Shop, ShopWrite } from './shop.ts'

/** Everything that goes on through all lives. */
export interface World {
  readonly stage: Stage
  readonly dataDir: string
  readonly shop: Shop
  readonly dice: Dice
  readonly barcodes: PackerMind['barcodes']
  readonly memory: Memory
  /** The desk's own disk, where it can be filled. */
  readonly disk: Disk | null
  /** Whether an order is this desk's to pack: two desks on one store share them out. */
  readonly isOurs: (orderNo: string) => boolean
  /** Calls by which orders were to change, of all desks. */
  readonly writes: ShopWrite[]
  /** The app that runs now, for whoever has to stop everything. */
  desk: DeskProcess | null
}

/** A life that has not come to its planned end by then is ended from outside. */
const longestLifeMs = 45_000

/** How long a packer watches a sealed box on its way to the store before going on. */
const watchMs = 4_000

function open(world: World, crashAt: string | null, clockAheadMs: number): DeskProcess {
  const { stage, dataDir, shop } = world
  const desk = startDesk({ stage, dataDir, storeUrl: shop.url, crashAt, clockAheadMs })
  world.desk = desk
  return desk
}

/** One life of the app: it starts, the packer goes on from what the screen shows, it is killed. Answers how it died. */
export async function live(world: World, plan: LifePlan): Promise<KillKind | 'late'> {
  const { mishap } = plan
  const desk = open(world, crashAtOf(plan), mishap?.kind === 'wrongClock' ? mishap.aheadMs : 0)
  const fate: { died: KillKind | 'late' } = { died: plan.kind }
  const timers: NodeJS.Timeout[] = []
  const killAfter = (ms: number) => timers.push(setTimeout(desk.kill, ms))
  timers.push(
    setTimeout(() => {
      fate.died = 'late'
      desk.kill()
    }, longestLifeMs),
  )
  if (plan.kind === 'starting') killAfter(plan.afterMs)
  try {
    const page = await desk.page()
    await desk.whileAlive(ready(page))
    await pack(world, page, plan, killAfter)
  } catch (error) {
    if (!(error instanceof DeskDied)) throw error
  } finally {
    for (const timer of timers) clearTimeout(timer)
    desk.kill()
    await desk.ended
    world.desk = null
    world.disk?.free()
  }
  return fate.died
}

/** Packs until the app dies. */
async function pack(
  world: World,
  page: Page,
  plan: LifePlan,
  killAfter: (ms: number) => void,
): Promise<void> {
  const { memory, disk } = world
  const { mishap } = plan
  const alive = <T>(work: Promise<T>): Promise<T> => living(world).whileAlive(work)
  const screen = await alive(look(page))
  recall(memory, screen)
  if (memory.differences.length > 0) return
  let snapshot = await seeDoubt(world, page, alive, screen.snapshot)
  const enough = memory.refusedByDisk + (mishap?.kind === 'fullDisk' ? mishap.refusals : 0)
  let actions = 0
  let seals = 0
  while (memory.differences.length === 0) {
    actions += 1
    if (plan.kind === 'scanning' && plan.action === actions) killAfter(plan.afterMs)
    if (mishap?.kind === 'fullDisk' && mishap.action === actions) disk?.fill()
    if (disk?.isFull() === true && memory.refusedByDisk >= enough) disk.free()
    const action = isLost(memory)
      ? ({ kind: 'putDown' } as const)
      : (nextAction(snapshot.desk, mindOf(world)) ?? (await alive(chooseOrder(world, page))))
    const boxes = snapshot.desk?.boxes ?? []
    snapshot = await act(world, page, action, snapshot)
    if (action.kind !== 'seal') continue
    seals += 1
    if (plan.kind === 'telling' && plan.seals === seals) killAfter(plan.afterMs)
    if (isAboutSending(plan)) await alive(watchBoxes(page, boxes.length))
  }
}

/** An order of which this desk knows less than the store: whoever sees that puts it down. */
const isLost = ({ ledger, knownToStore }: Memory): boolean =>
  ledger.onDesk !== null && knownToStore.has(ledger.onDesk)

/** Watches the boxes on the screen until the store has them all, or the packer's patience ends. */
async function watchBoxes(page: Page, boxes: number): Promise<void> {
  const onTheirWay = page.locator(
    '[data-testid^="box-"][data-state="sealed"]:not([data-dispatch="confirmed"])',
  )
  if (boxes === 0) return
  await onTheirWay
    .first()
    .waitFor({ state: 'detached', timeout: watchMs })
    .catch((error: unknown) => {
      // Patience is all that may end here; the death of the app is noticed by whoever waits for this.
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
    })
}

/** The next order from the queue; new ones are ordered and pulled when it runs low. */
async function chooseOrder(world: World, page: Page): Promise<{ kind: 'open'; orderNo: string }> {
  const { dice, memory, shop, isOurs } = world
  for (;;) {
    const { rows } = await queueOn(page)
    const packable = rows.filter(
      ({ orderNo, channel }) => channel !== 'KAKAO_GIFT' && isOurs(orderNo) && !memory.leftAlone.has(orderNo),
    )
    if (packable.length < 5) {
      await shop.takeOrders(8, dice)
      await pullNow(page)
    }
    const row = dice.pick(packable.slice(0, 6))
    if (row !== null) return { kind: 'open', orderNo: row.orderNo }
  }
}

function mindOf({ dice, barcodes, memory }: World): PackerMind {
  return {
    dice,
    barcodes,
    labelFor: (orderNo, box) => labelFor(memory, orderNo, box),
    usedLabels: [...memory.ledger.orders.values()].flatMap((order) => [...order.sealed.values()]),
  }
}

function living(world: World): DeskProcess {
  if (world.desk === null) throw new DeskDied()
  return world.desk
}

/** The last life: nobody kills it, and it lasts until the store knows of every box. Answers what the screen then says. */
export async function lastLife(world: World, patienceMs: number): Promise<StationSnapshot> {
  const desk = open(world, null, 0)
  try {
    const page = await desk.page()
    await desk.whileAlive(ready(page))
    // What is wrong already would only be found again.
    if (world.memory.differences.length === 0) recall(world.memory, await desk.whileAlive(look(page)))
    const { snapshot: begun } = await desk.whileAlive(look(page))
    await seeDoubt(world, page, desk.whileAlive, begun)
    await desk.whileAlive(nothingUnsent(page, patienceMs))
    const { snapshot } = await desk.whileAlive(look(page))
    await desk.close()
    return snapshot
  } finally {
    desk.kill()
    await desk.ended
    world.desk = null
  }
}

/** Waits until the store knows of every box. What it does not know of after `patienceMs` is for the audit to find. */
async function nothingUnsent(page: Page, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const { snapshot } = await look(page)
    const { waiting, sending, unknown } = snapshot.outbox
    if (waiting + sending + unknown === 0) return
    await page.waitForTimeout(500)
  }
}
