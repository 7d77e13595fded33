import { expect, it } from 'vitest'
import { boxOne, boxTwo, shipped, twoParcels } from './guide.ts'
import { createWorld } from './world.ts'

it('a disk that takes nothing while a box waits: it is tried again now and then, and goes out when there is room', async () => {
  const world = await createWorld()
  world.cutNetwork()
  await world.scanAll(...boxOne, ...boxTwo)
  world.mendNetwork()
  world.db.pragma('query_only = ON')
  const before = world.calls.length
  await world.advance(60_000)
  expect(world.calls.length - before).toBeLessThan(60)
  world.db.pragma('query_only = OFF')
  await world.advance(60_000)
  expect(shipped(world)).toEqual(twoParcels)
})
