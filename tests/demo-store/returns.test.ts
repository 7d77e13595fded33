import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, units } from './test-store.ts'

const why = { retrieveType: 'ETC', returnReason: '상품 불만족' }
const parcel = { retrievePayType: 'PREPAYMENT', invoiceNo: '680000000077', parcelCompanyIdx: 4 }
const channelWhy = { retrieveType: 'ETC', returnReason: 'BROKEN' }

const onSection = (store: TestStore, orderNo: number, action: string, body: object = {}, index = 0) =>
  store.send('PATCH', sectionPath(orderNo, store.section(orderNo, index).orderSectionCode, action), body)

/** An order of an outside channel, on its way. */
const sendOutside = async (store: TestStore, orderNo: number) => {
  await onSection(store, orderNo, 'shipping-operation', { orderSectionStatus: 'SHIPPING_READY' })
  const code = store.section(orderNo).orderSectionCode
  await store.send('POST', sectionPath(orderNo, code, 'invoice'), {
    allInvoiceNo: '680000000088',
    allParcelCompanyIdx: 4,
  })
  await onSection(store, orderNo, 'shipping-operation', { orderSectionStatus: 'SHIPPING' })
}

describe('asking for a return', () => {
  test('keeps the reason and how the goods come back, at every level', async () => {
    const store = await openTestStore()
    const body = { ...why, ...parcel, retrieveType: 'SENDING_BY_CUSTOMER' }
    expect((await onSection(store, demo.delivered, 'return-request', body)).status).toBe(200)
    expect(store.section(demo.delivered).returnInfo).toMatchObject({
      returnReason: '상품 불만족',
      invoiceNo: parcel.invoiceNo,
      parcelCompanyIdx: 4,
      retrieveType: 'SENDING_BY_CUSTOMER',
      isRetrieved: 'N',
    })
    const all = await store.send('PATCH', orderPath(demo.onItsWay, 'return-request'), why)
    expect(at(all.data, 'successList')).toHaveLength(1)
    const other = await openTestStore()
    const part = await other.send('PATCH', itemPath(demo.delivered, 1, 'return-request'), { ...why, qty: 1 })
    expect(at(part.data, 'isNewSection')).toBe('Y')
  })

  test.each([
    ['30111 before it has been sent', demo.guide],
    ['30071 after the purchase was confirmed and the order closed', demo.confirmed],
    ['30071 when the order was cancelled and closed', demo.cancelled],
    ['30070 when a cancel is asked for', demo.cancelRequested],
    ['30070 when an exchange is asked for', demo.exchangeRequested],
    ['30075 when a return is asked for already', demo.returnRequested],
  ])('%s', async (name, orderNo) => {
    const store = await openTestStore()
    expect((await onSection(store, orderNo, 'return-request', why)).code).toBe(Number(name.slice(0, 5)))
  })

  test('30164 without the invoice of goods that are fetched, 10003 for a memo with them', async () => {
    const store = await openTestStore()
    const fetched = { ...why, retrieveType: 'MANUAL_RETRIEVE_REQUEST' }
    expect((await onSection(store, demo.delivered, 'return-request', fetched)).code).toBe(30164)
    const memo = { ...fetched, ...parcel, retrieveMemo: '문 앞' }
    expect((await onSection(store, demo.delivered, 'return-request', memo)).code).toBe(10003)
    const etc = { ...why, retrieveMemo: '문 앞' }
    expect((await onSection(store, demo.delivered, 'return-request', etc)).status).toBe(200)
  })

  test('30113, 30060, 30062, 30092 and 30094 for what is unpaid or not there', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.unpaid, 'return-request', why)).code).toBe(30113)
    expect((await store.send('PATCH', orderPath(1, 'return-request'), why)).code).toBe(30060)
    expect((await store.send('PATCH', sectionPath(demo.delivered, 'os1', 'return-request'), why)).code).toBe(
      30062,
    )
    expect((await store.send('PATCH', itemPath(demo.delivered, 9, 'return-request'), why)).code).toBe(30092)
    expect(
      (await store.send('PATCH', itemPath(demo.delivered, 1, 'return-request'), { ...why, qty: 9 })).code,
    ).toBe(30094)
  })

  test("30129 for a reason that is none of the channel's words", async () => {
    const store = await openTestStore()
    await sendOutside(store, demo.naverpay)
    expect((await onSection(store, demo.naverpay, 'return-request', why)).code).toBe(30129)
    expect((await onSection(store, demo.naverpay, 'return-request', channelWhy)).status).toBe(200)
  })

  test('30189 for an order of an outside channel that is not on its way, 30119 for KAKAO_GIFT', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.naverpay, 'return-request', channelWhy)).code).toBe(30189)
    expect((await onSection(store, demo.kakaoGift, 'return-request', channelWhy)).code).toBe(30119)
  })

  test('30133 for part of a quantity of an outside channel', async () => {
    const store = await openTestStore()
    await sendOutside(store, demo.talkcheckout)
    const part = { ...channelWhy, qty: 1 }
    expect((await store.send('PATCH', itemPath(demo.talkcheckout, 1, 'return-request'), part)).code).toBe(
      30133,
    )
  })
})

describe('deciding a return', () => {
  test('refusing puts the section back to 배송완료, at every level', async () => {
    const store = await openTestStore()
    await onSection(store, demo.returnRequested, 'return-reject')
    expect(store.section(demo.returnRequested)).toMatchObject({ orderSectionStatus: 'SHIPPING_COMPLETE' })
    expect(store.section(demo.returnRequested).returnInfo).toBeUndefined()
    await onSection(store, demo.returnRequested, 'return-request', why)
    expect(
      at(
        (await store.send('PATCH', orderPath(demo.returnRequested, 'return-reject'), {})).data,
        'successList',
      ),
    ).toHaveLength(1)
    await onSection(store, demo.returnRequested, 'return-request', why)
    expect((await store.send('PATCH', itemPath(demo.returnRequested, 1, 'return-reject'), {})).status).toBe(
      200,
    )
  })

  test('30135 when no return is asked for, 30070 when it is decided', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.delivered, 'return-reject')).code).toBe(30135)
    expect((await store.send('PATCH', orderPath(demo.delivered, 'return-reject'), {})).code).toBe(30135)
    expect((await store.send('PATCH', itemPath(demo.delivered, 1, 'return-reject'), {})).code).toBe(30135)
    expect((await onSection(store, demo.cancelled, 'return-reject')).code).toBe(30070)
  })

  test('30183 without a reason for an outside channel', async () => {
    const store = await openTestStore()
    await sendOutside(store, demo.naverpay)
    await onSection(store, demo.naverpay, 'return-request', channelWhy)
    expect((await onSection(store, demo.naverpay, 'return-reject')).code).toBe(30183)
    expect(
      (await onSection(store, demo.naverpay, 'return-reject', { externalRejectReason: '사용 흔적' })).status,
    ).toBe(200)
  })

  test('approving ends the section and pays back', async () => {
    const store = await openTestStore()
    expect(
      (await onSection(store, demo.returnRequested, 'return-approve', { requestedRefundAmount: 10_000 }))
        .data,
    ).toBe(true)
    expect(store.section(demo.returnRequested)).toMatchObject({
      orderSectionStatus: 'RETURN_COMPLETE',
      returnInfo: { isRefund: 'Y' },
    })
    expect(store.order(demo.returnRequested).totalRefundedPrice).toBe(10_000)
  })

  test('30114 for approving what is not asked for, 30070 for what is decided', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.delivered, 'return-approve')).code).toBe(30114)
    expect((await onSection(store, demo.cancelled, 'return-approve')).code).toBe(30070)
  })

  test('30185 for an item that is not the whole section', async () => {
    const store = await openTestStore()
    await onSection(store, demo.delivered, 'return-request', why)
    expect((await store.send('PATCH', itemPath(demo.delivered, 1, 'return-approve'), {})).code).toBe(30185)
    expect((await store.send('PATCH', itemPath(demo.returnRequested, 1, 'return-approve'), {})).data).toBe(
      true,
    )
  })

  test('30190 while the shop holds the return back', async () => {
    const store = await openTestStore()
    const code = store.section(demo.returnRequested).orderSectionCode
    store.store.control.shop.holdReturn(demo.returnRequested, code, true)
    expect((await onSection(store, demo.returnRequested, 'return-approve')).code).toBe(30190)
    expect((await onSection(store, demo.returnRequested, 'retrieve-complete')).code).toBe(30190)
    store.store.control.shop.holdReturn(demo.returnRequested, code, false)
    expect((await onSection(store, demo.returnRequested, 'return-approve')).data).toBe(true)
  })
})

describe('goods that come back', () => {
  test('are told once: 30126 the second time', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.returnRequested, 'retrieve-complete')).data).toBe(true)
    expect(store.section(demo.returnRequested).returnInfo?.isRetrieved).toBe('Y')
    expect((await onSection(store, demo.returnRequested, 'retrieve-complete')).code).toBe(30126)
    expect((await onSection(store, demo.exchangeRequested, 'retrieve-complete')).data).toBe(true)
    expect(store.section(demo.exchangeRequested).exchangeInfo?.isRetrieved).toBe('Y')
  })

  test('30127 when nothing is to come back, 30071 when the order is closed, 30062 for a section there is not', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.delivered, 'retrieve-complete')).code).toBe(30127)
    expect((await onSection(store, demo.confirmed, 'retrieve-complete')).code).toBe(30071)
    expect((await store.send('PATCH', sectionPath(demo.delivered, 'os1', 'retrieve-complete'))).code).toBe(
      30062,
    )
  })
})

test('a part of a return may be refused while the rest waits on', async () => {
  const store = await openTestStore()
  const part = { orderSectionItemDataList: units([itemNo(demo.returnRequested, 1), 1]) }
  await onSection(store, demo.returnRequested, 'return-reject', part)
  expect(store.order(demo.returnRequested).sections.map((s) => s.orderSectionStatus)).toEqual([
    'RETURN_REQUEST',
    'SHIPPING_COMPLETE',
  ])
})
