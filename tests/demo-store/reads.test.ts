import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../electron/demo-store/seed/catalogue.ts'
import { demo } from './demo-orders.ts'
import { itemNo, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, startOfTests } from './test-store.ts'

const numbers = async (store: TestStore, filter: string): Promise<number[]> => {
  const answer = await store.send('GET', `/orders?page=1&limit=100&${filter}`)
  const list = at(answer.data, 'list')
  return Array.isArray(list) ? list.map((order) => Number(at(order, 'orderNo'))) : []
}

const iso = (minutesAgo: number): string => new Date(startOfTests - minutesAgo * 60_000).toISOString()

describe('the order list', () => {
  test('pages through every order once, newest first', async () => {
    const store = await openTestStore()
    const whole = await numbers(store, '')
    expect(whole).toHaveLength(40)
    expect(whole[0]).toBe(202410104748141)
    const paged: number[] = []
    for (let page = 1; page <= 6; page += 1) {
      const { data } = await store.send('GET', `/orders?page=${page}&limit=7`)
      expect([
        at(data, 'totalCount'),
        at(data, 'totalPage'),
        at(data, 'currentPage'),
        at(data, 'pageSize'),
      ]).toEqual([40, 6, page, 7])
      const list = at(data, 'list')
      if (Array.isArray(list)) paged.push(...list.map((order) => Number(at(order, 'orderNo'))))
    }
    expect(paged).toEqual(whole)
  })

  test('a page after the last one is empty', async () => {
    const store = await openTestStore()
    expect(at((await store.send('GET', '/orders?page=9&limit=100')).data, 'list')).toEqual([])
  })

  test.each([
    ['orderSectionStatus=SHIPPING_READY', [demo.ready]],
    ['orderSectionStatus=RETURN_REQUEST', [demo.returnRequested]],
    ['isDeliveryHold=Y', [demo.held]],
    ['deliveryType=DOWNLOAD', [demo.download]],
    ['deliveryPayType=DELIVERY_PRICE_AFTER', [202410104748039]],
    ['saleChannel=SMARTSTORE', [demo.smartstore]],
    ['saleChannel=NAVERPAY_ORDER', [demo.naverpay]],
    ['orderType=DIGITAL', [demo.download]],
    ['ordererName=김서윤', [demo.guide]],
    ['ordererCall=010-0000-1000', [demo.guide]],
    ['isGift=Y', [202410104747944]],
    ['paymentMethod=NAVERPAY', [202410104747931]],
    ['paymentStatus=PAYMENT_PREPARATION', [demo.unpaid]],
    ['paymentStatus=PAYMENT_PREPARATION&includeOrderPending=Y', [demo.pending, demo.unpaid]],
    ['paymentStatus=REFUND_COMPLETE', [demo.cancelled]],
    ['shippingPlaceCode=sp20240601aa11bb22cc02', [202410104747923]],
    [`startWtime=${iso(100)}&endWtime=${iso(93)}`, [demo.guide]],
    [`startDeliverySendTime=${iso(1500)}&endDeliverySendTime=${iso(1300)}`, [demo.onItsWay]],
    [`startDeliveryCompleteTime=${iso(1400)}&endDeliveryCompleteTime=${iso(1000)}`, [demo.delivered]],
    [`startCancelRequestTime=${iso(60)}`, [demo.cancelRequested]],
    [`endCancelRequestTime=${iso(60)}`, [demo.cancelled]],
    ['orderSectionStatus=SHIPPING&deliveryType=VISIT', []],
  ])('filters by %s', async (filter, expected) => {
    const store = await openTestStore()
    expect(await numbers(store, filter)).toEqual(expected)
  })

  test.each(['isMember', 'isFirst', 'isCancelReq', 'isRequestPayment'] as const)(
    'filters by %s: Y and N together are everything',
    async (name) => {
      const store = await openTestStore()
      const yes = await numbers(store, `${name}=Y`)
      const no = await numbers(store, `${name}=N`)
      expect([...yes, ...no].sort()).toEqual((await numbers(store, '')).sort())
    },
  )

  test('filters by member', async () => {
    const store = await openTestStore()
    const { memberCode, memberUid } = store.order(demo.oneItem)
    expect(await numbers(store, `memberCode=${memberCode ?? ''}`)).toEqual([demo.oneItem])
    expect(await numbers(store, `memberUid=${encodeURIComponent(memberUid ?? '')}`)).toEqual([demo.oneItem])
  })

  test.each([
    ['10001 without page and limit', '/orders'],
    ['10001 for page 0', '/orders?page=0&limit=10'],
    ['10001 for a limit over 100', '/orders?page=1&limit=101'],
    ['10001 for a limit that is no number', '/orders?page=1&limit=many'],
    ['10001 for a status there is not', '/orders?page=1&limit=1&orderSectionStatus=PACKED'],
    ['10001 for a time there is not', '/orders?page=1&limit=1&startWtime=2026-13-45T00:00:00Z'],
    ['10001 for a time in words', '/orders?page=1&limit=1&startWtime=yesterday'],
    ['10001 for a parameter given twice', '/orders?page=1&page=2&limit=1'],
    ['30104 for a unit there is not', '/orders?page=1&limit=1&unitCode=u1'],
  ])('%s', async (name, path) => {
    const store = await openTestStore()
    const answer = await store.send('GET', path)
    expect([answer.status, answer.code]).toEqual([400, Number(name.slice(0, 5))])
  })

  test('a wrong value is told with where it stands', async () => {
    const store = await openTestStore()
    const answer = await store.send('GET', '/orders?page=1&limit=101')
    expect(at(answer.body, 'error', 'data', 0)).toMatchObject({ in: 'query', field: 'limit' })
  })
})

describe('one order', () => {
  test('30096 for an order there is not', async () => {
    const store = await openTestStore()
    const answer = await store.send('GET', orderPath(1))
    expect([answer.status, answer.code]).toEqual([400, 30096])
  })

  test('10001 for a number that is none', async () => {
    const store = await openTestStore()
    expect((await store.send('GET', '/orders/guide')).code).toBe(10001)
  })

  test('30273 for an order with a product that is not linked, at every level', async () => {
    const store = await openTestStore()
    const code = store.section(demo.unlinked).orderSectionCode
    const item = sectionPath(demo.unlinked, code, `order-section-item/${itemNo(demo.unlinked, 1)}`)
    const paths = [orderPath(demo.unlinked), orderPath(demo.unlinked, 'order-sections'), item]
    for (const path of paths) expect((await store.send('GET', path)).code).toBe(30273)
  })
})

describe('the three levels answer what the guide says', () => {
  test('an order comes with its sections and their items', async () => {
    const store = await openTestStore()
    const { data } = await store.send('GET', orderPath(demo.guide))
    expect(at(data, 'orderNo')).toBe(demo.guide)
    expect(at(data, 'sections', 0, 'sectionItems', 1, 'qty')).toBe(4)
  })

  test('a section comes with its items, alone and in the list', async () => {
    const store = await openTestStore()
    const list = await store.send('GET', orderPath(demo.guide, 'order-sections'))
    const code = String(at(list.data, 0, 'orderSectionCode'))
    const one = await store.send('GET', sectionPath(demo.guide, code))
    expect(at(list.data, 0)).toEqual(one.data)
    expect(at(one.data, 'sectionItems', 0, 'qty')).toBe(2)
  })

  test('items come alone and in the list', async () => {
    const store = await openTestStore()
    const code = store.section(demo.guide).orderSectionCode
    const list = await store.send('GET', sectionPath(demo.guide, code, 'order-section-items'))
    const one = await store.send(
      'GET',
      sectionPath(demo.guide, code, `order-section-item/${itemNo(demo.guide, 2)}`),
    )
    expect(list.data).toHaveLength(2)
    expect(at(list.data, 1)).toEqual(one.data)
  })

  test('the section list takes the section filters', async () => {
    const store = await openTestStore()
    const path = orderPath(demo.twoSections, 'order-sections')
    expect((await store.send('GET', `${path}?orderSectionStatus=SHIPPING`)).data).toHaveLength(1)
    expect((await store.send('GET', `${path}?isDeliveryHold=Y`)).data).toEqual([])
  })

  test('30060, 30097 and 30092 for order, section and item there are not', async () => {
    const store = await openTestStore()
    const code = store.section(demo.guide).orderSectionCode
    expect((await store.send('GET', orderPath(1, 'order-sections'))).code).toBe(30060)
    expect((await store.send('GET', sectionPath(demo.guide, 'os1'))).code).toBe(30097)
    expect((await store.send('GET', sectionPath(demo.guide, 'os1', 'order-section-items'))).code).toBe(30060)
    expect((await store.send('GET', sectionPath(demo.guide, code, 'order-section-item/1'))).code).toBe(30092)
  })
})

describe('lists beside the orders', () => {
  test('coupons of an order', async () => {
    const store = await openTestStore()
    expect((await store.send('GET', orderPath(demo.discounts, 'coupons'))).data).toHaveLength(1)
    expect((await store.send('GET', orderPath(demo.guide, 'coupons'))).data).toEqual([])
    expect((await store.send('GET', orderPath(1, 'coupons'))).code).toBe(30060)
  })

  test('couriers, each with the number that writes use', async () => {
    const store = await openTestStore()
    const { data } = await store.send('GET', '/orders/parcel-company-list')
    expect(data).toContainEqual({ idx: 4, parcelCompanyCode: 'CJ', countryCode: 'KR', name: 'CJ대한통운' })
  })

  test('shipping places, all or one, of a unit that exists (30104)', async () => {
    const store = await openTestStore()
    const unit = readCatalogue().site.units[0]?.unitCode ?? ''
    const path = `/orders/shipping-places?unitCode=${unit}`
    expect((await store.send('GET', path)).data).toHaveLength(2)
    expect((await store.send('GET', `${path}&shippingPlaceCode=sp20240601aa11bb22cc02`)).data).toHaveLength(1)
    expect(
      (await store.send('GET', `${path}&shippingPlaceName=${encodeURIComponent('제주 본창고')}`)).data,
    ).toHaveLength(1)
    expect((await store.send('GET', '/orders/shipping-places?unitCode=u1')).code).toBe(30104)
    expect((await store.send('GET', '/orders/shipping-places')).code).toBe(10001)
  })
})
