import { z } from 'zod'
import { demoClient } from '../../electron/demo-store/demo-client.ts'

/** An order as the store tells it, as far as the reckoning goes by it. */
const orderSchema = z
  .looseObject({
    orderNo: z.number(),
    wtime: z.string(),
    sections: z.array(
      z.looseObject({
        orderSectionCode: z.string(),
        orderSectionStatus: z.string(),
        isDeliveryHold: z.string(),
        deliverySendTime: z.string().nullish(),
        delivery: z.looseObject({ addr1: z.string(), addr2: z.string().nullish() }).nullish(),
        invoice: z.looseObject({ invoiceNo: z.string().nullish() }).nullish(),
        sectionItems: z.array(
          z.looseObject({
            orderSectionItemNo: z.string(),
            qty: z.number(),
            productInfo: z.looseObject({
              prodSkuNo: z.string().nullish(),
              optionSkuNo: z.string().nullish(),
            }),
          }),
        ),
      }),
    ),
  })
  .transform((document) => ({
    orderNo: String(document.orderNo),
    wtime: document.wtime,
    sections: document.sections.map((section) => ({
      code: section.orderSectionCode,
      status: section.orderSectionStatus,
      isHeld: section.isDeliveryHold === 'Y',
      sentAt: section.deliverySendTime ?? null,
      waybill: section.invoice?.invoiceNo ?? null,
      address: [section.delivery?.addr1, section.delivery?.addr2].filter((part) => part != null).join(' '),
      goods: tally(
        section.sectionItems.map(({ productInfo, qty }) => [
          productInfo.optionSkuNo ?? productInfo.prodSkuNo ?? '?',
          qty,
        ]),
      ),
      items: section.sectionItems.map(({ orderSectionItemNo, qty }) => ({ itemNo: orderSectionItemNo, qty })),
    })),
    document,
  }))

export type OrderAtStore = z.infer<typeof orderSchema>
export type SectionAtStore = OrderAtStore['sections'][number]

/** Units by SKU. */
export type Goods = ReadonlyMap<string, number>

export function tally(units: readonly (readonly [sku: string, qty: number])[]): Goods {
  const sums = new Map<string, number>()
  for (const [sku, qty] of units) sums.set(sku, (sums.get(sku) ?? 0) + qty)
  return sums
}

export const inWords = (goods: Goods): string =>
  [...goods]
    .map(([sku, qty]) => `${sku}×${String(qty)}`)
    .sort()
    .join(' ')

export const sameGoods = (one: Goods, other: Goods): boolean => inWords(one) === inWords(other)

const onTheirWay = ['SHIPPING', 'SHIPPING_COMPLETE', 'PURCHASE_CONFIRMATION']

/** It has left the shop, whatever was claimed of it since. */
export const hasLeft = ({ status }: SectionAtStore): boolean =>
  onTheirWay.includes(status) || status.startsWith('RETURN_') || status.startsWith('EXCHANGE_')

const single = z.object({ data: orderSchema })
const page = z.object({ data: z.object({ totalPage: z.number(), list: z.array(orderSchema) }) })
const tokens = z.object({ data: z.object({ accessToken: z.string() }) })

/** Reads and changes the store as anybody with a permission may: over HTTP, with tokens of its own. */
export function createStoreReader(fetchStore: (request: Request) => Promise<Response>) {
  let accessToken = ''

  async function signIn(): Promise<void> {
    const { clientId, clientSecret, redirectUri, siteCode } = demoClient
    const scope = 'site-info:write order:read order:write'
    const asked = new URLSearchParams({
      ...{ responseType: 'code', clientId, redirectUri, scope, siteCode, state: 'ordeal' },
    })
    const page = await fetchStore(
      new Request(`http://store/oauth2/authorize?${asked.toString()}`, { redirect: 'manual' }),
    )
    const code = new URL(page.headers.get('location') ?? 'http://store').searchParams.get('code') ?? ''
    const body = new URLSearchParams({
      ...{ grantType: 'authorization_code', clientId, clientSecret, redirectUri, code },
    })
    const answer = await fetchStore(new Request('http://store/oauth2/token', { method: 'POST', body }))
    accessToken = tokens.parse(await answer.json()).data.accessToken
  }

  async function call(method: string, path: string, body?: object): Promise<Response> {
    const ask = () =>
      fetchStore(
        new Request(`http://store${path}`, {
          method,
          headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
    const first = accessToken === '' ? null : await ask()
    if (first !== null && first.status !== 401) return first
    await signIn()
    return ask()
  }

  return {
    async order(orderNo: string): Promise<OrderAtStore> {
      return single.parse(await (await call('GET', `/orders/${orderNo}`)).json()).data
    },
    async allOrders(): Promise<OrderAtStore[]> {
      const all: OrderAtStore[] = []
      for (let number = 1; ; number += 1) {
        const answer = await call('GET', `/orders?page=${String(number)}&limit=100`)
        const { list, totalPage } = page.parse(await answer.json()).data
        all.push(...list)
        if (number >= totalPage) return all
      }
    },
    /** A documented call that changes something; whether the store did it. */
    async change(method: 'PATCH' | 'POST', path: string, body: object): Promise<boolean> {
      return (await call(method, path, body)).ok
    },
  }
}

export type StoreReader = ReturnType<typeof createStoreReader>
