import { claimsOperations } from './claims.ts'
import { invoicesOperations } from './invoices.ts'
import { oauthOperations } from './oauth.ts'
import type { Operation } from './operation.ts'
import { commonErrors } from './operation.ts'
import { paymentsOperations } from './payments.ts'
import { readsOperations } from './reads.ts'
import { shippingOperations } from './shipping.ts'
import { siteOperations } from './site.ts'

/** Every call the store answers. */
export const operations = [
  ...oauthOperations,
  ...readsOperations,
  ...shippingOperations,
  ...invoicesOperations,
  ...claimsOperations,
  ...paymentsOperations,
  ...siteOperations,
] as const

export type OperationId = (typeof operations)[number]['id']

/** Whether the document lists an error code for a call. */
const listsError = (operation: Operation, code: number): boolean =>
  operation.errors.includes(code) || commonErrors.includes(code)

/** The first of these error codes that the document lists for a call; the last one if it lists none. */
export const firstListed = (operation: Operation, codes: readonly [number, ...number[]]): number =>
  codes.find((code) => listsError(operation, code)) ?? codes[codes.length - 1] ?? codes[0]

export type { Operation } from './operation.ts'
