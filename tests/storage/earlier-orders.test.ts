import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { createOrderTable } from '../../electron/station/orders/order-table.ts'
import { a, b, boxOne, boxTwo, guide, shipped, twoParcels } from '../station/guide.ts'
import { createWorld } from '../station/world.ts'
import { newFolder } from './folder.ts'

const gone = '202410104747000'

const product = (sku: string, name: string) => ({
  ...{ key: `1:${name}`, name, options: [] },
  ...{ optionSku: sku, productSku: null, ownCode: null },
})

const receiver = {
  name: '김서윤',
  phone: '010',
  zipcode: '06236',
  address: '서울',
  memo: '',
  entranceCode: '',
}

/** An order as version 3 of the database kept it: what had been read of it, not what the store had said. */
const extract = (orderNo: string, sectionCode: string, status: string) => ({
  ...{
    orderNo,
    channel: 'IMWEB',
    open: true,
    payment: 'paid',
    placedAt: '2026-11-23T00:00:00.000Z',
    ordererName: '김서윤',
  },
  sections: [
    {
      ...{
        code: sectionCode,
        no: `${orderNo}-S1`,
        status,
        held: false,
        deliveryType: 'PARCEL',
        receiver,
        invoice: null,
      },
      items: [
        {
          itemNo: `${orderNo}-001`,
          orderItemCode: 'oi1',
          qty: 2,
          gift: false,
          product: product(a, '감귤청'),
        },
        {
          itemNo: `${orderNo}-002`,
          orderItemCode: 'oi2',
          qty: 4,
          gift: false,
          product: product(b, '누룽지'),
        },
      ],
    },
  ],
})

type Extract = ReturnType<typeof extract>

/** A database of version 3 with these orders in it. */
function earlierFile(...orders: Extract[]): string {
  const file = path.join(newFolder(), 'packdesk.db')
  const db = openDatabase({ file, migrations: releasedMigrations.slice(0, 3) })
  for (const order of orders) {
    const toShip = order.sections[0]?.status === 'PRODUCT_PREPARATION' ? 1 : 0
    db.prepare(
      `INSERT INTO orders (order_no, document, placed_at, standing, channel, orderer_name, receiver_name, first_item, lines,
         units, search, to_ship) VALUES (?, ?, ?, 'ready', 'IMWEB', '', '', '', 2, 6, ?, ?)`,
    ).run(order.orderNo, JSON.stringify(order), order.placedAt, order.orderNo, toShip)
    db.prepare('INSERT INTO order_codes (code, order_no) VALUES (?, ?)').run(order.orderNo, order.orderNo)
  }
  db.close()
  return file
}

const toRead = (db: ReturnType<typeof openDatabase>) =>
  db.prepare<[], string>('SELECT order_no FROM orders WHERE to_read = 1').pluck().all()

describe('orders that an earlier version kept a part of', () => {
  it('can be packed as they are, and are kept so until the store is heard', async () => {
    const world = await createWorld({
      file: earlierFile(extract(guide, 'os1', 'PRODUCT_PREPARATION')),
      start: false,
    })
    world.cutNetwork()
    void world.station.start()
    await world.advance(1_000)
    expect(await world.scan(guide)).toMatchObject({ kind: 'orderOpened', units: 6 })
    expect(toRead(world.db)).toEqual([guide])
    const orders = createOrderTable(world.db)
    const sections = orders.get(guide)?.sections ?? []
    orders.saveSections(
      guide,
      'os1',
      sections.map((section) => ({ ...section, status: 'SHIPPING_READY' as const })),
    )
    expect(orders.get(guide)?.sections[0]?.status).toBe('SHIPPING_READY')
    expect(toRead(world.db)).toEqual([guide])
  })

  it('are read from the store again, those that are done as well, and packed on', async () => {
    const orders = [
      {
        orderNo: Number(guide),
        lines: [
          [a, 2],
          [b, 4],
        ] satisfies [string, number][],
      },
    ]
    const sectionCode =
      (await createWorld({ orders })).storeSections(guide).order.sections[0]?.orderSectionCode ?? ''
    const file = earlierFile(
      extract(guide, sectionCode, 'PRODUCT_PREPARATION'),
      extract(gone, 'os9', 'SHIPPING_COMPLETE'),
    )
    const world = await createWorld({ file, orders })
    await world.advance(1_000)
    expect(createOrderTable(world.db).kept(guide)?.document).toMatchObject({
      orderStatus: 'OPEN',
      payments: [{}],
    })
    // The store does not know the other one: it is not asked for for ever.
    expect(toRead(world.db)).toEqual([])
    expect(createOrderTable(world.db).kept(gone)).toMatchObject({ document: null, order: { orderNo: gone } })
    await world.scanAll(...boxOne, ...boxTwo)
    await world.advance(30_000)
    expect(shipped(world)).toEqual(twoParcels)
  })
})
