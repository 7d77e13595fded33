import { z } from 'zod'
import type { World } from './world.ts'

const record = z.record(z.string(), z.unknown())
const listed = z.looseObject({ list: z.array(record) })

export type Document = z.infer<typeof record>

/** What is done to an order's document on its way; it is the store's own answer with another value in it. */
export type Oddity = (order: Document) => Document

/** The first section of an order with other fields, or with them in its first item, or in that one's product. */
export const inSection =
  (changes: Document, at = 0): Oddity =>
  (order) => ({
    ...order,
    sections: z
      .array(record)
      .parse(order['sections'])
      .map((each, index) => (index === at ? { ...each, ...changes } : each)),
  })
const within =
  (name: string, changes: (inner: Document) => Document): Oddity =>
  (outer) => {
    const inner = outer[name]
    if (!Array.isArray(inner)) return { ...outer, [name]: changes(record.parse(inner ?? {})) }
    const [first, ...others] = z.array(record).parse(inner)
    return { ...outer, [name]: [changes(first ?? {}), ...others] }
  }
const put =
  (changes: Document): Oddity =>
  (inner) => ({ ...inner, ...changes })
export const inOrder = (changes: Document): Oddity => put(changes)
export const inItem = (changes: Document): Oddity => within('sections', within('sectionItems', put(changes)))
export const inProduct = (changes: Document): Oddity =>
  within('sections', within('sectionItems', within('productInfo', put(changes))))
export const inReceiver = (changes: Document): Oddity => within('sections', within('delivery', put(changes)))

/** Makes orders odd wherever the store tells of them, for as long as they are in the map, by order number. */
export const oddOrders =
  (odd: ReadonlyMap<string, Oddity>) =>
  (_path: string, data: unknown): unknown => {
    const change = (order: Document): Document => odd.get(String(order['orderNo']))?.(order) ?? order
    const page = listed.safeParse(data)
    if (page.success) return { ...page.data, list: page.data.list.map(change) }
    const one = record.safeParse(data)
    return one.success && 'orderNo' in one.data ? change(one.data) : data
  }

export const queueRow = async (world: World, orderNo: string) => {
  const { rows } = await world.station.methods.queue({ search: orderNo, show: 'all', limit: 5 })
  return rows.find((row) => row.orderNo === orderNo)
}

export const isOnline = async (world: World): Promise<boolean> =>
  (await world.snapshot()).connection.state === 'online'
