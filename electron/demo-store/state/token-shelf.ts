import type { StoreDatabase } from './database.ts'

export type TokenKind = 'code' | 'access' | 'refresh'

export interface TokenRow {
  readonly token: string
  readonly kind: TokenKind
  readonly clientId: string
  /** Scopes, separated by spaces. */
  readonly scope: string
  readonly redirectUri: string
  /** ms epoch. */
  readonly expiresAt: number
  readonly isUsed: number
}

export interface TokenShelf {
  find(kind: TokenKind, token: string): TokenRow | undefined
  add(row: Omit<TokenRow, 'isUsed'>): void
  /** A used code or refresh token is never accepted again. */
  markUsed(token: string): void
  /** Ends every token of a kind at once. */
  expireAll(kind: TokenKind, at: number): void
}

/** Authorization codes, access tokens and refresh tokens. */
export const createTokenShelf = (database: StoreDatabase): TokenShelf => {
  const find = database.prepare<[string, string], TokenRow>(
    `SELECT token, kind, client_id AS clientId, scope, redirect_uri AS redirectUri, expires_at AS expiresAt,
     is_used AS isUsed FROM tokens WHERE kind = ? AND token = ?`,
  )
  const add = database.prepare(
    'INSERT INTO tokens VALUES (@token, @kind, @clientId, @scope, @redirectUri, @expiresAt, 0)',
  )
  const use = database.prepare('UPDATE tokens SET is_used = 1 WHERE token = ?')
  const expire = database.prepare('UPDATE tokens SET expires_at = min(expires_at, ?) WHERE kind = ?')
  return {
    find: (kind, token) => find.get(kind, token),
    add: (row) => {
      add.run(row)
    },
    markUsed: (token) => {
      use.run(token)
    },
    expireAll: (kind, at) => {
      expire.run(at, kind)
    },
  }
}
