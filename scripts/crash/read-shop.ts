import { z } from 'zod'
import { demoClient } from '../../electron/demo-store/demo-client.ts'

/** An order as the store itself tells of it. Goods are counted by order line, whose code stays when a section is split. */
export const shopOrderSchema = z
  .object({
    orderNo: z.number(),
    saleChannel: z.string(),
    sections: z.array(
      z.object({
        orderSectionCode: z.string(),
        orderSectionStatus: z.string(),
        invoice: z.object({ invoiceNo: z.string().optional() }).nullish(),
        sectionItems: z.array(
          z.object({ orderSectionItemNo: z.string(), orderItemCode: z.string(), qty: z.number().int() }),
        ),
      }),
    ),
  })
  .transform(({ orderNo, saleChannel, sections }) => ({
    orderNo: String(orderNo),
    channel: saleChannel,
    sections: sections.map((section) => ({
      code: section.orderSectionCode,
      status: section.orderSectionStatus,
      invoiceNo: section.invoice?.invoiceNo ?? null,
      items: section.sectionItems.map((item) => ({
        itemNo: item.orderSectionItemNo,
        line: item.orderItemCode,
        qty: item.qty,
      })),
    })),
  }))

export type ShopOrder = z.infer<typeof shopOrderSchema>
export type ShopSection = ShopOrder['sections'][number]

const tokenAnswer = z.object({ data: z.object({ accessToken: z.string() }) })
const siteAnswer = z.object({
  data: z.object({ unitList: z.array(z.object({ unitCode: z.string() })).min(1) }),
})
const pageAnswer = z.object({ data: z.object({ totalPage: z.number(), list: z.array(shopOrderSchema) }) })

/** Every order of the store, asked for over HTTP as any other client would, however long its limiter makes that take. */
export async function readWholeShop(url: string): Promise<ShopOrder[]> {
  const headers = { authorization: `Bearer ${await signIn(url)}` }
  const site = siteAnswer.parse(await ask(`${url}/site-info`, { headers }))
  const unitCode = site.data.unitList[0]?.unitCode ?? ''
  const orders: ShopOrder[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = new URLSearchParams({ page: String(page), limit: '100', unitCode })
    const { data } = pageAnswer.parse(await ask(`${url}/orders?${query.toString()}`, { headers }))
    pages = data.totalPage
    orders.push(...data.list)
  }
  return orders
}

async function signIn(url: string): Promise<string> {
  const { clientId, clientSecret, redirectUri, siteCode } = demoClient
  const scope = 'site-info:write order:read'
  const query = new URLSearchParams({
    responseType: 'code',
    clientId,
    redirectUri,
    siteCode,
    scope,
    state: 'crash',
  })
  const approved = await patiently(`${url}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' })
  const code = new URL(approved.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const answer = await ask(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grantType: 'authorization_code', clientId, clientSecret, redirectUri, code }),
  })
  return tokenAnswer.parse(answer).data.accessToken
}

async function ask(url: string, init: RequestInit): Promise<unknown> {
  const answer = await patiently(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`the store answered ${String(answer.status)}: ${text}`)
  return JSON.parse(text)
}

/** Asks again for as long as the limiter says so. */
async function patiently(url: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, init)
    if (answer.status !== 429) return answer
    await answer.arrayBuffer()
    const seconds = Number(answer.headers.get('retry-after') ?? 1)
    await new Promise((resolve) => {
      setTimeout(resolve, Math.max(1, seconds) * 1000)
    })
  }
}
