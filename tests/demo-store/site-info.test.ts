import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../electron/demo-store/seed/catalogue.ts'
import { authorizePath, at, openTestStore } from './test-store.ts'

const [main, wholesale] = readCatalogue().site.units

describe('the site', () => {
  test('tells its code and its units', async () => {
    const store = await openTestStore()
    const { data } = await store.send('GET', '/site-info')
    expect(at(data, 'siteCode')).toMatch(/^S/)
    expect(at(data, 'unitList', 0, 'unitCode')).toBe(main?.unitCode)
  })

  test('30006 for menus and details of a unit there is not', async () => {
    const store = await openTestStore()
    expect((await store.send('GET', `/site-info/menu?unitCode=${main?.unitCode ?? ''}`)).data).toHaveLength(2)
    const answer = await store.send('GET', '/site-info/menu?unitCode=u1')
    expect([answer.status, answer.code]).toEqual([404, 30006])
    expect((await store.send('GET', '/site-info/unit/u1')).code).toBe(30006)
  })

  test('30116 for a unit without a main domain', async () => {
    const store = await openTestStore()
    expect(
      at((await store.send('GET', `/site-info/unit/${main?.unitCode ?? ''}`)).data, 'primaryDomain'),
    ).toBeTruthy()
    const answer = await store.send('GET', `/site-info/unit/${wholesale?.unitCode ?? ''}`)
    expect([answer.status, answer.code]).toEqual([404, 30116])
  })
})

describe('the link between site and app', () => {
  const installed = () => openTestStore({ assumptions: { firstLink: 'linking' } })

  test('30132 for orders until the app reports the link complete', async () => {
    const store = await installed()
    expect((await store.send('GET', '/orders?page=1&limit=1')).code).toBe(30132)
    expect((await store.send('PATCH', '/site-info/integration-complete')).data).toBe(true)
    expect((await store.send('GET', '/orders?page=1&limit=1')).status).toBe(200)
  })

  test('30128 for completing a link that is not being made', async () => {
    const store = await openTestStore()
    expect((await store.send('PATCH', '/site-info/integration-complete', {})).code).toBe(30128)
  })

  test('30130 for ending, or describing, a link that is not complete', async () => {
    const store = await installed()
    expect((await store.send('PATCH', '/site-info/integration-cancellation')).code).toBe(30130)
    expect((await store.send('PATCH', '/site-info/integration-info', { configData: {} })).code).toBe(30130)
  })

  test('30117 for describing a link that was ended; authorizing again starts a new one', async () => {
    const store = await installed()
    await store.send('PATCH', '/site-info/integration-complete', { configData: { desk: 1 } })
    expect(at((await store.send('GET', '/site-info')).data, 'configData')).toEqual({ desk: 1 })
    expect((await store.send('PATCH', '/site-info/integration-cancellation')).data).toBe(true)
    expect((await store.send('PATCH', '/site-info/integration-info', { configData: {} })).code).toBe(30117)
    expect((await store.send('GET', '/orders?page=1&limit=1')).code).toBe(30132)
    await store.sendBare('GET', authorizePath())
    expect((await store.send('PATCH', '/site-info/integration-complete', {})).data).toBe(true)
  })

  test('keeps link data, and gives it back', async () => {
    const store = await openTestStore()
    expect((await store.send('PATCH', '/site-info/integration-info', { configData: { a: [1] } })).data).toBe(
      true,
    )
    expect(at((await store.send('GET', '/site-info')).data, 'configData')).toEqual({ a: [1] })
  })

  test('30196 for link data that is too large, 10001 for data that is no object', async () => {
    const store = await openTestStore()
    const configData = { a: 'x'.repeat(20_000) }
    expect((await store.send('PATCH', '/site-info/integration-info', { configData })).code).toBe(30196)
    expect((await store.send('PATCH', '/site-info/integration-info', { configData: 'x' })).code).toBe(10001)
  })

  test('30195 where the app may keep no link data', async () => {
    const store = await openTestStore({ assumptions: { linkData: 'unsupported' } })
    expect((await store.send('PATCH', '/site-info/integration-info', { configData: {} })).code).toBe(30195)
  })

  test('30195 and 30196 for the data that comes with the report of a complete link', async () => {
    const configData = { a: 'x'.repeat(20_000) }
    const store = await installed()
    expect((await store.send('PATCH', '/site-info/integration-complete', { configData })).code).toBe(30196)
    const without = await openTestStore({ assumptions: { firstLink: 'linking', linkData: 'unsupported' } })
    const small = { configData: {} }
    expect((await without.send('PATCH', '/site-info/integration-complete', small)).code).toBe(30195)
  })
})
