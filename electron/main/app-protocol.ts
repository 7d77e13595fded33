import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'

const scheme = 'app'
const host = 'packdesk'

/** The only origin the window ever shows. */
export const appOrigin = `${scheme}://${host}`

/** zod-free, inline-free and network-free: the window can load its own files and nothing else. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

const pictureTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the renderer's built files from `folder` and kept pictures from `pictures`, read-only, and nothing else. */
export function serveApp(folder: string, pictures: string): void {
  protocol.handle(scheme, async (request) => {
    const picture = pictureFor(pictures, request)
    const file = picture ?? fileFor(folder, request)
    if (file === null) return new Response(null, { status: 404 })
    const type = (picture === null ? types : pictureTypes)[path.extname(file)]
    if (type === undefined) return new Response(null, { status: 404 })
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      // The one thing that can go wrong with a built file, or a picture, is that it is not there.
      return new Response(null, { status: 404 })
    }
  })
}

/** The kept picture a request means; null for anything but a GET of a name such as the desk gives to pictures. */
export function pictureFor(folder: string, request: Pick<Request, 'method' | 'url'>): string | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.host !== host) return null
  const name = /^\/pictures\/([0-9a-f]{64}\.(?:png|jpg|gif|webp))$/.exec(url.pathname)?.[1]
  return name === undefined ? null : path.join(folder, name)
}

/** The file a request means; null for anything but a GET of a path inside the folder. */
export function fileFor(folder: string, request: Pick<Request, 'method' | 'url'>): string | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.host !== host) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    // A broken percent escape names no file.
    return null
  }
  const file = path.resolve(folder, `.${pathname === '/' ? '/index.html' : pathname}`)
  const inside = path.relative(folder, file)
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) || pathname.includes('\0')
    ? null
    : file
}
