import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { a, b, guide } from './guide.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

/** Enough orders for several pages of the list, and one the test knows. */
const longShop: WorldOptions = {
  generate: { orders: 1600, seed: 7 },
  orders: [
    {
      orderNo: Number(guide),
      lines: [
        [a, 2],
        [b, 4],
      ],
    },
  ],
}

const known = (world: World) => world.db.prepare('SELECT count(*) FROM orders').pluck().get()
const toPack = async (world: World) => (await world.snapshot()).queueCount

const totalCount = z
  .object({ data: z.object({ totalCount: z.number() }) })
  .transform(({ data }) => data.totalCount)

/** How many orders the store would list as waiting. */
async function storeHas(world: World): Promise<number> {
  const counts = await Promise.all(
    ['PRODUCT_PREPARATION', 'SHIPPING_READY'].map(async (status) => {
      const answer = await world.ownerCall('GET', `/orders?page=1&limit=1&orderSectionStatus=${status}`)
      return totalCount.parse(answer)
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

describe('pulling a shop with more orders than a page holds', () => {
  it('brings all of them in, page by page, within the rate limit', async () => {
    const world = await createWorld(longShop)
    await world.advance(60_000)
    expect(known(world)).toBeGreaterThanOrEqual(300)
    expect(known(world)).toBeLessThanOrEqual(await storeHas(world))
    expect(world.limited).toEqual([])
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderOpened' })
  })

  it('goes on at its page after a crash, and applying a page again changes nothing', async () => {
    const calm = await createWorld(longShop)
    await calm.advance(120_000)
    const world = await createWorld(longShop)
    for (let n = 0; n < 6; n += 1) {
      await world.advance(400)
      await world.restart()
    }
    await world.advance(120_000)
    expect(known(world)).toBe(known(calm))
    expect(await toPack(world)).toBe(await toPack(calm))
  })

  it('a new order is there with the next poll, however long the lists are', async () => {
    const world = await createWorld(longShop)
    await world.advance(60_000)
    const { orderNo } = world.shop.addOrder({ lines: [[a, 1]] })
    await world.advance(25_000)
    const { rows } = await world.station.methods.queue({ search: String(orderNo), show: 'ready', limit: 1 })
    expect(rows).toHaveLength(1)
  })

  it('an order cancelled at the shop leaves the queue once the lists have been gone through', async () => {
    const world = await createWorld(longShop)
    await world.advance(60_000)
    world.shop.cancel(Number(guide))
    await world.advance(240_000)
    const { rows } = await world.station.methods.queue({ search: guide, show: 'all', limit: 1 })
    expect(rows).toEqual([])
  })

  it('the order on the desk is asked for with every poll', async () => {
    const world = await createWorld(longShop)
    await world.advance(60_000)
    await world.scan(guide)
    world.shop.hold(Number(guide))
    await world.advance(25_000)
    expect((await world.snapshot()).desk?.standing).toBe('held')
  })

  it('a resync goes through everything again and drops what is gone', async () => {
    const world = await createWorld(longShop)
    await world.advance(60_000)
    const before = await toPack(world)
    world.shop.cancel(Number(guide))
    await world.station.methods.resync({})
    await world.advance(120_000)
    expect(await toPack(world)).toBe(before - 1)
  })
})
