import type { Page } from 'playwright'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { World } from './life.ts'
import { goOn, look } from './screen.ts'

/**
 * A desk that was given an older database has to say so, with the number of events that its anchor knows of, and to send
 * nothing before a lead goes on; then it may. Answers what the screen shows after that.
 */
export async function seeDoubt(
  world: World,
  page: Page,
  alive: <T>(work: Promise<T>) => Promise<T>,
  shown: StationSnapshot,
): Promise<StationSnapshot> {
  const { memory } = world
  const expected = memory.doubt
  if (shown.doubt === null) {
    if (expected !== null && !expected.goOnAsked)
      memory.differences.push({
        kind: 'lost',
        count: expected.missing,
        text: 'an older file was not noticed',
      })
    memory.doubt = null
    return shown
  }
  const { kind, missing } = shown.doubt
  if (expected === null || kind !== 'older' || missing !== expected.missing) {
    const text = `the desk doubts its data: ${kind}, ${String(missing)} missing, not ${String(expected?.missing)}`
    memory.differences.push({ kind: 'extra', count: 1, text })
    return shown
  }
  while (!(await alive(look(page))).snapshot.doubt?.isRead) await alive(page.waitForTimeout(300))
  await nothingWasSent(world)
  memory.doubt = { ...expected, goOnAsked: true }
  const after = await alive(goOn(page))
  memory.doubt = null
  memory.wentOn += 1
  return after
}

/** As long as the data is in doubt the store must hear nothing of this desk's orders. */
export async function nothingWasSent(world: World): Promise<void> {
  const { memory, shop, writes, isOurs } = world
  const sent = await shop.newWrites()
  writes.push(...sent)
  if (memory.doubt === null || memory.doubt.goOnAsked) return
  for (const { orderNo } of sent.filter((write) => isOurs(write.orderNo))) {
    const text = `a write to order ${orderNo} went out while the data was in doubt`
    memory.differences.push({ kind: 'extra', count: 1, text })
  }
}
