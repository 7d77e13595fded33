import { expect, it } from 'vitest'
import { boxOne } from './guide.ts'
import { createWorld } from './world.ts'

it.each(['a look for orders', 'a box'])(
  'quitting while %s is under way ends quietly: nothing is touched any more',
  async (what) => {
    const world = await createWorld()
    world.plan('slow', ({ method }) => method === (what === 'a box' ? 'PATCH' : 'GET'))
    if (what === 'a box') await world.scanAll(...boxOne)
    world.calls.length = 0
    while (world.calls.length === 0) await world.advance(100)
    let shown = 0
    world.station.subscribe(() => {
      shown += 1
    })
    world.station.stop()
    world.db.close()
    // What is left of the call comes back to a desk that is gone; a rejection nobody handles would fail this run.
    await world.advance(30_000)
    expect(shown).toBe(0)
  },
)
