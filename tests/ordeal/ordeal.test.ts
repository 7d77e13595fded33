import { describe, expect, it } from 'vitest'
import type { Ordeal } from './kinds.ts'
import { play } from './run.ts'

/** Kinds of trouble that a desk comes through; the others are played by `npm run ordeal` alone. */
const comesThrough = [
  'calm',
  'lateWrites',
  'backendFinishes',
  'vanishedOrders',
  'swappedAnswers',
  'lostAnswers',
  'lostRequests',
  'cutNetwork',
  'http429',
  'http404',
  'htmlPages',
  'tokensExpire',
  'refreshLost',
  'oldDatabase',
  'twoDesks',
  'shopChanges',
  'clock',
  'kills',
] as const satisfies readonly Ordeal[]

describe('what packers were told is what the store has', () => {
  it.each(comesThrough)('%s', async (kind) => {
    const { failures, sealed } = await play(kind, 1, { dayMinutes: 3, pollMinutes: 2 })
    expect({ kind, failures }).toEqual({ kind, failures: [] })
    expect(sealed).toBeGreaterThan(0)
  })
})
