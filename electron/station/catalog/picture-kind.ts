/** The kinds of picture a window may be shown, by their file extension. SVG is none of them: it can carry scripts. */
const pictureTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
} as const

export type PictureKind = keyof typeof pictureTypes

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const beginnings: Record<PictureKind, (bytes: Uint8Array) => boolean> = {
  png: (bytes) => text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
  jpg: (bytes) => text(bytes, 0, 3) === '\xff\xd8\xff',
  gif: (bytes) => /^GIF8[79]a$/.test(text(bytes, 0, 6)),
  webp: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
}

/** What bytes are by how they begin, if that is what their sender calls them (`contentType`); else null. */
export function pictureKind(bytes: Uint8Array, contentType: string): PictureKind | null {
  const said = contentType.split(';')[0]?.trim().toLowerCase()
  const kinds: PictureKind[] = ['png', 'jpg', 'gif', 'webp']
  return kinds.find((kind) => pictureTypes[kind] === said && beginnings[kind](bytes)) ?? null
}
