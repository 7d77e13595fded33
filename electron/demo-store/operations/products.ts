import type { Operation } from './operation.ts'

/**
 * Products are no part of the orders document. That there is this call, with `unitCode` in its query, and that its answer
 * has `productImages`, is known from other programs that speak to the real service.
 */
export const readProductOperation = {
  id: 'readProduct',
  method: 'GET',
  path: '/products/:prodNo',
  scopes: ['product:read', 'product:write'],
  errors: [],
} as const satisfies Operation
