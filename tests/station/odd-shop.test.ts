import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { b, close, guide } from './guide.ts'
import { isOnline, queueRow } from './odd.ts'
import { queue } from './seen.ts'
import { createWorld, type World } from './world.ts'

const couriersPath = '/orders/parcel-company-list'
const couriers = async (world: World) => (await world.snapshot()).couriers.length
const records = z.array(z.record(z.string(), z.unknown()))

describe('a shop that tells of itself in a strange way', () => {
  it('couriers by numbers as texts: the desk is online, and boxes go out with them', async () => {
    const world = await createWorld({
      says: (path, data) =>
        path === couriersPath
          ? records.parse(data).map((courier) => ({ ...courier, idx: String(courier['idx']) }))
          : data,
    })
    expect(await isOnline(world)).toBe(true)
    expect(await couriers(world)).toBeGreaterThan(1)
  })

  it('couriers that are no list any more: those known stay, and are asked for until they are one again', async () => {
    let broken = false
    const world = await createWorld({
      says: (path, data) => (path === couriersPath && broken ? { list: 'none' } : data),
    })
    const known = await couriers(world)
    broken = true
    await world.restart()
    expect([await isOnline(world), await couriers(world)]).toEqual([true, known])
    expect(world.reports).toContain('connection: the shop or its couriers could not be read')
    const asked = () => world.calls.filter(({ path }) => path === couriersPath).length
    const before = asked()
    broken = false
    await world.advance(60_000)
    expect(asked()).toBe(before + 1)
  })

  it('a shop that does not say who it is: its orders come in all the same', async () => {
    const world = await createWorld({
      says: (path, data) => (path === '/site-info' ? { siteCode: [] } : data),
    })
    expect(await isOnline(world)).toBe(true)
    expect(await queue(world)).toContain(guide)
  })

  it('a list that is none: orders known are looked up one by one, a cancelled one goes', async () => {
    let broken = false
    const world = await createWorld({
      says: (path, data) => (path === '/orders' && broken ? { totalPage: 'many' } : data),
    })
    expect(await queue(world)).toContain(guide)
    broken = true
    world.shop.cancel(Number(guide))
    await world.advance(240_000)
    expect(await isOnline(world)).toBe(true)
    expect(await queueRow(world, guide)).toBeUndefined()
  })
})

describe('somebody who answers in the store’s place', () => {
  it('brings no desk online, signs none out, and confirms no box', async () => {
    let portal = false
    const world = await createWorld({ network: () => (portal ? 'portal' : 'none') })
    world.cutNetwork()
    await world.advance(20_000)
    expect(await isOnline(world)).toBe(false)
    portal = true
    world.mendNetwork()
    await world.scanAll('202410104747931', b, close, '689200000316')
    await world.advance(60_000)
    expect((await world.snapshot()).connection.state).toBe('offline')
    expect(world.tokens).not.toBeNull()
    const [box] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(box?.dispatch.state).not.toBe('confirmed')
    portal = false
    await world.advance(60_000)
    expect(await isOnline(world)).toBe(true)
  })
})

describe('an order from the future', () => {
  it('does not hide those that come in after it, nor does one that an earlier version believed', async () => {
    let ahead = true
    const world = await createWorld({
      generate: { orders: 1600, seed: 7 },
      unchecked: true,
      says: (path, data) => {
        const page = z.looseObject({ list: records }).safeParse(data)
        return path === '/orders' && ahead && page.success
          ? {
              ...page.data,
              list: page.data.list.map((order) => ({ ...order, wtime: '2999-01-01T00:00:00Z' })),
            }
          : data
      },
    })
    await world.advance(60_000)
    ahead = false
    const kept = world.db.prepare<[], string>(
      "SELECT json_extract(value, '$.newest') FROM settings WHERE key = 'sweep'",
    )
    expect(kept.pluck().get()).toBeNull()
    world.db.exec(
      "UPDATE settings SET value = json_set(value, '$.newest', '2999-01-01T00:00:00.000Z') WHERE key = 'sweep'",
    )
    await world.advance(30_000)
    expect(String(kept.get()) < '2026-12').toBe(true)
    const { orderNo } = world.shop.addOrder({ lines: [[b, 1]] })
    await world.advance(25_000)
    expect(await queueRow(world, String(orderNo))).toBeDefined()
  })
})
