import type { Operation } from './operation.ts'
import { writeOrders } from './operation.ts'

/** Shipping operations at the three levels. */
export const shippingOperations = [
  {
    id: 'shipOrder',
    method: 'PATCH',
    path: '/orders/:orderNo/shipping-operation',
    scopes: writeOrders,
    errors: [
      30060, 30063, 30065, 30068, 30077, 30084, 30085, 30089, 30090, 30095, 30108, 30109, 30110, 30119, 30120,
      30136, 30137, 30138, 30139, 30142,
    ],
  },
  {
    id: 'shipSection',
    method: 'PATCH',
    path: '/orders/:orderNo/order-section/:orderSectionCode/shipping-operation',
    scopes: writeOrders,
    errors: [
      30060, 30062, 30063, 30065, 30068, 30072, 30077, 30084, 30085, 30087, 30089, 30090, 30094, 30095, 30108,
      30109, 30110, 30118, 30119, 30120, 30136, 30137, 30138, 30139, 30142, 30187,
    ],
  },
  {
    id: 'shipItem',
    method: 'PATCH',
    path: '/orders/:orderNo/order-section-items/:orderSectionItemNo/shipping-operation',
    scopes: writeOrders,
    errors: [
      30060, 30063, 30065, 30068, 30072, 30077, 30084, 30085, 30087, 30090, 30092, 30094, 30095, 30108, 30109,
      30110, 30118, 30119, 30120, 30133, 30136, 30137, 30138, 30139, 30142,
    ],
  },
] as const satisfies readonly Operation[]
