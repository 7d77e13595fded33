import { describe, expect, test } from 'vitest'
import { answerComplaints } from '../contract/validate-answer.ts'
import { demo } from './demo-orders.ts'
import { itemNo, orderPath } from './paths.ts'
import { at, openTestStore, units } from './test-store.ts'

const secret = 'only for tests'

const openWithControl = async () => {
  const opened = await openTestStore({ controlSecret: secret })
  const control = (method: string, path: string, body?: object) =>
    opened.sendBare(method, `/__control${path}`, body, { 'x-control-secret': secret })
  return { ...opened, control, shop: opened.store.control.shop }
}

describe("the shop's side of life", () => {
  test('a new order is there to be pulled, by its number and in the list', async () => {
    const { shop, send } = await openWithControl()
    const order = shop.addOrder({ orderer: '봄이', lines: [['RICE-2KG', 2]] })
    const read = await send('GET', orderPath(order.orderNo))
    expect(at(read.data, 'ordererName')).toBe('봄이')
    const list = await send('GET', '/orders?page=1&limit=1')
    expect(at(list.data, 'list', 0, 'orderNo')).toBe(order.orderNo)
  })

  test('paying makes an unpaid order ready to ship, and a pending one appear', async () => {
    const { shop } = await openWithControl()
    expect(shop.pay(demo.unpaid).payments[0]?.paymentStatus).toBe('PAYMENT_COMPLETE')
    expect(shop.pay(demo.pending).totalPaymentPrice).toBeGreaterThan(0)
  })

  test('a customer asks to cancel; the shop cancels at once, paid or not', async () => {
    const { shop } = await openWithControl()
    const asked = shop.requestCancel(demo.guide)
    expect(asked.sections[0]).toMatchObject({
      orderSectionStatus: 'CANCEL_REQUEST',
      cancelInfo: { isCustomerRequest: 'Y' },
    })
    const cancelled = shop.cancel(demo.oneItem)
    expect([cancelled.orderStatus, cancelled.totalRefundedPrice]).toEqual([
      'CLOSED',
      cancelled.totalPaymentPrice,
    ])
    expect(shop.cancel(demo.unpaid).payments[0]?.paymentStatus).toBe('CANCELLED_BEFORE_DEPOSIT')
  })

  test('holding and releasing, all sections or one', async () => {
    const { shop, section } = await openWithControl()
    expect(shop.hold(demo.guide).sections[0]?.isDeliveryHold).toBe('Y')
    expect(shop.release(demo.guide).sections[0]?.isDeliveryHold).toBe('N')
    const code = section(demo.twoSections, 1).orderSectionCode
    expect(shop.hold(demo.twoSections, code).sections.map((s) => s.isDeliveryHold)).toEqual(['N', 'Y'])
  })

  test('another address', async () => {
    const { shop } = await openWithControl()
    const order = shop.changeAddress(demo.guide, {
      addr1: '부산광역시 해운대구 바다빛로 1',
      zipcode: '48095',
    })
    expect(order.sections[0]?.delivery).toMatchObject({ zipcode: '48095', receiverName: '김서윤' })
  })

  test('an order changes while it is on the desk, sums and all', async () => {
    const { shop, section, order } = await openWithControl()
    const before = order(demo.guide)
    const fewer = shop.changeItem(demo.guide, itemNo(demo.guide, 2), 3)
    expect(fewer.totalPaymentPrice).toBe(before.totalPaymentPrice - 4_500)
    const more = shop.addItem(demo.guide, section(demo.guide).orderSectionCode, 'G-LAVER-10', 2)
    expect(more.sections[0]?.sectionItems.at(-1)).toMatchObject({
      orderSectionItemNo: itemNo(demo.guide, 3),
      qty: 2,
    })
    const without = shop.changeItem(demo.guide, itemNo(demo.guide, 1), 0)
    expect(without.sections[0]?.sectionItems).toHaveLength(2)
    expect(() => shop.changeItem(demo.oneItem, itemNo(demo.oneItem, 1), 0)).toThrow()
  })

  test('a section, or a part of one, is sent from elsewhere', async () => {
    const { shop, section } = await openWithControl()
    const orderSectionCode = section(demo.guide).orderSectionCode
    const sent = { orderSectionCode, invoiceNo: '680000000055', parcelCompanyIdx: 4 }
    const part = shop.shipElsewhere(demo.guide, {
      ...sent,
      orderSectionItemDataList: units([itemNo(demo.guide, 1), 1]),
    })
    expect(part.sections.map((s) => s.orderSectionStatus)).toEqual(['PRODUCT_PREPARATION', 'SHIPPING'])
    const whole = shop.shipElsewhere(demo.guide, { ...sent, invoiceNo: '680000000056' })
    expect(whole.sections.map((s) => s.orderSectionStatus)).toEqual(['SHIPPING', 'SHIPPING'])
  })

  test('the customer confirms what was delivered', async () => {
    const { shop } = await openWithControl()
    expect(shop.confirmPurchase(demo.delivered).orderStatus).toBe('CLOSED')
  })
})

describe('the control API', () => {
  test('does not exist without its secret, or with another', async () => {
    const closed = await openTestStore()
    expect(
      (await closed.sendBare('GET', '/__control/faults', undefined, { 'x-control-secret': '' })).status,
    ).toBe(404)
    const { sendBare } = await openWithControl()
    expect((await sendBare('GET', '/__control/faults')).status).toBe(404)
    expect(
      (await sendBare('GET', '/__control/faults', undefined, { 'x-control-secret': 'guess' })).status,
    ).toBe(404)
  })

  test('plans faults, jumps the clock, ends tokens, refuses connections', async () => {
    const opened = await openTestStore({ controlSecret: secret, isContractChecked: false })
    const control = (method: string, path: string, body?: object) =>
      opened.sendBare(method, `/__control${path}`, body, { 'x-control-secret': secret })
    await control('POST', '/faults', { fault: { kind: 'server-error' }, path: '/site-info' })
    expect((await control('GET', '/faults')).data).toHaveLength(1)
    expect((await opened.send('GET', '/site-info')).status).toBe(500)
    await control('POST', '/faults', { fault: { kind: 'server-error' } })
    await control('DELETE', '/faults')
    expect((await opened.send('GET', '/site-info')).status).toBe(200)
    await control('POST', '/tokens/expire', {})
    expect((await opened.send('GET', '/site-info')).code).toBe(30102)
    await control('POST', '/clock', { jumpSeconds: -60 })
    await control('POST', '/refuse', { seconds: 1 })
    await expect(opened.send('GET', '/site-info')).rejects.toThrow('refused')
    opened.clock.now += 1_000
    await control('DELETE', '/requests')
    await opened.send('GET', '/site-info')
    expect(at((await control('GET', '/requests')).data, 0, 'path')).toBe('/site-info')
  })

  test.each([
    ['/pay', demo.unpaid, {}],
    ['/request-cancel', demo.guide, {}],
    ['/cancel', demo.guide, {}],
    ['/hold', demo.guide, {}],
    ['/release', demo.held, {}],
    ['/address', demo.guide, { addr1: '강원특별자치도 춘천시 물안개길 1' }],
    ['/item', demo.guide, { orderSectionItemNo: itemNo(demo.guide, 1), qty: 1 }],
    ['/confirm-purchase', demo.delivered, {}],
    ['/channel-failure', demo.coupang, { fails: true }],
  ])('makes %s happen and answers an order that keeps the document', async (tail, orderNo, body) => {
    const { control } = await openWithControl()
    const answer = await control('POST', `/orders/${orderNo}${tail}`, body)
    expect(answer.status).toBe(200)
    expect(answerComplaints('GET', orderPath(orderNo), 200, answer.body)).toEqual([])
  })

  test.each([
    ['/new-item', { key: 'G-LAVER-10', qty: 1 }],
    ['/ship-elsewhere', { invoiceNo: '680000000055', parcelCompanyIdx: 4 }],
    ['/busy', { seconds: 5 }],
    ['/hold-return', { isHeld: true }],
  ])('makes %s happen on a section', async (tail, body) => {
    const { control, section } = await openWithControl()
    const orderSectionCode = section(demo.guide).orderSectionCode
    expect(
      (await control('POST', `/orders/${demo.guide}${tail}`, { ...body, orderSectionCode })).status,
    ).toBe(200)
  })

  test('refuses what it cannot do, in an envelope', async () => {
    const { control } = await openWithControl()
    expect((await control('POST', '/orders/1/pay')).code).toBe(30060)
    expect((await control('POST', '/faults', { fault: { kind: 'earthquake' } })).code).toBe(10001)
    expect((await control('POST', '/orders', { lines: [['NOTHING', 1]] })).code).toBe(10003)
    expect((await control('GET', '/nothing')).status).toBe(404)
  })
})
