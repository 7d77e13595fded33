import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCallStore } from '../../../electron/station/imweb/call.ts'
import type { Session } from '../../../electron/station/imweb/session.ts'
import {
  baseUrl,
  createDisk,
  createStore,
  deskWithOldToken,
  pair,
  rest,
  sessionOf,
  turnedDown,
  type Store,
} from './token-desk.ts'

const budget = { take: () => Promise.resolve(), ended: () => undefined, exhausted: (ms: number) => ms }

/** Any call at all, made with the session's token. */
const callerOf = (store: Store, session: Session) => {
  const call = createCallStore(baseUrl, session, store.transport, budget, 10_000)
  return () => call({ method: 'GET', path: '/x', schema: z.string(), priority: 'read' })
}

describe('a new pair is on disk before it is used', () => {
  it('a disk that writes late: until then the old token is the desk’s', async () => {
    const { disk, session } = await deskWithOldToken()
    const write = disk.holdNext()
    const refreshed = session.refresh('access-1')
    await rest()
    expect(session.accessToken()).toBe('access-1')
    write.release()
    expect(await refreshed).toBe('ok')
    expect(session.accessToken()).toBe('access-2')
    expect(disk.kept).toEqual(pair(2))
  })

  it('the first pair of all: until it is written the desk has none', async () => {
    const disk = createDisk(null)
    const session = sessionOf(createStore(1), disk)
    const write = disk.holdNext()
    const signedIn = session.signIn('a-code')
    await rest()
    expect(session.accessToken()).toBeNull()
    write.release()
    expect(await signedIn).toBe('ok')
    expect([session.accessToken(), disk.kept]).toEqual(['access-2', pair(2)])
  })

  it('a call waits for the disk: no request carries a token that is not there', async () => {
    const disk = createDisk({ accessToken: 'run-out', refreshToken: 'refresh-1' })
    const store = createStore(1)
    const session = sessionOf(store, disk)
    await session.restore()
    const call = callerOf(store, session)
    const write = disk.holdNext()
    const calls = [call(), call()]
    await rest()
    expect(store.used).toEqual(['run-out', 'run-out'])
    write.release()
    expect(await Promise.all(calls)).toEqual([
      { kind: 'ok', data: 'done' },
      { kind: 'ok', data: 'done' },
    ])
    expect(store.used.slice(2)).toEqual(['access-2', 'access-2'])
  })

  it('the process dies while it is written: the next one goes on with what is on disk, old or new', async () => {
    const { disk, store, session } = await deskWithOldToken()
    disk.holdNext()
    void session.refresh('access-1')
    await rest()
    const next = sessionOf(store, disk)
    expect(await next.restore()).toBe(true)
    expect(next.accessToken()).toBe('access-1')
    expect(await next.refresh('access-1')).toBe('unreachable')
    expect(store.used).toEqual([])

    disk.kept = pair(2)
    const afterwards = sessionOf(store, disk)
    await afterwards.restore()
    expect(await callerOf(store, afterwards)()).toEqual({ kind: 'ok', data: 'done' })
  })
})

describe('a pair that could not be written', () => {
  const full = new Error('no space left')

  it('is used all the same, for the old one is spent, and written with the next use', async () => {
    const { disk, store, session, waits } = await deskWithOldToken()
    disk.holdNext().fail(full)
    expect(await session.refresh('access-1')).toBe('ok')
    expect(disk.kept).toEqual(pair(1))
    expect(waits.reports).toEqual(['tokens'])
    expect(session.accessToken()).toBe('access-2')
    await rest()
    expect(disk.kept).toEqual(pair(2))
    expect(store.refreshes).toHaveLength(1)
  })

  it('is tried with every use, however often the disk does not take it, and the desk goes on meanwhile', async () => {
    const { disk, store, session } = await deskWithOldToken()
    const call = callerOf(store, session)
    disk.holdNext().fail(full)
    await session.refresh('access-1')
    for (let use = 0; use < 3; use += 1) {
      disk.holdNext().fail(full)
      expect(await call()).toEqual({ kind: 'ok', data: 'done' })
      await rest()
    }
    expect(disk.kept).toEqual(pair(1))
    await call()
    await rest()
    expect(disk.kept).toEqual(pair(2))
  })

  it('does not come over the next one, however late the disk takes it', async () => {
    const { disk, session } = await deskWithOldToken()
    disk.holdNext().fail(full)
    await session.refresh('access-1')
    const late = disk.holdNext()
    session.accessToken()
    const refreshed = session.refresh('access-2')
    await rest()
    late.release()
    expect(await refreshed).toBe('ok')
    await rest()
    expect(disk.kept).toEqual(pair(3))
  })

  it('of a sign-in is told of, and used and written with the next use; the code, good once, is not needed again', async () => {
    const disk = createDisk(null)
    const store = createStore(1)
    const session = sessionOf(store, disk)
    disk.holdNext().fail(full)
    await expect(session.signIn('a-code')).rejects.toBe(full)
    expect(await session.restore()).toBe(true)
    expect(session.accessToken()).toBe('access-2')
    await rest()
    expect(disk.kept).toEqual(pair(2))
    expect(store.refreshes).toHaveLength(1)
  })

  it('once written is an ordinary pair', async () => {
    const { disk, store, session } = await deskWithOldToken()
    disk.holdNext().fail(full)
    await session.refresh('access-1')
    expect(await session.refresh('access-2')).toBe('ok')
    expect(disk.kept).toEqual(pair(3))
    expect(store.refreshes).toHaveLength(2)
    expect(await session.restore()).toBe(true)
    expect(session.accessToken()).toBe('access-3')
  })
})

describe('refreshes never run side by side', () => {
  it('whoever asks while one is under way gets that one’s answer', async () => {
    const { store, session } = await deskWithOldToken()
    const hold = store.holdNext()
    const all = [session.refresh('access-1'), session.refresh('access-1'), session.refresh('access-1')]
    await rest()
    hold.release()
    expect(await Promise.all(all)).toEqual(['ok', 'ok', 'ok'])
    expect(store.refreshes).toHaveLength(1)
  })

  it('a call that was turned down with the token before finds the new one there', async () => {
    const { store, session } = await deskWithOldToken()
    await session.refresh('access-1')
    expect(await session.refresh('access-1')).toBe('ok')
    expect(store.refreshes).toHaveLength(1)
  })

  it('the next one asks anew, also after one that failed', async () => {
    const { store, session } = await deskWithOldToken()
    store.instead.push({ kind: 'unanswered', why: 'TimeoutError' })
    expect(await session.refresh('access-1')).toBe('unreachable')
    expect(await session.refresh('access-1')).toBe('ok')
    expect(await session.refresh('access-2')).toBe('ok')
    expect(store.refreshes).toHaveLength(3)
  })

  it.each(['restore', 'signIn'] as const)(
    '%s waits for one that is taking the old pair off the disk',
    async (next) => {
      const { disk, store, session, waits } = await deskWithOldToken()
      store.instead.push(turnedDown('30102'), turnedDown('30102'), turnedDown('30102'))
      for (const at of [0, 30_000]) {
        waits.now = at
        await session.refresh('access-1')
      }
      waits.now = 60_000
      const write = disk.holdNext()
      const refreshed = session.refresh('access-1')
      await rest()
      const after = next === 'restore' ? session.restore() : session.signIn('a-code')
      await rest()
      write.release()
      expect(await refreshed).toBe('signedOut')
      expect(await after).toBe(next === 'restore' ? false : 'ok')
      expect(disk.kept).toEqual(next === 'restore' ? null : pair(2))
    },
  )

  it('a refresh that failed for the disk does not keep the owner from connecting again', async () => {
    const { disk, session } = await deskWithOldToken()
    const write = disk.holdNext()
    const refreshed = session.refresh('access-1')
    await rest()
    const signedIn = session.signIn('a-code')
    write.fail(new Error('no space left'))
    expect(await refreshed).toBe('ok')
    expect(await signedIn).toBe('ok')
    expect([session.accessToken(), disk.kept]).toEqual(['access-3', pair(3)])
  })
})
