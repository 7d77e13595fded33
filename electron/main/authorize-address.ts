export type AuthorizeQuery = { clientId: string; redirectUri: string; siteCode: string; state: string }

/** Where a store's owner agrees to what the desk does: read orders, and tell of boxes. */
export function authorizeAddress(baseUrl: string, query: AuthorizeQuery): string {
  const { clientId, redirectUri, siteCode, state } = query
  const fields = new URLSearchParams({
    responseType: 'code',
    clientId,
    redirectUri,
    // site-info:write has to be asked for, although nothing is written there; product:read is for the pictures.
    scope: 'site-info:write order:read order:write product:read',
    siteCode,
    state,
  })
  return `${baseUrl}/oauth2/authorize?${fields.toString()}`
}
