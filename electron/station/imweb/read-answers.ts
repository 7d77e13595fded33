import { z } from 'zod'
import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import {
  entriesOf,
  fieldAt,
  isRecord,
  positiveNumber,
  shownText,
  wholeNumber,
} from '../../../shared/domain/orders/fields.ts'
import { numberOf } from '../../../shared/domain/orders/read-order.ts'
import type { Courier } from '../settings/courier-table.ts'

/**
 * What the store tells of itself and its orders, read leniently: one odd entry takes nothing from the others, and no answer
 * of the store's own is lost because of a field in it.
 */

/** Null: not told in a way that could be read. */
export type Site = { name: string | null; unitCode: string | null }

/** A page of a list: orders, how many entries could not even be told by number, and whether the list ends with it. */
export type OrderPage = { orders: HeardOrder[]; unreadable: number; isLast: boolean }

const at = (value: unknown, name: string): unknown => fieldAt({ path: '', value }, name).value

const textAt = (value: unknown, name: string): string | null => {
  const text = shownText(at(value, name))
  return text === '' ? null : text
}

const listIn = (value: unknown): unknown[] | null =>
  entriesOf({ path: '', value })?.map((entry) => entry.value) ?? null

export const siteSchema = z.unknown().transform((data): Site => {
  const [unit] = listIn(at(data, 'unitList')) ?? []
  return { name: textAt(unit, 'name') ?? textAt(data, 'siteCode'), unitCode: textAt(unit, 'unitCode') }
})

/** Couriers by number, each once; one without a name goes by its code. */
export const couriersSchema = z.unknown().transform((data): Courier[] => {
  const couriers = (listIn(data) ?? []).flatMap((entry) => {
    const idx = positiveNumber(at(entry, 'idx'))
    const name = textAt(entry, 'name') ?? textAt(entry, 'parcelCompanyCode')
    return idx === null ? [] : [[idx, { idx, name: name ?? String(idx) }] as const]
  })
  return [...new Map(couriers).values()]
})

/**
 * Page `page` of a list asked for by `limit`. Where the number of pages cannot be read the first page that is not full is
 * the last; a list that is none ends at once, and what it should have brought is looked up order by order.
 */
export const pageSchema = (page: number, limit: number) =>
  z.unknown().transform((data): OrderPage => {
    const list = listIn(at(data, 'list'))
    if (list === null) return { orders: [], unreadable: 1, isLast: true }
    const orders = list.flatMap(heardOrder)
    const pages = wholeNumber(at(data, 'totalPage'))
    const isLast = list.length === 0 || (pages === null ? list.length < limit : page >= pages)
    return { orders, unreadable: list.length - orders.length, isLast }
  })

function heardOrder(entry: unknown): HeardOrder[] {
  const orderNo = numberOf(entry)
  return orderNo !== null && isRecord(entry) ? [{ orderNo, document: entry }] : []
}

/** The order that was asked for. What names another one, or could be anything, is no answer to that. */
export const orderSchema = (orderNo: string) =>
  z.unknown().transform((data, context): HeardOrder => {
    const isOrder = isRecord(data) && ('orderNo' in data || 'sections' in data)
    if (isOrder && (numberOf(data) ?? orderNo) === orderNo) return { orderNo, document: data }
    context.addIssue({ code: 'custom', message: 'not the order asked for' })
    return z.NEVER
  })
