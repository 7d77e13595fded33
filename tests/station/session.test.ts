import { describe, expect, it } from 'vitest'
import { boxOne, guide, shipped } from './guide.ts'
import type { SeenCall } from './network.ts'
import { createWorld, type World } from './world.ts'

const isRefresh = ({ path }: SeenCall) => path === '/oauth2/token'
const threeHours = 3 * 3_600_000

/** A desk let into a real shop, some hours ago: its access token has run out. */
async function deskWithOldToken(): Promise<World> {
  const world = await createWorld({ realShop: true })
  await world.station.methods.connect({})
  world.sleep(threeHours)
  return world
}

const connection = async (world: World) => (await world.snapshot()).connection.state

describe('the desk’s permission to use the store', () => {
  it('a real shop’s owner is asked only when the packer says so', async () => {
    const world = await createWorld({ realShop: true })
    await world.advance(60_000)
    expect(await connection(world)).toBe('signedOut')
    await world.station.methods.connect({})
    expect(await connection(world)).toBe('online')
  })

  it('is renewed once however many calls need it', async () => {
    const world = await deskWithOldToken()
    world.calls.length = 0
    await world.scanAll(...boxOne)
    await world.advance(30_000)
    expect(world.calls.filter(isRefresh)).toHaveLength(1)
    expect(shipped(world)).toHaveLength(2)
  })

  it('the new pair is on disk before it is used: a crash right after the refresh loses nothing', async () => {
    const world = await deskWithOldToken()
    const old = world.tokens
    await world.advance(20_000)
    expect(world.tokens).not.toEqual(old)
    await world.restart()
    await world.advance(20_000)
    expect(await connection(world)).toBe('online')
  })

  it('a crash before the refresh reached the store leaves the old pair good', async () => {
    const world = await deskWithOldToken()
    world.plan('loseRequest', isRefresh)
    await world.advance(16_000)
    await world.restart()
    await world.advance(60_000)
    expect(await connection(world)).toBe('online')
  })

  it('the answer to a refresh lost: the desk says that it must be connected again, and packs on', async () => {
    const world = await deskWithOldToken()
    world.plan('loseAnswer', isRefresh)
    await world.advance(120_000)
    expect(await connection(world)).toBe('signedOut')
    await world.scanAll(...boxOne)
    await world.advance(60_000)
    expect((await world.snapshot()).outbox).toMatchObject({ waiting: 1, unknown: 0 })
    const [box] = await world.station.methods.unsent({ afterSeq: 0, limit: 500 })
    expect(box?.dispatch.attempts).toBe(0)
    await world.station.methods.connect({})
    await world.advance(10_000)
    expect((await world.snapshot()).desk?.boxes[0]?.dispatch?.state).toBe('confirmed')
  })

  it('a store that is only out of reach keeps the permission', async () => {
    const world = await deskWithOldToken()
    world.cutNetwork()
    await world.advance(60_000)
    expect(await connection(world)).toBe('offline')
    expect(world.tokens).not.toBeNull()
    world.mendNetwork()
    await world.advance(60_000)
    expect(await connection(world)).toBe('online')
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderOpened' })
  })
})
