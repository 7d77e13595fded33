import type { HttpRequest, HttpResult } from '../../../electron/station/imweb/transport.ts'
import { orderNoIn } from '../at-store.ts'
import type { Given, Road, Strike } from '../road.ts'

/** Answers that are well formed and not true: of an earlier time, of another call, or of nothing that was done. */

const ok = (body: string): HttpResult => ({
  kind: 'answer',
  status: 200,
  headers: new Headers({ 'content-type': 'application/json' }),
  body,
})

const minutes = 60_000

/** A read is answered with what there was so long ago; what did not exist then is answered as it is. */
async function asOf(ms: number, request: HttpRequest, { atStore, time, note }: Road): Promise<HttpResult> {
  const { past } = atStore
  const orderNo = orderNoIn(request.url)
  const at = time.now() - ms
  const body =
    orderNo === null ? past.listAt(new URL(request.url).searchParams, at) : past.singleAt(orderNo, at)
  note(`    as it was ${String(Math.round(ms / 1000))} s ago`)
  return body === null ? atStore.carryOut(request) : ok(body)
}

export const lags: Strike = (request, road) => asOf(1_000 + road.chance.below(59_000), request, road)

export const listLags: Strike = (request, road) => asOf(10_000 + road.chance.below(110_000), request, road)

/** Some orders are missing from the lists, the same ones for a minute. */
export const ordersVanish: Strike = async (request, { atStore, time }) => {
  const minute = Math.floor(time.now() / minutes)
  const isGone = (orderNo: string) => (Number(orderNo) * 7 + minute * 13) % 3 === 0
  return ok(atStore.past.listAt(new URL(request.url).searchParams, time.now(), isGone))
}

const anyOf = (road: Road, wanted: (given: Given) => boolean): Given | undefined =>
  road.chance.pick(
    road.given.filter(
      (given) => given.at >= road.time.now() - 2 * minutes && given.result.status === 200 && wanted(given),
    ),
  )

/** A cache answers the same request as it was answered before; the store does not hear of it. */
export const answeredAsBefore: Strike = async (request, road) => {
  const { method, url, body } = request
  const before = anyOf(
    road,
    (given) => given.request.method === method && given.request.url === url && given.request.body === body,
  )
  return before?.result ?? road.atStore.carryOut(request)
}

/** It is carried out, and answered with what somebody else was answered. */
export const answeredAsAnother: Strike = async (request, road) => {
  const result = await road.atStore.carryOut(request)
  const isRead = request.method === 'GET'
  const other = anyOf(
    road,
    (given) =>
      !given.request.url.includes('/oauth2/') &&
      given.request.url !== request.url &&
      (isRead ? given.request.method === 'GET' : road.chance.is(0.8) === (given.request.method !== 'GET')),
  )
  if (other !== undefined) road.note(`    answered as ${other.request.method} ${other.request.url}`)
  return other?.result ?? result
}

/** Somebody says yes, and nothing is done. */
export const saysYes: Strike = async ({ url, body, method }, { chance }) => {
  const asked: unknown = JSON.parse(body ?? '{}')
  const list = typeof asked === 'object' && asked !== null ? Object.entries(asked) : []
  const items: unknown = list.find(([name]) => name === 'orderSectionItemDataList')?.[1]
  const isPlainYes = method === 'DELETE' || (method === 'PATCH' && url.endsWith('/invoice'))
  const made = {
    isNewSection: 'Y',
    newSectionData: {
      orderSectionCode: `os${String(chance.below(1e9)).padStart(20, '0')}`,
      orderSectionItemDataList: items,
    },
  }
  const data = isPlainYes ? true : items !== undefined && chance.is(0.5) ? made : { isNewSection: 'N' }
  return ok(JSON.stringify({ statusCode: 200, data }))
}
