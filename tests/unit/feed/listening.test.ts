import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { heardBy, watched } from '../../../electron/station/feed/connection.ts'
import type { CallStore, StoreAnswer } from '../../../electron/station/imweb/call.ts'
import type { HttpResult } from '../../../electron/station/imweb/transport.ts'

const undelivered = { kind: 'undelivered', why: 'ECONNREFUSED' } as const
const unanswered = { kind: 'unanswered', why: 'ECONNRESET' } as const
const refused = { kind: 'refused', errorCode: '30000', words: '' } as const
const signedOut = { kind: 'signedOut' } as const

describe('listening to calls', () => {
  it.each<[HttpResult, boolean]>([
    [{ kind: 'answer', status: 500, headers: new Headers(), body: '' }, false],
    [undelivered, true],
    [unanswered, true],
  ])('a request that ends with %o, unheard: %s', async (result, unheard) => {
    let told = false
    const transport = watched(
      () => Promise.resolve(result),
      () => {
        told = true
      },
    )
    expect(await transport({ method: 'GET', url: '', headers: {}, body: null, timeoutMs: 1 })).toBe(result)
    expect(told).toBe(unheard)
  })

  it.each<[StoreAnswer<never>, boolean]>([
    [refused, true],
    [undelivered, false],
    [unanswered, false],
    [signedOut, false],
    [{ kind: 'limited', retryAfterMs: 1 }, false],
  ])('a call that ends with %o, heard: %s', async (answer, heard) => {
    let told = false
    const store: CallStore = () => Promise.resolve(answer)
    const call = heardBy(store, () => {
      told = true
    })
    const asked = { method: 'GET', path: '/', schema: z.unknown(), priority: 'read' } as const
    expect(await call(asked)).toBe(answer)
    expect(told).toBe(heard)
  })

  it('a call that is done, heard', async () => {
    let told = 0
    const store: CallStore = ({ schema }) => Promise.resolve({ kind: 'ok', data: schema.parse(5) })
    const call = heardBy(store, () => {
      told += 1
    })
    expect(await call({ method: 'GET', path: '/', schema: z.number(), priority: 'read' })).toEqual({
      kind: 'ok',
      data: 5,
    })
    expect(told).toBe(1)
  })
})
