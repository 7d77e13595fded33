/** The connection broke, or was never made: what a network failure looks like to who called. */
export class ConnectionLost extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConnectionLost'
  }
}

const withBody = (
  answer: Response,
  body: string | ReadableStream<Uint8Array>,
  contentType?: string,
): Response => {
  const headers = new Headers(answer.headers)
  if (contentType !== undefined) headers.set('content-type', contentType)
  headers.delete('content-length')
  return new Response(body, { status: answer.status, headers })
}

/** The answer with its body cut in half. */
export const truncated = async (answer: Response): Promise<Response> => {
  const text = await answer.text()
  return withBody(answer, text.slice(0, Math.floor(text.length / 2)))
}

export const asHtml = (answer: Response): Response =>
  withBody(
    answer,
    '<!doctype html><title>점검 중</title><p>잠시 후 다시 시도해 주세요.</p>',
    'text/html; charset=utf-8',
  )

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The answer after `change` on the container and name that a dotted path leads to; unchanged where it leads nowhere. */
export const withField = async (
  answer: Response,
  path: string,
  change: (container: Record<string, unknown>, name: string) => void,
): Promise<Response> => {
  const text = await answer.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at: unknown = body
  for (const name of names) at = isContainer(at) ? at[name] : undefined
  if (isContainer(at) && last in at) change(at, last)
  return withBody(answer, JSON.stringify(body))
}

/** The answer with its body sent in pieces of `bytes`, one every `ms`. */
export const trickled = async (
  answer: Response,
  bytes: number,
  ms: number,
  schedule: (ms: number, run: () => void) => void,
): Promise<Response> => {
  const whole = new Uint8Array(await answer.arrayBuffer())
  let at = 0
  let isGone = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      new Promise((resolve) => {
        schedule(ms, () => {
          if (!isGone) {
            controller.enqueue(whole.slice(at, at + bytes))
            at += bytes
            if (at >= whole.length) controller.close()
          }
          resolve()
        })
      }),
    cancel: () => {
      isGone = true
    },
  })
  return withBody(answer, body)
}
