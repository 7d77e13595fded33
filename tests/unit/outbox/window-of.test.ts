import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowOf, type Placed } from '../../../electron/station/outbox/window-of.ts'

const at = (...times: number[]): Placed[] =>
  times.map((time) => ({ orderNo: String(time), placedAt: String(time).padStart(4, '0') }))

/** Counts orders that were placed at these times. */
const among =
  (times: readonly number[]) =>
  (from: string, to: string): number =>
    times.filter((time) => time >= Number(from) && time <= Number(to)).length

describe('the span of time around an order', () => {
  it('holds what fits on a page, before it and after', () => {
    expect(windowOf(at(50, 10, 90, 40, 60), among([10, 40, 50, 60, 90]), 5)).toEqual({
      ...{ from: '0010', to: '0090' },
      orderNos: ['50', '40', '60', '10', '90'],
    })
    expect(windowOf(at(50, 10, 90, 40, 60), among([10, 40, 50, 60, 90]), 3)?.orderNos).toEqual([
      '50',
      '40',
      '60',
    ])
  })

  it('goes on to one side where there are too many on the other', () => {
    const crowd = [10, ...Array.from({ length: 20 }, (_, n) => 20 + n), 50, 60, 70]
    expect(windowOf(at(50, 10, 60, 70), among(crowd), 5)?.orderNos).toEqual(['50', '60', '70'])
  })

  it('is none where there is no order, or the first has too many beside it', () => {
    expect(windowOf([], () => 0, 5)).toBeNull()
    expect(windowOf(at(50, 60), among([50, 50, 50]), 2)).toBeNull()
  })

  it('never shows more than a page, always the first, and only what lies in it', () => {
    const times = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(times, fc.array(fc.nat(999)), fc.integer({ min: 1, max: 30 }), (wanted, others, most) => {
        const count = among([...wanted, ...others])
        const window = windowOf(at(...wanted), count, most)
        if (window === null) {
          expect(count(String(wanted[0]), String(wanted[0]))).toBeGreaterThan(most)
          return
        }
        expect(count(window.from, window.to)).toBeLessThanOrEqual(most)
        expect(window.orderNos[0]).toBe(String(wanted[0]))
        const inside = wanted.filter((time) => time >= Number(window.from) && time <= Number(window.to))
        expect(new Set(window.orderNos)).toEqual(new Set(inside.map(String)))
      }),
    )
  })
})
