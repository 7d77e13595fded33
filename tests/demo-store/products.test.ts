import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pictureKind } from '../../electron/station/catalog/picture-kind.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import { demoClient } from '../../electron/demo-store/demo-client.ts'

const address = 'http://store.test'

async function openShop(scope: string) {
  const store = createDemoStore({ file: ':memory:', clock: () => Date.UTC(2026, 10, 24), random: () => 0.5 })
  const query = new URLSearchParams({
    responseType: 'code',
    clientId: demoClient.clientId,
    redirectUri: demoClient.redirectUri,
    siteCode: demoClient.siteCode,
    scope,
    state: 's',
  })
  const agreed = await store.fetch(new Request(`${address}/oauth2/authorize?${query.toString()}`))
  const code = new URL(agreed.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const { clientId, clientSecret, redirectUri } = demoClient
  const body = new URLSearchParams({
    grantType: 'authorization_code',
    clientId,
    clientSecret,
    redirectUri,
    code,
  })
  const tokens = await store.fetch(new Request(`${address}/oauth2/token`, { method: 'POST', body }))
  const token = /"accessToken":"([^"]+)"/.exec(await tokens.text())?.[1] ?? ''
  return (path: string) =>
    store.fetch(new Request(address + path, { headers: { authorization: `Bearer ${token}` } }))
}

test('a product tells where its picture is, at the address the store was called by; anyone may fetch it', async () => {
  const get = await openShop('site-info:write product:read')
  const answer = await get('/products/1001?unitCode=u1')
  expect(await answer.json()).toMatchObject({
    statusCode: 200,
    data: { prodNo: 1001, productImages: [`${address}/pictures/1001.png`] },
  })
  const picture = await get('/pictures/1001.png')
  const bytes = new Uint8Array(await picture.arrayBuffer())
  expect(pictureKind(bytes, picture.headers.get('content-type') ?? '')).toBe('png')
  const data = Buffer.from(bytes)
  const at = data.indexOf('IDAT')
  expect(inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)))).toHaveLength(
    96 * (1 + 96 * 3),
  )
})

test('pictures of different products differ, and one product has none', async () => {
  const get = await openShop('site-info:write product:read')
  const [one, other] = await Promise.all([get('/pictures/1001.png'), get('/pictures/1002.png')])
  expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()))).toBe(false)
  expect(await (await get('/products/1020?unitCode=u1')).json()).toMatchObject({
    data: { productImages: [] },
  })
})

test('an app that may not read products is refused; an unknown product or picture is not there', async () => {
  const orders = await openShop('site-info:write order:read')
  expect(await (await orders('/products/1001?unitCode=u1')).json()).toMatchObject({
    error: { errorCode: 30103 },
  })
  const get = await openShop('site-info:write product:read')
  expect((await get('/products/77?unitCode=u1')).status).toBe(404)
  expect((await get('/pictures/secret.txt')).status).toBe(404)
})
