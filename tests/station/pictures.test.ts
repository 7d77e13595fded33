import { describe, expect, it } from 'vitest'
import {
  downloadWith,
  largestPicture,
  type DownloadPicture,
} from '../../electron/station/catalog/picture-download.ts'
import type { KeptPicture, PictureFiles } from '../../electron/station/catalog/picture-shelf.ts'
import { createPictureShelf } from '../../electron/station/catalog/picture-shelf.ts'
import { guide } from './guide.ts'
import { createWorld, type World } from './world.ts'

const day = 24 * 3_600_000

/** A folder in memory. */
function folder() {
  const kept = new Map<string, Uint8Array>()
  let now = 0
  const times = new Map<string, number>()
  const files: PictureFiles = {
    list: () =>
      Promise.resolve(
        [...kept].map(([name, bytes]) => ({ name, size: bytes.byteLength, savedAt: times.get(name) ?? 0 })),
      ),
    save: (name, bytes) => {
      now += 1
      kept.set(name, bytes)
      times.set(name, now)
      return Promise.resolve()
    },
    remove: (name) => {
      kept.delete(name)
      return Promise.resolve()
    },
  }
  return { kept, files }
}

/** A desk whose pictures are fetched over the demo store, or with `download`. */
async function desk({ kept, files } = folder(), download: DownloadPicture | null = null) {
  const asked: string[] = []
  const world = await createWorld({
    unchecked: true,
    pictures: (fromStore) => {
      const own = downloadWith((url, init) => fromStore(new Request(url, init)), 1_000)
      const counting: DownloadPicture = (url) => {
        asked.push(url)
        return (download ?? own)(url)
      }
      return { download: counting, files }
    },
  })
  return { world, kept, asked }
}

const pictures = async (world: World) =>
  (await world.snapshot()).desk?.lines.map(({ picture }) => picture) ?? []
const productCalls = (world: World) => world.calls.filter(({ path }) => path.startsWith('/products/'))

describe('pictures of the products on the desk', () => {
  it('come in by themselves after the order is on the screen, and are asked for once', async () => {
    const { world, kept, asked } = await desk()
    await world.scan(guide)
    expect(await pictures(world)).toEqual([null, null])
    await world.advance(5_000)
    const paths = await pictures(world)
    expect(paths.map((path) => path?.replace(/\?.*/, ''))).toEqual(
      [...kept.keys()].map((name) => `/pictures/${name}`),
    )
    expect([...kept.keys()].every((name) => /^[0-9a-f]{64}\.png$/.test(name))).toBe(true)
    await world.advance(3_600_000)
    expect(asked).toHaveLength(2)
    expect(productCalls(world)).toHaveLength(2)
  })

  it('are there at once after a restart, without the store', async () => {
    const shelf = folder()
    const { world } = await desk(shelf)
    await world.scan(guide)
    await world.advance(5_000)
    world.cutNetwork()
    await world.restart()
    await world.advance(1_000)
    expect(await pictures(world)).not.toContain(null)
    expect(productCalls(world)).toHaveLength(2)
  })

  it('are simply not there offline, and come when the store is back', async () => {
    const { world } = await desk()
    world.cutNetwork()
    await world.scan(guide)
    await world.advance(10 * 60_000)
    expect(await pictures(world)).toEqual([null, null])
    expect(world.reports).toEqual([])
    world.mendNetwork()
    await world.advance(5 * 60_000)
    expect(await pictures(world)).not.toContain(null)
  })

  it('are looked after again when they are old', async () => {
    const { world, asked } = await desk()
    await world.scan(guide)
    await world.advance(5_000)
    world.sleep(8 * day)
    await world.advance(60_000)
    expect(asked).toHaveLength(4)
  })

  it('of a product without any are not asked for again and again', async () => {
    const { world } = await desk()
    await world.scan('202410104747761')
    await world.advance(3_600_000)
    expect(await pictures(world)).toEqual([null])
    expect(productCalls(world)).toHaveLength(1)
    expect(world.reports).toEqual([])
  })

  const gif = Buffer.from('GIF89a and so on')
  it.each([
    [
      'an SVG',
      { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), contentType: 'image/svg+xml' },
    ],
    ['a page', { bytes: Buffer.from('<html>'), contentType: 'text/html' }],
    ['a page that calls itself a picture', { bytes: Buffer.from('<html>'), contentType: 'image/png' }],
    ['a picture of another kind than it says', { bytes: gif, contentType: 'image/jpeg' }],
    ['nothing', { bytes: Buffer.alloc(0), contentType: 'image/png' }],
  ])('that are %s are not kept; that is noted once', async (_what, file) => {
    const { world, kept } = await desk(folder(), () => Promise.resolve({ ok: true, ...file }))
    await world.scan(guide)
    await world.advance(60_000)
    expect(kept.size).toBe(0)
    expect(await pictures(world)).toEqual([null, null])
    expect(world.reports).toEqual([expect.stringMatching(/^pictures: what came was no picture/)])
  })

  it('that the disk does not take leave packing alone', async () => {
    const shelf = folder()
    shelf.files.save = () => Promise.reject(new Error('disk full'))
    const { world } = await desk(shelf)
    await world.scan(guide)
    await world.advance(60_000)
    expect(world.reports).toEqual(['pictures: disk full'])
    expect(await world.scan('A-CITRUS-500')).toMatchObject({ kind: 'itemScanned' })
  })
})

describe('a picture is fetched', () => {
  const never = () => Promise.reject(new Error('nobody may be asked'))

  it.each(['file:///etc/passwd', 'ftp://shop/a.png', 'data:image/png;base64,AAAA', 'not an address'])(
    'from http(s) addresses only, not %s',
    async (url) => {
      expect(await downloadWith(never, 1_000)(url)).toEqual({ ok: false, why: 'address' })
    },
  )

  it('without the store’s token, without following redirects, and no more of it than allowed', async () => {
    const seen: RequestInit[] = []
    const body = new Uint8Array(largestPicture + 1)
    const download = downloadWith((_url, init) => {
      seen.push(init ?? {})
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'image/png' } }))
    }, 1_000)
    expect(await download('https://pictures.example/a.png')).toEqual({ ok: false, why: 'too large' })
    expect(seen[0]?.redirect).toBe('error')
    expect(seen[0]?.headers).toEqual({ accept: 'image/*' })
    expect(seen[0]?.signal).toBeInstanceOf(AbortSignal)
  })

  it('and where that fails, nothing is thrown', async () => {
    expect(await downloadWith(never, 1_000)('https://pictures.example/a.png')).toEqual({
      ok: false,
      why: 'Error',
    })
    const missing = () => Promise.resolve(new Response(null, { status: 404 }))
    expect(await downloadWith(missing, 1_000)('https://pictures.example/a.png')).toEqual({
      ok: false,
      why: 'status 404',
    })
  })
})

describe('the shelf of pictures', () => {
  const stem = (n: number) => n.toString(16).padStart(64, '0')

  it('keeps the newest that fit, also of what earlier runs have left', async () => {
    const { kept, files } = folder()
    for (const n of [1, 2, 3]) await files.save(`${stem(n)}.png`, new Uint8Array(40))
    const shelf = createPictureShelf(files, 100)
    await shelf.load()
    expect([...kept.keys()]).toEqual([`${stem(2)}.png`, `${stem(3)}.png`])
    await shelf.put(stem(4), 'gif', new Uint8Array(40), 4)
    expect([...kept.keys()]).toEqual([`${stem(3)}.png`, `${stem(4)}.gif`])
    expect(shelf.get(stem(2))).toBeNull()
  })

  it('has one picture of a product, whatever kind it was before', async () => {
    const { kept, files } = folder()
    const shelf = createPictureShelf(files)
    await shelf.put(stem(1), 'png', new Uint8Array(4), 1)
    await shelf.put(stem(1), 'jpg', new Uint8Array(4), 2)
    expect([...kept.keys()]).toEqual([`${stem(1)}.jpg`])
  })

  it('does not touch files that are not its own', async () => {
    const { kept, files } = folder()
    const strange: KeptPicture['name'][] = ['note.txt', `${stem(1)}.svg`, `${stem(1)}.png.part`]
    for (const name of strange) await files.save(name, new Uint8Array(90))
    const shelf = createPictureShelf(files, 10)
    await shelf.load()
    expect([...kept.keys()]).toEqual(strange)
    expect(shelf.get(stem(1))).toBeNull()
  })
})
