import { describe, expect, it } from 'vitest'
import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import { a, b, boxOne, boxTwo, close, guide, isWrite, shipped, twoParcels } from './guide.ts'
import type { Fault } from './network.ts'
import { createWorld as createAnyWorld, type World } from './world.ts'

const tenOfB = '202410104747931'

const createWorld = (options: { assumptions: Partial<Assumptions>; sightMs?: number }) =>
  createAnyWorld({
    ...options,
    orders: [
      {
        orderNo: Number(guide),
        lines: [
          [a, 2],
          [b, 4],
        ],
      },
      { orderNo: Number(tenOfB), lines: [[b, 10]] },
    ],
  })

/** Every answer the document leaves open that bears on a box's way. */
const answers: Partial<Assumptions>[] = (['rest', 'part'] as const).flatMap((codeStaysWith) =>
  (['next-when-divided', 'next-always', 'same'] as const).flatMap((splitItemNumbers) =>
    (['asked', 'had'] as const).map((partQuantityNeedsReady) => ({
      codeStaysWith,
      splitItemNumbers,
      partQuantityNeedsReady,
    })),
  ),
)

const faults: Fault[] = ['loseAnswer', 'loseRequest', 'garble', 'serverError']

/** Lets one write of the order, by number from 0, suffer the fault. */
function planOnWrite(world: World, number: number, fault: Fault): void {
  let seen = -1
  world.plan(fault, (call) => {
    if (!isWrite(call) || !call.path.startsWith('/orders')) return false
    seen += 1
    return seen === number
  })
}

describe.each(answers)(
  'a store with $codeStaysWith / $splitItemNumbers / $partQuantityNeedsReady',
  (assumptions) => {
    it('gets two parcels', async () => {
      const world = await createWorld({ assumptions })
      await world.scanAll(...boxOne, ...boxTwo)
      await world.advance(30_000)
      expect(shipped(world)).toEqual(twoParcels)
    })

    it('gets two parcels, of which the first is told before the second is packed', async () => {
      const world = await createWorld({ assumptions })
      await world.scanAll(...boxOne)
      await world.advance(30_000)
      await world.scanAll(...boxTwo)
      await world.advance(30_000)
      expect(shipped(world)).toEqual(twoParcels)
    })

    it.each(faults.flatMap((fault) => [0, 1, 2, 3, 4, 5].map((number) => [fault, number] as const)))(
      'gets two parcels with %s on write %i',
      async (fault, number) => {
        const world = await createWorld({ assumptions })
        planOnWrite(world, number, fault)
        await world.scanAll(...boxOne, ...boxTwo)
        await world.advance(60_000)
        expect(shipped(world)).toEqual(twoParcels)
      },
    )

    it('a second order is read before it is told, and not again: the store’s habits are known', async () => {
      const world = await createWorld({ assumptions, sightMs: 120_000 })
      await world.scanAll(...boxOne, ...boxTwo)
      await world.advance(30_000)
      world.calls.length = 0
      await world.scanAll(tenOfB, b, b, b, b, b, close, '689200000316')
      await world.advance(4_000)
      const reads = world.calls.filter(({ method, path }) => method === 'GET' && path.includes(tenOfB))
      expect(reads).toHaveLength(1)
      const about = world.calls.filter(({ path }) => path.includes(tenOfB))
      expect(about[0]?.method).toBe('GET')
    })
  },
)

describe.each<[string, Partial<Assumptions>]>([
  ['no list taken with 배송중', { wholeListWithShipping: 'refuse' }],
  ['invoices of whole sections in place', { invoiceForAllItems: 'in-place' }],
  ['held sections shipped all the same', { heldSectionShipping: 'allow' }],
  ['no invoice on a split-off section', { splitInvoice: 'none' }],
  ['only matching sections listed', { listedSections: 'matching' }],
  ['unit code required', { listUnitCode: 'required' }],
  ['error codes as text', { errorCodeType: 'string' }],
  ['empty fields as null', { emptyFields: 'null' }],
  ['scope as a list', { tokenScope: 'array' }],
  ['a refresh ending the old access token', { refreshEndsOldAccess: true }],
  ['the limiter saying how long', { limiterRetryAfter: true }],
])('a store with %s', (_what, assumptions) => {
  it('gets two parcels', async () => {
    const world = await createWorld({ assumptions })
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
    expect(world.reports).toEqual([])
  })
})
