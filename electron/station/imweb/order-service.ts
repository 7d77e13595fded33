import type { z } from 'zod'
import type { StepAnswer, StoreCall } from '../../../shared/domain/intents/writes/write.ts'
import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { Courier } from '../settings/courier-table.ts'
import type { CallStore, StoreAnswer } from './call.ts'
import type { Priority } from './rate-budget.ts'
import {
  couriersSchema,
  orderSchema,
  pageSchema,
  siteSchema,
  type OrderPage,
  type Site,
} from './read-answers.ts'
import { productAnswerSchema } from './schemas.ts'

/** The most orders the store gives at once. */
const ordersAPage = 100

/** How far a time may be rounded. */
const roundedMs = 1_000

/** The store's order calls that a desk needs, in the desk's words. */
export function createOrderService(call: CallStore) {
  function list(
    orderSectionStatus: SectionStatus,
    unitCode: string,
    page: number,
    since: Record<string, string>,
  ): Promise<StoreAnswer<OrderPage>> {
    const query = new URLSearchParams({
      page: String(page),
      limit: String(ordersAPage),
      orderSectionStatus,
      ...(unitCode === '' ? {} : { unitCode }),
      ...since,
    })
    return call({
      method: 'GET',
      path: `/orders?${query.toString()}`,
      priority: 'poll',
      schema: pageSchema(page, ordersAPage),
    })
  }

  return {
    site: (): Promise<StoreAnswer<Site>> =>
      call({ method: 'GET', path: '/site-info', priority: 'read', schema: siteSchema }),

    couriers: (): Promise<StoreAnswer<Courier[]>> =>
      call({ method: 'GET', path: '/orders/parcel-company-list', priority: 'read', schema: couriersSchema }),

    /** Page `page` (from 1) of the orders with a section in that status, placed at `since` (UTC ISO 8601) or later. */
    ordersWith(
      status: SectionStatus,
      unitCode: string,
      page: number,
      since: string | null = null,
    ): Promise<StoreAnswer<OrderPage>> {
      const placed = since === null ? {} : { startWtime: since }
      return list(status, unitCode, page, placed)
    },

    /** All orders that were placed in a span of time (UTC ISO 8601), whatever their sections stand at; one page of them. */
    ordersPlaced(from: string, to: string, unitCode: string): Promise<StoreAnswer<OrderPage>> {
      const query = new URLSearchParams({
        page: '1',
        limit: String(ordersAPage),
        ...(unitCode === '' ? {} : { unitCode }),
        startWtime: shifted(from, -roundedMs),
        endWtime: shifted(to, roundedMs),
      })
      return call({
        method: 'GET',
        path: `/orders?${query.toString()}`,
        priority: 'read',
        schema: pageSchema(1, ordersAPage),
      })
    },

    /** As `ordersWith`, of sections that left at `sentSince` or later; those that have not left have no such time (null). */
    sentWith(
      status: SectionStatus,
      unitCode: string,
      page: number,
      sentSince: string | null,
    ): Promise<StoreAnswer<OrderPage>> {
      const since = sentSince === null ? {} : { startDeliverySendTime: sentSince }
      return list(status, unitCode, page, since)
    },

    order: (orderNo: string, priority: Priority): Promise<StoreAnswer<HeardOrder>> =>
      call({ method: 'GET', path: `/orders/${orderNo}`, priority, schema: orderSchema(orderNo) }),

    /** The only call that changes anything at the store; `answer` reads what the store says it did. */
    write: (
      orderNo: string,
      { method, path, body }: StoreCall,
      answer: z.ZodType<StepAnswer>,
    ): Promise<StoreAnswer<StepAnswer>> =>
      call({
        method,
        path: `/orders/${orderNo}${path}`,
        priority: 'write',
        schema: answer,
        ...(body === null ? {} : { body }),
      }),

    /** The address of a product's first picture; null where the shop has none. */
    pictureOf: (prodNo: string, unitCode: string): Promise<StoreAnswer<string | null>> =>
      call({
        method: 'GET',
        path: `/products/${encodeURIComponent(prodNo)}?${new URLSearchParams({ unitCode }).toString()}`,
        priority: 'extra',
        schema: productAnswerSchema.transform(
          ({ productImages }) => productImages?.find((each) => each !== null) ?? null,
        ),
      }),
  }
}

const shifted = (time: string, byMs: number): string => new Date(Date.parse(time) + byMs).toISOString()

export type OrderService = ReturnType<typeof createOrderService>
