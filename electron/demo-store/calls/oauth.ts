import { z } from 'zod'
import type { Call, CallAnswer, StoreContext } from '../context.ts'
import { demoClient } from '../demo-client.ts'
import { StoreError } from '../errors.ts'
import { bodyOf, queryOf, text } from '../http/input.ts'
import type { TokenRow } from '../state/token-shelf.ts'
import { hex, unusedCode } from '../state/codes.ts'
import { knownScopes } from './scopes.ts'

const minute = 60_000
export const codeLifetime = 10 * minute
export const accessLifetime = 120 * minute
export const refreshLifetime = 90 * 24 * 60 * minute

const authorizeQuery = z.object({
  responseType: z.literal('code'),
  clientId: text,
  redirectUri: text,
  scope: text,
  state: text,
  siteCode: text,
})

/** Approves at once and sends the browser back with a code; refuses in the same way with `errorCode` and `message`. */
export const authorize = (call: Call): CallAnswer => {
  const query = queryOf(call, authorizeQuery)
  if (query.clientId !== demoClient.clientId) throw new StoreError(30098)
  if (query.redirectUri !== demoClient.redirectUri) throw new StoreError(30123)
  const back = new URL(query.redirectUri)
  back.searchParams.set('state', query.state)
  try {
    back.searchParams.set('code', issueCode(call.context, query))
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    back.searchParams.set('errorCode', String(error.errorCode))
    back.searchParams.set('message', error.message)
  }
  return { redirectTo: back.href }
}

const issueCode = (context: StoreContext, query: z.infer<typeof authorizeQuery>): string => {
  const scopes = query.scope.split(' ').filter((s) => s !== '')
  if (!scopes.every((scope) => knownScopes.includes(scope))) throw new StoreError(30099)
  if (!scopes.includes('site-info:write')) throw new StoreError(30156)
  if (query.siteCode !== demoClient.siteCode) throw new StoreError(10003)
  const site = context.site.read()
  if (site.link === 'unlinked') context.site.save({ ...site, link: 'linking' })
  const code = unusedCode(
    () => hex(context.random, 64),
    (made) => context.tokens.find('code', made) !== undefined,
  )
  const { clientId, redirectUri } = query
  const expiresAt = context.now() + codeLifetime
  context.tokens.add({ token: code, kind: 'code', clientId, scope: scopes.join(' '), redirectUri, expiresAt })
  return code
}

const codeGrant = z.object({
  grantType: z.literal('authorization_code'),
  clientId: text,
  clientSecret: text,
  redirectUri: text,
  code: text,
})

const refreshGrant = z.object({
  grantType: z.literal('refresh_token'),
  clientId: text,
  clientSecret: text,
  refreshToken: text,
})

const base64 = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const issueTokens = (context: StoreContext, from: TokenRow) => {
  const { clientId, scope, redirectUri } = from
  const now = context.now()
  const claims = { sub: demoClient.siteCode, cid: clientId, iat: Math.floor(now / 1000) }
  const accessToken = unusedCode(
    () => `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims)}.${hex(context.random, 43)}`,
    (made) => context.tokens.find('access', made) !== undefined,
  )
  const refreshToken = unusedCode(
    () => hex(context.random, 80),
    (made) => context.tokens.find('refresh', made) !== undefined,
  )
  const row = { clientId, scope, redirectUri }
  context.tokens.add({ ...row, token: accessToken, kind: 'access', expiresAt: now + accessLifetime })
  context.tokens.add({ ...row, token: refreshToken, kind: 'refresh', expiresAt: now + refreshLifetime })
  const told = context.assumptions.tokenScope === 'array' ? scope.split(' ') : scope
  return { accessToken, refreshToken, scope: told }
}

const takeCode = (context: StoreContext, code: string, redirectUri: string): TokenRow => {
  if (!/^[0-9a-f]{64}$/.test(code)) throw new StoreError(30100)
  const row = context.tokens.find('code', code)
  if (row === undefined || row.isUsed === 1) throw new StoreError(30124)
  if (row.redirectUri !== redirectUri) throw new StoreError(30123)
  if (row.expiresAt <= context.now()) throw new StoreError(30125)
  return row
}

const takeRefreshToken = (context: StoreContext, token: string): TokenRow => {
  const row = context.tokens.find('refresh', token)
  if (row === undefined || row.isUsed === 1) throw new StoreError(30101)
  if (row.expiresAt <= context.now()) throw new StoreError(30102)
  return row
}

/** Trades a code, or a refresh token, for a new pair. Either is good for one use only. */
export const issueToken = (call: Call): CallAnswer => {
  const { context } = call
  const isForm = call.contentType.startsWith('application/x-www-form-urlencoded')
  if (!isForm && context.assumptions.tokenBody === 'form') throw new StoreError(30122)
  const grant = bodyOf(call, z.discriminatedUnion('grantType', [codeGrant, refreshGrant]))
  if (grant.clientId !== demoClient.clientId || grant.clientSecret !== demoClient.clientSecret) {
    throw new StoreError(30098)
  }
  const from =
    grant.grantType === 'authorization_code'
      ? takeCode(context, grant.code, grant.redirectUri)
      : takeRefreshToken(context, grant.refreshToken)
  context.tokens.markUsed(from.token)
  if (from.kind === 'refresh' && context.assumptions.refreshEndsOldAccess) {
    context.tokens.expireAll('access', context.now())
  }
  return { data: issueTokens(context, from) }
}
