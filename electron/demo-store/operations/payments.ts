import type { Operation } from './operation.ts'
import { writePayments } from './operation.ts'

/** Payments. Not among the document's order calls; known from field notes. */
export const paymentsOperations = [
  {
    id: 'confirmBankTransfer',
    method: 'PATCH',
    path: '/payments/:orderNo/bank-transfer/confirm',
    scopes: writePayments,
    errors: [30060, 30061],
  },
] as const satisfies readonly Operation[]
