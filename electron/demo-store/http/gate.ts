import type { StoreContext } from '../context.ts'
import { StoreError } from '../errors.ts'
import type { Operation } from '../operations/index.ts'

/** Who sent a request, for the limiter: the app behind a token, or everyone without one together. */
export const callerOf = (request: Request, context: StoreContext): string => {
  const token = bearerOf(request)
  const row = token === undefined ? undefined : context.tokens.find('access', token)
  return row?.clientId ?? 'without-token'
}

const bearerOf = (request: Request): string | undefined => {
  const header = request.headers.get('authorization')
  return header === null ? undefined : /^Bearer +(\S+)$/i.exec(header)?.[1]
}

/**
 * Lets a request through to a call, or throws: 30105 without a bearer token, 30101 for one never issued, 30102 for an
 * expired one, 30103 when no scope of it allows the call, 30132 when the site is not linked.
 */
export const checkAccess = (request: Request, operation: Operation, context: StoreContext): void => {
  if (operation.scopes.length === 0) return
  const token = bearerOf(request)
  if (token === undefined) throw new StoreError(30105)
  const row = context.tokens.find('access', token)
  if (row === undefined) throw new StoreError(30101)
  if (row.expiresAt <= context.now()) throw new StoreError(30102)
  const scopes = row.scope.split(' ')
  if (!operation.scopes.some((scope) => scopes.includes(scope))) throw new StoreError(30103)
  const { link } = context.site.read()
  const isLinked = link === 'test' || link === 'linked'
  if (!isLinked && !operation.path.startsWith('/site-info')) throw new StoreError(30132)
}
