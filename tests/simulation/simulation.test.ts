import { describe, expect, it } from 'vitest'
import { simulate } from './run.ts'

/** Seeds that once failed, and what they found. */
const found: [seed: number, what: string][] = [
  [10_222, 'a write of a process that died arrived after the next had read back and sent it again'],
  [19_802, 'an answer that was slow showed an order from before a late write, which was sent again'],
  [20_008, 'a waybill that the shop had registered for one order was put on a box of another'],
  [20_016, 'a serial number printed with the code was taken for two units'],
  [20_100, 'a box opened again left its order set aside while it was on the desk'],
  [20_151, 'part of a lot was moved to another box, and the whole lot went with it'],
  [
    40_043,
    'a waybill that a person saw to in the shop’s pages could not be corrected back to what its box still has',
  ],
  [50_055, 'a write counted as heard by the answer to the one before it, and was sent again too early'],
]

describe('a desk on a bad day keeps every promise', () => {
  it.each(Array.from({ length: 20 }, (_, index) => [index * 10 + 1]))(
    'seeds %i and the nine after it',
    async (from) => {
      for (let seed = from; seed < from + 10; seed += 1) {
        const { broken } = await simulate(seed)
        expect({ seed, broken }).toEqual({ seed, broken: [] })
      }
    },
  )

  it.for(found)('seed %i: %s', async ([seed]) => {
    expect((await simulate(seed)).broken).toEqual([])
  })
})
