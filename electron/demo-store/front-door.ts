import type { Hono } from 'hono'
import type { SeenRequest } from './control/control.ts'
import { ConnectionLost } from './spoil.ts'

const seenLimit = 1000
const controlPath = '/__control'

/** Where requests come in: refuses them while told to, keeps a list of them, and sets the control API apart. */
export const createFrontDoor = (parts: {
  readonly clock: () => number
  readonly answer: (request: Request) => Promise<Response>
}) => {
  const seen: SeenRequest[] = []
  const refuseListeners: ((ms: number) => void)[] = []
  let refusedUntil = -Infinity
  let controlSecret: string | undefined
  let controlApp: Hono | undefined

  const note = (request: Request, status: number, at: number): void => {
    const { pathname, search } = new URL(request.url)
    seen.push({ method: request.method, path: `${pathname}${search}`, status, at })
    if (seen.length > seenLimit) seen.shift()
  }

  /** A request for the control API with the right secret, moved to where its routes expect it. */
  const controlRequest = (request: Request): Request | undefined => {
    const url = new URL(request.url)
    if (controlSecret === undefined || !url.pathname.startsWith(`${controlPath}/`)) return undefined
    if (request.headers.get('x-control-secret') !== controlSecret) return undefined
    url.pathname = url.pathname.slice(controlPath.length)
    return new Request(url, request)
  }

  return {
    seen,
    openControl: (secret: string | undefined, app: Hono): void => {
      controlSecret = secret
      controlApp = app
    },
    refuse: (ms: number): void => {
      refusedUntil = parts.clock() + ms
      for (const listener of refuseListeners) listener(ms)
    },
    onRefuse: (listener: (ms: number) => void): void => {
      refuseListeners.push(listener)
    },
    answer: async (request: Request): Promise<Response> => {
      const forControl = controlRequest(request)
      if (forControl !== undefined && controlApp !== undefined) return controlApp.fetch(forControl)
      const at = parts.clock()
      if (at < refusedUntil) throw new ConnectionLost('connection refused')
      try {
        const answer = await parts.answer(request)
        note(request, answer.status, at)
        return answer
      } catch (error) {
        note(request, 0, at)
        throw error
      }
    },
  }
}
