import { randomUUID } from 'node:crypto'
import { demoClient } from '../demo-store/demo-client.ts'
import type { Authorization } from '../station/feed/connection.ts'
import { authorizeAddress } from './authorize-address.ts'

/**
 * Lets the desk into a demo store, which approves by itself: the same authorization call a shop owner's browser would
 * make, with the answer's redirect read instead of followed.
 */
export async function authorizeDemo(baseUrl: string): Promise<Authorization> {
  const state = randomUUID()
  let location: string | null
  try {
    const response = await fetch(authorizeAddress(baseUrl, { ...demoClient, state }), {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    // A store that fails or is busy has not declined; it is asked again.
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
    location = response.headers.get('location')
  } catch {
    // No answer is what being offline looks like; the connection tries again.
    return { kind: 'unreachable' }
  }
  const target = location !== null && URL.canParse(location) ? new URL(location) : null
  const code = target?.searchParams.get('code') ?? null
  return code === null || target?.searchParams.get('state') !== state
    ? { kind: 'declined' }
    : { kind: 'code', code }
}
