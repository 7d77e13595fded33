export interface RateLimit {
  /** Requests the full bucket holds. */
  readonly bucket: number
  readonly refillPerSecond: number
}

export const documentedRateLimit: RateLimit = { bucket: 25, refillPerSecond: 2 }

export interface RateAnswer {
  readonly isAllowed: boolean
  readonly limit: number
  readonly remaining: number
  /** Seconds until one request is allowed again. */
  readonly retryAfter: number
}

/** A token bucket for each key, on the clock that is passed in (ms epoch). A clock that goes back refills nothing. */
export const createRateLimiter = (limit: RateLimit, clock: () => number) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(key: string): RateAnswer {
      const now = clock()
      const bucket = buckets.get(key) ?? { tokens: limit.bucket, at: now }
      const elapsed = Math.max(0, now - bucket.at) / 1000
      const tokens = Math.min(limit.bucket, bucket.tokens + elapsed * limit.refillPerSecond)
      const isAllowed = tokens >= 1
      const left = isAllowed ? tokens - 1 : tokens
      buckets.set(key, { tokens: left, at: now })
      const retryAfter = isAllowed ? 0 : Math.ceil((1 - left) / limit.refillPerSecond)
      return { isAllowed, limit: limit.bucket, remaining: Math.floor(left), retryAfter }
    },
  }
}

export type RateLimiter = ReturnType<typeof createRateLimiter>
