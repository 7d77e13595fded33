/** The bytes of a file and what its sender calls them, or why they were not taken. */
type Download = { ok: true; bytes: Uint8Array; contentType: string } | { ok: false; why: string }

export type DownloadPicture = (url: string) => Promise<Download>

/** The largest picture that is taken, in bytes. */
export const largestPicture = 2 * 1024 * 1024

/**
 * Fetches pictures over a `fetch`: without the store's token, from http(s) addresses only, without following redirects,
 * and no more of them than a picture may have.
 */
export function downloadWith(fetchFunction: typeof fetch, timeoutMs: number): DownloadPicture {
  return async (url) => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return { ok: false, why: 'address' }
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetchFunction(url, { redirect: 'error', signal, headers: { accept: 'image/*' } })
      if (!response.ok) return { ok: false, why: `status ${String(response.status)}` }
      const bytes = await readAtMost(response, largestPicture)
      if (bytes === null) return { ok: false, why: 'too large' }
      return { ok: true, bytes, contentType: response.headers.get('content-type') ?? '' }
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.name : 'unknown' }
    }
  }
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array()
  const stream: ReadableStream<Uint8Array<ArrayBuffer>> = response.body
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts, size)
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
}
