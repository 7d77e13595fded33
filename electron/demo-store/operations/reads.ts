import type { Operation } from './operation.ts'
import { readOrders } from './operation.ts'

/** Reading orders, sections and items, and the lists they refer to. */
export const readsOperations = [
  {
    id: 'listParcelCompanies',
    method: 'GET',
    path: '/orders/parcel-company-list',
    scopes: readOrders,
    errors: [],
  },
  {
    id: 'listShippingPlaces',
    method: 'GET',
    path: '/orders/shipping-places',
    scopes: readOrders,
    errors: [],
  },
  { id: 'listOrders', method: 'GET', path: '/orders', scopes: readOrders, errors: [] },
  { id: 'readOrder', method: 'GET', path: '/orders/:orderNo', scopes: readOrders, errors: [30096, 30273] },
  {
    id: 'listSections',
    method: 'GET',
    path: '/orders/:orderNo/order-sections',
    scopes: readOrders,
    errors: [30060, 30273],
  },
  {
    id: 'readSection',
    method: 'GET',
    path: '/orders/:orderNo/order-section/:orderSectionCode',
    scopes: readOrders,
    errors: [30060, 30097, 30273],
  },
  {
    id: 'listSectionItems',
    method: 'GET',
    path: '/orders/:orderNo/order-section/:orderSectionCode/order-section-items',
    scopes: readOrders,
    errors: [30060, 30273],
  },
  {
    id: 'readSectionItem',
    method: 'GET',
    path: '/orders/:orderNo/order-section/:orderSectionCode/order-section-item/:orderSectionItemNo',
    scopes: readOrders,
    errors: [30060, 30092, 30273],
  },
  {
    id: 'listOrderCoupons',
    method: 'GET',
    path: '/orders/:orderNo/coupons',
    scopes: readOrders,
    errors: [30060],
  },
] as const satisfies readonly Operation[]
