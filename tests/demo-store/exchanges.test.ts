import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, units } from './test-store.ts'

const why = { retrieveType: 'ETC', exchangeReason: '색상 변경' }
const parcel = { retrievePayType: 'CASH_ON_DELIVERY', invoiceNo: '680000000077', parcelCompanyIdx: 4 }
const white = 'od2024060111aa22bb33ce1'
const largeCup = 'od2024060111aa22bb33cf2'

const onSection = (store: TestStore, orderNo: number, action: string, body: object = {}, index = 0) =>
  store.send('PATCH', sectionPath(orderNo, store.section(orderNo, index).orderSectionCode, action), body)

const withOption = (code: string, qty = 2) => ({
  ...why,
  orderSectionItemDataList: [{ ...units([itemNo(demo.onItsWay, 1), qty])[0], optionDetailCodes: [code] }],
})

describe('asking for an exchange', () => {
  test('keeps the reason, at every level', async () => {
    const store = await openTestStore()
    await onSection(store, demo.delivered, 'exchange-request', {
      ...why,
      ...parcel,
      retrieveType: 'SENDING_BY_CUSTOMER',
    })
    expect(store.section(demo.delivered)).toMatchObject({
      orderSectionStatus: 'EXCHANGE_REQUEST',
      exchangeInfo: { exchangeReason: '색상 변경', invoiceNo: parcel.invoiceNo, isRetrieved: 'N' },
    })
    const exchangeOptionData = [
      {
        orderSectionCode: store.section(demo.onItsWay).orderSectionCode,
        orderSectionItems: [{ orderSectionItemNo: itemNo(demo.onItsWay, 1), optionDetailCodes: [white] }],
      },
    ]
    const all = await store.send('PATCH', orderPath(demo.onItsWay, 'exchange-request'), {
      ...why,
      exchangeOptionData,
    })
    expect(at(all.data, 'successList')).toHaveLength(1)
    const other = await openTestStore()
    const part = { ...why, qty: 1, optionDetailCodes: [white] }
    const answer = await other.send('PATCH', itemPath(demo.onItsWay, 1, 'exchange-request'), part)
    expect(at(answer.data, 'isNewSection')).toBe('Y')
  })

  test.each([
    ['30111 before it has been sent', demo.guide],
    ['30070 when a cancel is asked for', demo.cancelRequested],
    ['30070 when an exchange is asked for already', demo.exchangeRequested],
    ['30075 when there is a return', demo.returnRequested],
    ['30071 when the order is closed', demo.confirmed],
    ['30113 when the order is not paid', demo.unpaid],
    ['30119 when the order is of an outside channel', demo.naverpay],
  ])('%s', async (name, orderNo) => {
    const store = await openTestStore()
    expect((await onSection(store, orderNo, 'exchange-request', why)).code).toBe(Number(name.slice(0, 5)))
  })

  test('30198 for an option of another product, 30197 for one short of stock, 30200 for an item without options', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.onItsWay, 'exchange-request', withOption(largeCup))).code).toBe(30198)
    expect((await onSection(store, demo.onItsWay, 'exchange-request', withOption('od1'))).code).toBe(30198)
    await onSection(store, demo.returnRequested, 'return-reject')
    const cup = { ...why, optionDetailCodes: [largeCup] }
    expect((await store.send('PATCH', itemPath(demo.returnRequested, 1, 'exchange-request'), cup)).code).toBe(
      30197,
    )
    const laver = { ...why, optionDetailCodes: [white] }
    expect((await store.send('PATCH', itemPath(demo.delivered, 2, 'exchange-request'), laver)).code).toBe(
      30200,
    )
  })

  test('30199 for an option asked for already', async () => {
    const store = await openTestStore()
    await onSection(store, demo.onItsWay, 'exchange-request', withOption(white, 1))
    const again = { ...withOption(white, 1) }
    expect((await onSection(store, demo.onItsWay, 'exchange-request', again)).code).toBe(30199)
  })

  test('10003 without the invoice of goods that are fetched; 30060, 30062, 30092, 30094 for what is not there', async () => {
    const store = await openTestStore()
    const fetched = { ...why, retrieveType: 'MANUAL_RETRIEVE_REQUEST' }
    expect((await onSection(store, demo.delivered, 'exchange-request', fetched)).code).toBe(10003)
    expect((await store.send('PATCH', orderPath(1, 'exchange-request'), why)).code).toBe(30060)
    expect(
      (await store.send('PATCH', sectionPath(demo.delivered, 'os1', 'exchange-request'), why)).code,
    ).toBe(30062)
    expect((await store.send('PATCH', itemPath(demo.delivered, 9, 'exchange-request'), why)).code).toBe(30092)
    expect(
      (await store.send('PATCH', itemPath(demo.delivered, 1, 'exchange-request'), { ...why, qty: 9 })).code,
    ).toBe(30094)
  })
})

describe('deciding an exchange', () => {
  test('refusing puts the section back to 배송완료, at every level', async () => {
    const store = await openTestStore()
    await onSection(store, demo.exchangeRequested, 'exchange-reject')
    expect(store.section(demo.exchangeRequested).orderSectionStatus).toBe('SHIPPING_COMPLETE')
    await onSection(store, demo.exchangeRequested, 'exchange-request', why)
    expect(
      at(
        (await store.send('PATCH', orderPath(demo.exchangeRequested, 'exchange-reject'), {})).data,
        'successList',
      ),
    ).toHaveLength(1)
    await onSection(store, demo.exchangeRequested, 'exchange-request', why)
    expect((await store.send('PATCH', itemPath(demo.exchangeRequested, 1, 'exchange-reject'))).status).toBe(
      200,
    )
    expect(store.section(demo.exchangeRequested).exchangeInfo).toBeUndefined()
  })

  test('30140 when no exchange is asked for, 30070 when the claim is decided', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.delivered, 'exchange-reject')).code).toBe(30140)
    expect((await store.send('PATCH', orderPath(demo.delivered, 'exchange-reject'), {})).code).toBe(30140)
    expect((await onSection(store, demo.cancelled, 'exchange-reject')).code).toBe(30070)
  })

  test('approving prepares the goods again, with the options asked for, for a second journey', async () => {
    const store = await openTestStore()
    await onSection(store, demo.onItsWay, 'exchange-request', withOption(white))
    expect((await onSection(store, demo.onItsWay, 'exchange-approve')).data).toBe(true)
    const section = store.section(demo.onItsWay)
    expect(section).toMatchObject({ orderSectionStatus: 'EXCHANGE_PRODUCT_PREPARATION' })
    expect(section.sectionItems[0]?.productInfo).toMatchObject({
      optionSkuNo: 'TOWEL-W',
      optionDetailCode: white,
    })
    expect(section.invoice).toBeUndefined()
    const invoice = { invoiceNo: '680000000099', parcelCompanyIdx: 4 }
    const steps = [{ orderSectionStatus: 'SHIPPING_READY' }, { orderSectionStatus: 'SHIPPING', ...invoice }]
    for (const body of [...steps, { orderSectionStatus: 'SHIPPING_COMPLETE' }]) {
      expect((await onSection(store, demo.onItsWay, 'shipping-operation', body)).status).toBe(200)
    }
    expect(store.section(demo.onItsWay).orderSectionStatus).toBe('EXCHANGE_SHIPPING_COMPLETE')
  })

  test('the second journey may be assumed to be refused, and the exchange to be complete at once', async () => {
    const refusing = await openTestStore({ assumptions: { exchangeShipping: 'refuse' } })
    await onSection(refusing, demo.exchangeRequested, 'exchange-approve')
    const ready = { orderSectionStatus: 'SHIPPING_READY' }
    expect((await onSection(refusing, demo.exchangeRequested, 'shipping-operation', ready)).code).toBe(30077)
    const completing = await openTestStore({ assumptions: { approvedExchange: 'complete' } })
    await onSection(completing, demo.exchangeRequested, 'exchange-approve')
    expect(completing.section(demo.exchangeRequested).orderSectionStatus).toBe('EXCHANGE_COMPLETE')
  })

  test('an item may be approved out of its section, and the answer says so', async () => {
    const store = await openTestStore()
    await onSection(store, demo.delivered, 'exchange-request', why)
    const answer = await store.send('PATCH', itemPath(demo.delivered, 1, 'exchange-approve'), {})
    expect(at(answer.data, 'isNewSection')).toBe('Y')
    expect(store.order(demo.delivered).sections.map((s) => s.orderSectionStatus)).toEqual([
      'EXCHANGE_REQUEST',
      'EXCHANGE_PRODUCT_PREPARATION',
    ])
  })

  test.each([
    ['30159 for a fee below 0', { requestedDeliveryAmount: -1 }],
    ['30163 for deducting more than there is', { excludeDeliveryAmount: 1_000_000 }],
    ['10003 for both fees at once', { requestedDeliveryAmount: 1, excludeDeliveryAmount: 1 }],
  ])('%s', async (name, body) => {
    const store = await openTestStore()
    expect((await onSection(store, demo.exchangeRequested, 'exchange-approve', body)).code).toBe(
      Number(name.slice(0, 5)),
    )
  })

  test('a fee to be charged asks the customer for another payment', async () => {
    const store = await openTestStore()
    await onSection(store, demo.exchangeRequested, 'exchange-approve', { requestedDeliveryAmount: 6_000 })
    expect(store.order(demo.exchangeRequested).isRequestPayment).toBe('Y')
  })

  test('30114 for approving what is not asked for, 30070 for what is decided', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.delivered, 'exchange-approve')).code).toBe(30114)
    expect((await onSection(store, demo.cancelled, 'exchange-approve')).code).toBe(30070)
  })
})

test('30141 for returning the second journey of an outside channel', async () => {
  const store = await openTestStore()
  const { shop } = store.store.control
  const order = shop.addOrder({
    channel: 'NAVERPAY_ORDER',
    sections: [{ status: 'EXCHANGE_SHIPPING', lines: [['TOWEL-W', 1]] }],
  })
  const code = order.sections[0]?.orderSectionCode ?? ''
  const body = { retrieveType: 'ETC', returnReason: 'BROKEN' }
  expect((await store.send('PATCH', sectionPath(order.orderNo, code, 'return-request'), body)).code).toBe(
    30141,
  )
  expect((await store.send('PATCH', itemPath(order.orderNo, 1, 'return-request'), body)).code).toBe(30141)
  expect((await store.send('PATCH', orderPath(order.orderNo, 'return-request'), body)).code).toBe(30141)
})
