import { join } from 'node:path'
import { live, type World } from './life.ts'
import type { KillPlan } from './kill-plan.ts'
import { newMemory } from './memory.ts'
import { diceOf } from './dice.ts'

/** Orders are shared out by their numbers: two desks that pack the same order are not what is tried here. */
const isEven = (orderNo: string): boolean => Number(orderNo.slice(-1)) % 2 === 0

export const firstDesks = isEven

/** A second desk with a folder, a packer and dice of its own, at the same store as the first. */
export const secondWorld = (first: World, dataDir: string, seed: number): World => ({
  ...first,
  dataDir: join(dataDir, 'second-desk'),
  dice: diceOf(seed),
  memory: newMemory(2),
  disk: null,
  isOurs: (orderNo) => !isEven(orderNo),
  desk: null,
})

/** One life of the second desk beside one of the first; either may end before the other. */
export async function liveBeside(first: Promise<unknown>, second: World, kill: KillPlan): Promise<void> {
  const [one, other] = await Promise.allSettled([first, live(second, kill)])
  for (const result of [one, other]) if (result.status === 'rejected') throw result.reason
}
