import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../electron/demo-store/seed/catalogue.ts'
import type { DemoStoreOptions } from '../../electron/demo-store/store.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import { demo } from './demo-orders.ts'
import { orderPath } from './paths.ts'
import { at, openTestStore, startOfTests } from './test-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-store-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a store with a file', () => {
  test('goes on where it was when it is opened again', async () => {
    const file = join(folder, 'shop.db')
    const first = await openTestStore({ file })
    await first.send('PATCH', orderPath(demo.guide, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING_READY',
    })
    const left = first.order(demo.guide)
    first.store.close()
    const second = await openTestStore({ file })
    expect(second.order(demo.guide)).toEqual(left)
    second.store.close()
  })

  test('refuses a file that is no finished store, and leaves it alone', () => {
    const file = join(folder, 'shop.db')
    writeFileSync(file, 'something else entirely, at some length, so that it is no empty file')
    expect(() => createDemoStore({ file, clock: () => 0, random: () => 0.5 })).toThrow()
    expect(readFileSync(file, 'utf8')).toMatch(/^something else/)
  })

  test('hands on the native binding it is given', () => {
    const options = {
      file: ':memory:',
      clock: () => 0,
      random: () => 0.5,
      nativeBinding: join(folder, 'none.node'),
    }
    expect(() => createDemoStore(options)).toThrow(/none\.node/)
  })
})

test('a call that fails in the middle leaves nothing behind', async () => {
  const store = await openTestStore()
  const before = store.order(demo.twoSections)
  const list = [
    { orderSectionItemNo: `${demo.twoSections}-002`, qty: 1 },
    { orderSectionItemNo: 'nothing', qty: 1 },
  ]
  const code = store.section(demo.twoSections, 1).orderSectionCode
  await store.send('PATCH', `/orders/${demo.twoSections}/order-section/${code}/shipping-operation`, {
    orderSectionStatus: 'SHIPPING_READY',
    orderSectionItemDataList: list,
  })
  expect(store.order(demo.twoSections)).toEqual(before)
})

describe('what a new store starts with', () => {
  const numbersOf = async (options: Partial<DemoStoreOptions>) => {
    const { send } = await openTestStore(options)
    const { data } = await send('GET', '/orders?page=1&limit=100&includeOrderPending=Y')
    return { total: at(data, 'totalCount'), list: at(data, 'list') }
  }

  test('the demo orders, the same every time', async () => {
    const one = await numbersOf({})
    expect(one.total).toBe(41)
    expect((await numbersOf({})).list).toEqual(one.list)
  })

  test('nothing, when told so', async () => {
    expect((await numbersOf({ seed: 'empty' })).total).toBe(0)
  })

  test('as many orders as asked for, in all states; the same seed gives the same shop', async () => {
    const make = (seed: number) => numbersOf({ seed: 'empty', generate: { orders: 400, seed } })
    const one = await make(1)
    expect(Number(one.total)).toBe(400)
    expect((await make(1)).list).toEqual(one.list)
    expect((await make(2)).list).not.toEqual(one.list)
    const { send } = await openTestStore({ seed: 'empty', generate: { orders: 400, seed: 1 } })
    for (const status of [
      'PRODUCT_PREPARATION',
      'SHIPPING_READY',
      'SHIPPING',
      'SHIPPING_COMPLETE',
      'PURCHASE_CONFIRMATION',
      'CANCEL_COMPLETE',
      'RETURN_REQUEST',
    ]) {
      const { data } = await send('GET', `/orders?page=1&limit=100&orderSectionStatus=${status}`)
      expect([status, Number(at(data, 'totalCount')) > 0]).toEqual([status, true])
    }
  })
})

describe('the demo data', () => {
  const catalogue = readCatalogue()

  test('the guide’s order is as the guide tells it', async () => {
    const { order } = await openTestStore()
    const { sections, payments } = order(demo.guide)
    expect(sections).toHaveLength(1)
    expect(sections[0]).toMatchObject({ orderSectionStatus: 'PRODUCT_PREPARATION', deliveryType: 'PARCEL' })
    expect(
      sections[0]?.sectionItems.map((it) => [it.productInfo.optionSkuNo, it.productInfo.prodSkuNo, it.qty]),
    ).toEqual([
      ['A-CITRUS-500', 'A-CITRUS-500', 2],
      ['B-NURUNGJI-200', 'B-NURUNGJI-200', 4],
    ])
    expect(payments[0]?.paymentStatus).toBe('PAYMENT_COMPLETE')
  })

  test('every order is the sum of its items', async () => {
    const { order } = await openTestStore()
    for (const { orderNo } of catalogue.orders) {
      const { sections, itemPrice, totalPrice, deliveryPrice } = order(orderNo)
      const sum = sections
        .flatMap((s) => s.sectionItems)
        .reduce((n, it) => n + it.productInfo.itemPrice * it.qty, 0)
      expect([orderNo, itemPrice, totalPrice]).toEqual([orderNo, sum, sum + deliveryPrice])
      expect(Date.parse(order(orderNo).wtime)).toBeLessThan(startOfTests)
    }
  })

  test('the barcode book: valid EAN-13 of Korea, each once, each for something the shop sells', () => {
    const rows: unknown[] = parse(readFileSync('resources/demo/barcode-book.csv', 'utf8'), { columns: true })
    const codes = rows.map((row) => String(at(row, 'barcode')))
    expect(new Set(codes).size).toBe(codes.length)
    const sold = catalogue.goods.flatMap((g) => [g.optionSkuNo, g.prodSkuNo, g.customProdCode])
    for (const row of rows) {
      const code = String(at(row, 'barcode'))
      const sum = [...code].reduce((n, digit, i) => n + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
      expect([code, code.startsWith('880'), code.length, sum % 10]).toEqual([code, true, 13, 0])
      expect(sold).toContain(at(row, 'sku'))
      expect(Number(at(row, 'units'))).toBeGreaterThanOrEqual(1)
    }
    expect(rows.some((row) => Number(at(row, 'units')) > 1)).toBe(true)
  })
})
