/** One call of the order system's document. */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path with `:name` parameters. */
  readonly path: string
  /** A token with any one of these scopes may make the call; empty for calls without a token. */
  readonly scopes: readonly string[]
  /** The error codes the document lists for this call beyond `commonErrors`. */
  readonly errors: readonly number[]
}

/** Error codes that the document lists for every call. */
export const commonErrors: readonly number[] = [
  10000, 10001, 10003, 10004, 30098, 30099, 30101, 30102, 30103, 30104, 30105,
]

export const nobody: readonly string[] = []
export const readOrders: readonly string[] = ['order:read', 'order:write']
export const writeOrders: readonly string[] = ['order:write']
export const writePayments: readonly string[] = ['payment:write']
export const readSite: readonly string[] = ['site-info:read', 'site-info:write']
export const writeSite: readonly string[] = ['site-info:write']
