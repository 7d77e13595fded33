import { describe, expect, it } from 'vitest'
import { createDoubts } from '../../../electron/station/outbox/doubts.ts'

describe('when a write was given up', () => {
  it('is when its call ended, at the latest when it is waited for no longer, and of an earlier run as late as that', () => {
    let pace = 70
    const doubts = createDoubts(() => pace, 10_000)
    pace = 100
    expect(doubts.givenUpAt(1)).toBe(10_070)
    doubts.sent(1)
    expect(doubts.givenUpAt(1)).toBe(10_100)
    pace = 250
    doubts.over(1)
    pace = 400
    expect(doubts.givenUpAt(1)).toBe(250)
    expect(doubts.givenUpAt(2)).toBe(10_070)
  })
})
