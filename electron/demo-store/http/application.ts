import { Hono } from 'hono'
import type { CallHandler, StoreContext } from '../context.ts'
import { StoreError } from '../errors.ts'
import type { Operation } from '../operations/index.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import { errorAnswer, successAnswer, unknownPathAnswer } from './envelope.ts'
import { callerOf, checkAccess } from './gate.ts'
import { parseBody, readBodyText, readQuery } from './request-body.ts'

export interface ApplicationParts {
  readonly context: StoreContext
  readonly limiter: RateLimiter | undefined
  /** Runs a call so that all it changes is kept, or none. */
  readonly inTransaction: <Result>(work: () => Result) => Result
  readonly routes: readonly { readonly operation: Operation; readonly handler: CallHandler }[]
  /** Answers with the picture of that name. */
  readonly picture: (name: string) => Response
  /** Told of errors that are the store's own; the caller only sees 10000. */
  readonly onFault: (error: unknown) => void
}

const rateHeaders = (parts: ApplicationParts, request: Request): Record<string, string> => {
  if (parts.limiter === undefined) return {}
  const rate = parts.limiter.take(callerOf(request, parts.context))
  const headers = {
    'x-ratelimit-limit': String(rate.limit),
    'x-ratelimit-remaining': String(rate.remaining),
  }
  if (rate.isAllowed) return headers
  const wait = parts.context.assumptions.limiterRetryAfter ? { 'retry-after': String(rate.retryAfter) } : {}
  throw new LimitReached({ ...headers, ...wait })
}

class LimitReached extends StoreError {
  readonly headers: Record<string, string>

  constructor(headers: Record<string, string>) {
    super(429)
    this.headers = headers
  }
}

/** The HTTP face of the store: every operation on its path, one envelope for everything else. */
export const createApplication = (parts: ApplicationParts): Hono => {
  const { context } = parts
  const app = new Hono()
  const refuse = (error: unknown, headers: Record<string, string>): Response => {
    const isRefusal = error instanceof StoreError
    if (!isRefusal) parts.onFault(error)
    const own = error instanceof LimitReached ? error.headers : headers
    return errorAnswer(isRefusal ? error : new StoreError(10000), context.assumptions.errorCodeType, own)
  }

  for (const { operation, handler } of parts.routes) {
    app.on(operation.method, operation.path, async (c) => {
      const request = c.req.raw
      let headers: Record<string, string> = {}
      try {
        headers = rateHeaders(parts, request)
        checkAccess(request, operation, context)
        const contentType = request.headers.get('content-type') ?? ''
        const body = parseBody(await readBodyText(request), contentType)
        const { searchParams, origin } = new URL(request.url)
        const query = readQuery(searchParams)
        const call = { operation, context, params: c.req.param(), query, body, contentType, origin }
        const answer = parts.inTransaction(() => handler(call))
        return 'redirectTo' in answer
          ? new Response(null, { status: 302, headers: { ...headers, location: answer.redirectTo } })
          : successAnswer(answer.data, headers)
      } catch (error) {
        return refuse(error, headers)
      }
    })
  }
  app.get('/pictures/:name', (c) => parts.picture(c.req.param('name')))
  app.notFound((c) => unknownPathAnswer(c.req.method, new URL(c.req.url).pathname))
  app.onError((error) => refuse(error, {}))
  return app
}
