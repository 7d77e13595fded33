import type { Operation } from './operation.ts'
import { writeOrders } from './operation.ts'

/** Invoices (송장) at the three levels. */
export const invoicesOperations = [
  {
    id: 'registerOrderInvoice',
    method: 'POST',
    path: '/orders/:orderNo/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30065, 30066, 30068, 30088, 30089, 30095, 30119, 30120],
  },
  {
    id: 'changeOrderInvoice',
    method: 'PATCH',
    path: '/orders/:orderNo/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30065, 30066, 30068, 30088, 30089, 30095, 30119, 30120],
  },
  {
    id: 'removeOrderInvoice',
    method: 'DELETE',
    path: '/orders/:orderNo/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30066, 30089, 30095, 30119],
  },
  {
    id: 'registerSectionInvoice',
    method: 'POST',
    path: '/orders/:orderNo/order-section/:orderSectionCode/invoice',
    scopes: writeOrders,
    errors: [
      30060, 30062, 30065, 30066, 30072, 30078, 30089, 30092, 30093, 30094, 30095, 30118, 30119, 30120, 30121,
      30133, 30268,
    ],
  },
  {
    id: 'changeSectionInvoice',
    method: 'PATCH',
    path: '/orders/:orderNo/order-section/:orderSectionCode/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30065, 30066, 30095, 30119, 30120],
  },
  {
    id: 'removeSectionInvoice',
    method: 'DELETE',
    path: '/orders/:orderNo/order-section/:orderSectionCode/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30066, 30095, 30119],
  },
  {
    id: 'registerItemInvoice',
    method: 'POST',
    path: '/orders/:orderNo/order-section-items/:orderSectionItemNo/invoice',
    scopes: writeOrders,
    errors: [30060, 30062, 30066, 30068, 30072, 30078, 30092, 30093, 30119, 30268],
  },
] as const satisfies readonly Operation[]
