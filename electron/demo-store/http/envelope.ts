import type { Assumptions } from '../assumptions.ts'
import type { StoreError } from '../errors.ts'

const json = (statusCode: number, body: unknown, headers: Record<string, string>): Response =>
  new Response(JSON.stringify(body), {
    status: statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })

/** `{statusCode: 200, data}` */
export const successAnswer = (data: unknown, headers: Record<string, string> = {}): Response =>
  json(200, { statusCode: 200, data }, headers)

/** `{statusCode, error: {errorCode, message, data[]}}` */
export const errorAnswer = (
  error: StoreError,
  errorCodeType: Assumptions['errorCodeType'],
  headers: Record<string, string> = {},
): Response => {
  const errorCode = errorCodeType === 'string' ? String(error.errorCode) : error.errorCode
  const { statusCode, message, details } = error
  return json(statusCode, { statusCode, error: { errorCode, message, data: details } }, headers)
}

/** The error envelope of a path that does not exist, worded as the real service words it. */
export const unknownPathAnswer = (method: string, path: string): Response =>
  json(404, { statusCode: 404, error: { errorCode: 404, message: `Cannot ${method} ${path}`, data: [] } }, {})
