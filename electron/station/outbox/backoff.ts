import type { Random } from '../ports.ts'

const base = 1_000
const cap = 60_000

/** How long to wait before try number `attempts` + 1: full jitter under a doubling, capped bound; at least 200 ms. */
export function backoff(attempts: number, random: Random): number {
  const bound = Math.min(cap, base * 2 ** Math.min(attempts, 10))
  return Math.max(200, Math.round(random() * bound))
}
