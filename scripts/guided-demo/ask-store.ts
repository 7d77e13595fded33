import { z } from 'zod'
import { demoClient } from '../../electron/demo-store/demo-client.ts'

const tokenAnswer = z.object({ data: z.object({ accessToken: z.string() }) })

const orderAnswer = z.object({
  data: z.object({
    sections: z.array(
      z.object({
        orderSectionCode: z.string(),
        orderSectionStatus: z.string(),
        invoice: z.object({ invoiceNo: z.string().optional() }).nullish(),
        sectionItems: z.array(
          z.object({
            qty: z.number(),
            productInfo: z.object({ optionSkuNo: z.string().nullish(), prodSkuNo: z.string().nullish() }),
          }),
        ),
      }),
    ),
  }),
})

/** A section as the store itself tells of it. */
export interface StoreSection {
  readonly code: string
  readonly status: string
  readonly invoiceNo: string | null
  /** SKU to quantity. */
  readonly goods: Readonly<Record<string, number>>
}

/** Asks a demo store over HTTP, as any other client would, what it knows of an order. */
export async function askStore(storeUrl: string, orderNo: string): Promise<StoreSection[]> {
  const token = await signIn(storeUrl)
  const response = await fetch(`${storeUrl}/orders/${orderNo}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { data } = orderAnswer.parse(await response.json())
  return data.sections.map((section) => ({
    code: section.orderSectionCode,
    status: section.orderSectionStatus,
    invoiceNo: section.invoice?.invoiceNo ?? null,
    goods: Object.fromEntries(
      section.sectionItems.map(({ qty, productInfo }) => [
        productInfo.optionSkuNo ?? productInfo.prodSkuNo ?? '?',
        qty,
      ]),
    ),
  }))
}

async function signIn(storeUrl: string): Promise<string> {
  const { clientId, clientSecret, redirectUri, siteCode } = demoClient
  const query = new URLSearchParams({
    responseType: 'code',
    clientId,
    redirectUri,
    siteCode,
    scope: 'site-info:write order:read',
    state: 'guided-demo',
  })
  const approved = await fetch(`${storeUrl}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' })
  const code = new URL(approved.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const answer = await fetch(`${storeUrl}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grantType: 'authorization_code', clientId, clientSecret, redirectUri, code }),
  })
  return tokenAnswer.parse(await answer.json()).data.accessToken
}
