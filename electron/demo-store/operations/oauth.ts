import type { Operation } from './operation.ts'
import { nobody } from './operation.ts'

/** Authorization and tokens. */
export const oauthOperations = [
  { id: 'authorize', method: 'GET', path: '/oauth2/authorize', scopes: nobody, errors: [] },
  {
    id: 'issueToken',
    method: 'POST',
    path: '/oauth2/token',
    scopes: nobody,
    errors: [30100, 30122, 30123, 30124, 30125],
  },
] as const satisfies readonly Operation[]
