import { StoreError, badInput } from '../errors.ts'

/** Bodies over this many bytes are refused. */
const bodyLimit = 1024 * 1024

/**
 * The bytes of a request's body as text. Throws 413 as soon as more than `bodyLimit` bytes have come, and 10004 for
 * bytes that are not UTF-8.
 */
export const readBodyText = async (request: Request): Promise<string> => {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > bodyLimit) throw new StoreError(413)
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > bodyLimit) {
      await reader.cancel()
      throw new StoreError(413)
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new StoreError(10004, [{ in: 'body', field: '', message: 'UTF-8이 아닙니다.' }])
  }
}

/** Parses a body by its content type: forms as an object of strings, everything else as JSON. Empty is undefined. */
export const parseBody = (text: string, contentType: string): unknown => {
  if (text.trim() === '') return undefined
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return formFields(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch {
    throw new StoreError(10004, [{ in: 'body', field: '', message: 'JSON이 아닙니다.' }])
  }
}

const formFields = (form: URLSearchParams): Record<string, string> => Object.fromEntries(form)

/** Query parameters by name. Throws 10001 for one given twice. */
export const readQuery = (params: URLSearchParams): Record<string, string> => {
  const query = new Map<string, string>()
  for (const [name, value] of params) {
    if (query.has(name)) throw badInput({ in: 'query', field: name, message: '한 번만 입력해 주세요.' })
    query.set(name, value)
  }
  return Object.fromEntries(query)
}
