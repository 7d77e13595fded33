import { z } from 'zod'
import type { DocumentedOperation } from './openapi-document.ts'
import { complaintsBySchema, operationFor } from './openapi-document.ts'

const errorEnvelope = z.strictObject({
  statusCode: z.number(),
  error: z.strictObject({
    errorCode: z.union([z.number(), z.string().regex(/^\d+$/)]),
    message: z.string().min(1),
    data: z.array(z.unknown()),
  }),
})

/** Codes that answer any call without being in its table: the limiter, a body too large, and two from field notes. */
const unlisted: readonly number[] = [429, 413, 30132, 30156]

/** The one call that is known from field notes and not in the document. */
const undocumented = /^\/payments\/[^/]+\/bank-transfer\/confirm$/

const errorComplaints = (operation: DocumentedOperation, status: number, body: unknown): string[] => {
  const parsed = errorEnvelope.safeParse(body)
  if (!parsed.success) return [`no error envelope: ${z.prettifyError(parsed.error)}`]
  const code = Number(parsed.data.error.errorCode)
  if (parsed.data.statusCode !== status)
    return [`statusCode ${parsed.data.statusCode} in an answer of ${status}`]
  if (unlisted.includes(code)) return []
  const listed = operation.errors.find((error) => error.errorCode === code)
  if (listed === undefined) return [`${operation.id} does not list the error code ${code}`]
  return listed.statusCode === status ? [] : [`${code} comes with ${listed.statusCode}, not ${status}`]
}

const successComplaints = (operation: DocumentedOperation, status: number, body: unknown): string[] => {
  if (status !== 200) return [`a success of ${status}`]
  const envelope = z.strictObject({ statusCode: z.literal(200), data: z.unknown() }).safeParse(body)
  if (!envelope.success || envelope.data.data === undefined) return ['no success envelope']
  const isBulkChange =
    operation.id === 'OrderController_updateOrderInvoice' && typeof envelope.data.data === 'object'
  if (isBulkChange) {
    // The document's text promises the lists here, its schema a boolean that it does not define.
    const twin = operationFor('POST', '/orders/1/invoice')?.answerSchema
    return twin === undefined
      ? ['the document has no POST of an order invoice']
      : complaintsBySchema(twin, body)
  }
  return operation.answerSchema === undefined ? [] : complaintsBySchema(operation.answerSchema, body)
}

/** The store's own levers, which no real service has. */
const ownPath = /^\/__control\//

/** What is wrong with an answer by the document; empty when nothing is. `path` is without the query. */
export const answerComplaints = (method: string, path: string, status: number, body: unknown): string[] => {
  const operation = operationFor(method, path)
  if (operation !== undefined) {
    if (status === 302) return operation.template === '/oauth2/authorize' ? [] : ['an unexpected redirect']
    return status >= 400
      ? errorComplaints(operation, status, body)
      : successComplaints(operation, status, body)
  }
  if (method === 'PATCH' && undocumented.test(path)) {
    const isDone = z
      .strictObject({ statusCode: z.literal(200), data: z.literal(true) })
      .safeParse(body).success
    return isDone || errorEnvelope.safeParse(body).success ? [] : ['no envelope']
  }
  if (ownPath.test(path) && status < 400) return []
  return status >= 400 && errorEnvelope.safeParse(body).success ? [] : ['an unknown path was not refused']
}

const queryValue = (schema: Record<string, unknown>, text: string): unknown =>
  schema['type'] === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text

/** What is wrong with a request by the document: path, query and body. `body` is parsed JSON, or a form's fields. */
const requestComplaints = (method: string, url: URL, body: unknown): string[] => {
  const operation = operationFor(method, url.pathname)
  if (operation === undefined) {
    return method === 'PATCH' && undocumented.test(url.pathname)
      ? []
      : [`${method} ${url.pathname} is not in the document`]
  }
  const query = operation.parameters.filter((p) => p.in === 'query')
  const missing = query
    .filter((p) => p.required && !url.searchParams.has(p.name))
    .map((p) => `no ${p.name} in the query`)
  const wrong = [...url.searchParams].flatMap(([name, text]) => {
    const parameter = query.find((p) => p.name === name)
    if (parameter === undefined) return [`${name} is no query parameter of ${operation.id}`]
    return complaintsBySchema(parameter.schema, queryValue(parameter.schema, text)).map(
      (c) => `${name}: ${c}`,
    )
  })
  if (operation.bodySchema === undefined) return [...missing, ...wrong]
  if (body === undefined)
    return operation.isBodyRequired ? [...missing, ...wrong, 'no body'] : [...missing, ...wrong]
  return [...missing, ...wrong, ...complaintsBySchema(operation.bodySchema, body)]
}

type Fetch = (request: Request) => Promise<Response>

const bodyOf = (text: string, contentType: string): unknown => {
  if (text === '') return undefined
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  return JSON.parse(text)
}

/** A contract broken: what was asked, what was answered, and what the document says about it. */
class ContractBroken extends Error {
  constructor(request: Request, complaints: readonly string[]) {
    super(`${request.method} ${new URL(request.url).pathname}: ${complaints.join('; ')}`)
    this.name = 'ContractBroken'
  }
}

/** Wraps a fetch so that every answer that comes through it has to keep the document. */
export const checkingAnswers =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const answer = await fetch(request)
    const text = await answer.clone().text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const complaints = answerComplaints(request.method, new URL(request.url).pathname, answer.status, body)
    if (complaints.length > 0) throw new ContractBroken(request, complaints)
    return answer
  }

/** Wraps a fetch so that every request that goes through it has to keep the document. */
export const checkingRequests =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const body = bodyOf(await request.clone().text(), request.headers.get('content-type') ?? '')
    const complaints = requestComplaints(request.method, new URL(request.url), body)
    if (complaints.length > 0) throw new ContractBroken(request, complaints)
    return fetch(request)
  }
