import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import { createDemoStore, type DemoStore } from '../../electron/demo-store/store.ts'
import type { HttpRequest, HttpResult } from '../../electron/station/imweb/transport.ts'
import type { Chance } from '../simulation/chance.ts'
import { createPast } from './past.ts'
import { createStoreReader } from './store-reader.ts'
import type { Time } from './time.ts'

export type NewOrder = Parameters<DemoStore['control']['shop']['addOrder']>[0]

/** A write that the store was asked for, whoever asked and whatever it answered. */
export type Landed = { at: number; orderNo: string; body: string; status: number }

/** Where the store's document leaves a question open, one of the answers. */
const openAnswers = (chance: Chance): Partial<Assumptions> => ({
  codeStaysWith: chance.pick(['rest', 'part'] as const) ?? 'rest',
  splitItemNumbers: chance.pick(['next-when-divided', 'next-always', 'same'] as const) ?? 'same',
  partQuantityNeedsReady: chance.pick(['asked', 'had'] as const) ?? 'asked',
  listedSections: chance.pick(['all', 'matching'] as const) ?? 'all',
  wholeListWithShipping: chance.pick(['accept', 'refuse'] as const) ?? 'accept',
})

export const orderNoIn = (url: string): string | null =>
  /^\/orders\/(\d+)/.exec(new URL(url).pathname)?.[1] ?? null

/** The store at the far end of every wire, and what is known of it by reading it anew after whatever may have changed it. */
export async function createAtStore(time: Time, chance: Chance, orders: readonly NewOrder[]) {
  const assumptions = openAnswers(chance)
  const store = createDemoStore({
    file: ':memory:',
    clock: time.now,
    random: chance.random,
    assumptions,
    seed: 'empty',
    rateLimit: 'off',
  })
  // The store's clock is its own: it need not be that of the desks.
  store.control.jumpClock(chance.pick([0, 0, -90_000, 90_000, -1_200_000, 1_200_000]) ?? 0)
  for (const order of orders) store.control.shop.addOrder(order)
  const reader = createStoreReader((request) => time.hold(store.fetch(request)))
  const past = createPast(time, reader, assumptions.listedSections === 'matching')
  const landed: Landed[] = []
  await past.readAll()

  return {
    store,
    shop: store.control.shop,
    reader,
    past,
    landed,
    /** Carries a request out, now. */
    async carryOut({ method, url, headers, body }: HttpRequest): Promise<HttpResult> {
      const request = new Request(url, { method, headers, ...(body === null ? {} : { body }) })
      const result = await time.hold(
        store.fetch(request).then(async (response) => ({
          kind: 'answer' as const,
          status: response.status,
          headers: response.headers,
          body: await response.text(),
        })),
      )
      const orderNo = orderNoIn(url)
      if (method !== 'GET' && orderNo !== null) {
        landed.push({ at: time.now(), orderNo, body: body ?? '', status: result.status })
        await time.hold(past.read(orderNo))
      }
      return result
    },
  }
}

export type AtStore = Awaited<ReturnType<typeof createAtStore>>
