import { describe, expect, it } from 'vitest'
import type { CrashPoint } from '../../electron/station/ports.ts'
import { boxOne, boxTwo, shipped, twoParcels, writesTo } from './guide.ts'
import { createWorld } from './world.ts'

/** Packs the guide's order while the process dies at a point of its nth write, and is started again. */
async function packWhileDying(point: CrashPoint, atWrite: number) {
  let passed = -1
  const world = await createWorld({
    reached: (at) => {
      if (at !== point) return
      passed += 1
      if (passed === atWrite) world.kill()
    },
  })
  let deaths = 0
  const revive = async (): Promise<void> => {
    if (!world.isDead()) return
    deaths += 1
    await world.restart()
  }
  for (const code of [...boxOne, ...boxTwo]) {
    await world.scan(code)
    await world.advance(500)
    await revive()
  }
  await world.advance(5_000)
  await revive()
  await world.advance(60_000)
  return { world, deaths }
}

const points: CrashPoint[] = ['beforeSend', 'afterSend', 'beforeRecord']

describe('the process dies around a write: the store is told all the same, and once', () => {
  it.each(points.flatMap((point) => [0, 1, 2, 3].map((write): [CrashPoint, number] => [point, write])))(
    'at %s of write %i',
    async (point, write) => {
      const { world, deaths } = await packWhileDying(point, write)
      expect(deaths).toBe(1)
      expect(shipped(world)).toEqual(twoParcels)
      expect(writesTo(world)).toHaveLength(4)
      expect(await world.snapshot()).toMatchObject({
        outbox: { waiting: 0, sending: 0, unknown: 0, needsPerson: 0 },
      })
    },
  )
})
