import { describe, expect, it } from 'vitest'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import { createOrderService } from '../../../electron/station/imweb/order-service.ts'

/** The service on a store that gives one answer, and the calls it was asked. */
function serviceWith(data: unknown) {
  const calls: { method: string; path: string; priority: string; body?: unknown }[] = []
  const service = createOrderService(({ schema, ...call }) => {
    calls.push(call)
    const read = schema.safeParse(data)
    const answer: StoreAnswer<never> = { kind: 'unanswered', why: 'answer not understood' }
    return Promise.resolve(read.success ? { kind: 'ok', data: read.data } : answer)
  })
  return { service, calls }
}

describe('what a desk reads from the store', () => {
  it('itself: its name and unit', async () => {
    const { service, calls } = serviceWith({ siteCode: 'S1', unitList: [{ unitCode: 'u1', name: '가게' }] })
    expect(await service.site()).toEqual({ kind: 'ok', data: { name: '가게', unitCode: 'u1' } })
    expect(calls).toEqual([{ method: 'GET', path: '/site-info', priority: 'read' }])
  })

  it('its couriers', async () => {
    const { service, calls } = serviceWith([{ idx: 4, name: '택배' }])
    expect(await service.couriers()).toEqual({ kind: 'ok', data: [{ idx: 4, name: '택배' }] })
    expect(calls).toEqual([{ method: 'GET', path: '/orders/parcel-company-list', priority: 'read' }])
  })

  it.each([
    ['unit', null, '/orders?page=3&limit=100&orderSectionStatus=SHIPPING_READY&unitCode=unit'],
    ['', null, '/orders?page=3&limit=100&orderSectionStatus=SHIPPING_READY'],
    [
      '',
      '2026-11-24T00:00:00.000Z',
      '/orders?page=3&limit=100&orderSectionStatus=SHIPPING_READY&startWtime=2026-11-24T00%3A00%3A00.000Z',
    ],
  ])('a page of a list, of unit "%s", since %s', async (unitCode, since, path) => {
    const { service, calls } = serviceWith({ totalPage: 3, list: [{ orderNo: 17 }, {}] })
    expect(await service.ordersWith('SHIPPING_READY', unitCode, 3, since)).toEqual({
      kind: 'ok',
      data: { orders: [{ orderNo: '17', document: { orderNo: 17 } }], unreadable: 1, isLast: true },
    })
    expect(calls).toEqual([{ method: 'GET', path, priority: 'poll' }])
  })

  it('an order, as urgent as it is asked for, and no other than that', async () => {
    const { service, calls } = serviceWith({ orderNo: 17, sections: [] })
    expect(await service.order('17', 'poll')).toMatchObject({ kind: 'ok', data: { orderNo: '17' } })
    expect(await service.order('18', 'read')).toMatchObject({ kind: 'unanswered' })
    expect(calls).toEqual([
      { method: 'GET', path: '/orders/17', priority: 'poll' },
      { method: 'GET', path: '/orders/18', priority: 'read' },
    ])
  })

  it.each([
    [['http://a/1.png', 'http://a/2.png'], 'http://a/1.png'],
    [[{ url: 'http://a/1.png' }], 'http://a/1.png'],
    [[17, 'http://a/2.png'], 'http://a/2.png'],
    [[], null],
    [null, null],
    [undefined, null],
  ])('the picture of a product, of %j', async (productImages, address) => {
    const { service, calls } = serviceWith({ productImages })
    expect(await service.pictureOf('1/2', 'u 1')).toEqual({ kind: 'ok', data: address })
    expect(calls).toEqual([{ method: 'GET', path: '/products/1%2F2?unitCode=u+1', priority: 'extra' }])
  })
})
