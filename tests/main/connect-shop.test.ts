import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { demoClient } from '../../electron/demo-store/demo-client.ts'
import { createDemoStore, type DemoStore } from '../../electron/demo-store/store.ts'
import type { Cipher } from '../../electron/main/cipher.ts'
import { createShopMethods, shopKeys, type ShopParts } from '../../electron/main/shop-methods.ts'
import { readStoreChoice, storeFolder } from '../../electron/main/store-choice.ts'
import { createTokenStore } from '../../electron/main/token-store.ts'
import { fetchTransport } from '../../electron/station/imweb/transport.ts'

/** Reverses the text; enough to tell a secret from its plain form. */
const cipher = (available = true): Cipher => ({
  available: () => Promise.resolve(available),
  encrypt: (text) => Promise.resolve(Buffer.from([...text].reverse().join(''))),
  decrypt: (bytes) => Promise.resolve([...bytes.toString()].reverse().join('')),
})

const { clientId, clientSecret, siteCode, redirectUri } = demoClient
const owner = { clientId, clientSecret, siteCode }

let dataFolder: string
let store: DemoStore
let pages: string[]

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'packdesk-shop-'))
  pages = []
  store = createDemoStore({
    file: ':memory:',
    clock: () => Date.UTC(2026, 10, 24),
    random: Math.random,
    rateLimit: 'off',
    controlSecret: 'sesame',
  })
})

afterEach(() => {
  store.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** The owner's browser: it asks the store, and goes where the store sends it, on the port that is listened on. */
async function browse(
  address: string,
  port: number,
  change: (back: URL) => void = () => undefined,
): Promise<void> {
  const answer = await store.fetch(new Request(address))
  const back = new URL(answer.headers.get('location') ?? '')
  back.port = String(port)
  change(back)
  const shown = await fetch(back)
  pages.push(`${String(shown.status)} ${await shown.text()}`)
}

const page = () => vi.waitUntil(() => pages[0])

const never = (): AbortSignal => new AbortController().signal

const methodsWith = (change: Partial<ShopParts> = {}) =>
  createShopMethods({
    baseUrl: 'http://store.test',
    redirectUri,
    port: 0,
    openBrowser: browse,
    dataFolder,
    now: { store: 'demo' },
    fixed: false,
    cipher: cipher(),
    transport: fetchTransport((input, init) => store.fetch(new Request(input, init))),
    newState: () => 'a state nobody knows',
    timeout: never,
    mayChoose: () => Promise.resolve(true),
    restart: () => undefined,
    ...change,
  })

const shop = { store: 'shop', siteCode } as const
const everythingOnDisk = (): string =>
  readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

describe('connecting a shop', () => {
  it('has its owner agree in the browser, and works with it from the next start on', async () => {
    const methods = methodsWith()
    expect(await methods.connectShop(owner)).toEqual({ ok: true })
    expect(await page()).toContain('200 승인되었습니다')
    expect(await methods.shopState({})).toMatchObject({ now: { store: 'demo' }, next: shop })
    expect(await readStoreChoice(dataFolder)).toEqual(shop)
  })

  it('keeps keys and tokens encrypted in a folder of the shop’s own, and nowhere in plain', async () => {
    await methodsWith().connectShop(owner)
    const folder = storeFolder(dataFolder, shop)
    expect(await shopKeys(folder, cipher()).load()).toEqual({ clientId, clientSecret, redirectUri })
    const tokens = await createTokenStore(path.join(folder, 'tokens.bin'), cipher()).load()
    expect(tokens?.refreshToken).toMatch(/^[0-9a-f]{80}$/)
    expect(everythingOnDisk()).not.toContain(clientSecret)
    expect(everythingOnDisk()).not.toContain(tokens?.refreshToken)
  })

  it('listens for no answer but the one it asked for', async () => {
    const methods = methodsWith({
      openBrowser: async (address, port) => {
        await browse(address, port, (back) => {
          back.searchParams.set('state', 'guessed')
        })
        await browse(address, port, (back) => {
          back.pathname = '/elsewhere'
        })
        await browse(address, port)
      },
    })
    expect(await methods.connectShop(owner)).toEqual({ ok: true })
    await vi.waitUntil(() => pages.length === 3)
    expect(pages.map((shown) => shown.slice(0, 3))).toEqual(['404', '404', '200'])
  })

  it('tells what the store has against it, in its words', async () => {
    const result = await methodsWith().connectShop({ ...owner, siteCode: 'S2020010100000000000aa' })
    expect(result).toMatchObject({ ok: false, why: 'declined' })
    expect(result.ok || result.words).toBeTruthy()
    expect(await page()).toContain('승인되지 않았습니다')
  })

  it('with a wrong secret changes nothing', async () => {
    const methods = methodsWith()
    expect(await methods.connectShop({ ...owner, clientSecret: 'wrong' })).toMatchObject({ why: 'refused' })
    expect(await readStoreChoice(dataFolder)).toEqual({ store: 'demo' })
    expect(existsSync(storeFolder(dataFolder, shop))).toBe(false)
  })

  it('that does not answer when the code is exchanged changes nothing', async () => {
    const transport = () => Promise.resolve({ kind: 'unanswered' as const, why: 'time-out' })
    expect(await methodsWith({ transport }).connectShop(owner)).toMatchObject({ why: 'unreachable' })
    expect(await readStoreChoice(dataFolder)).toEqual({ store: 'demo' })
  })

  it('can be cancelled, and then begun again; meanwhile there is no second one', async () => {
    let opened = (): void => undefined
    const waits = new Promise<void>((resolve) => {
      opened = resolve
    })
    const methods = methodsWith({
      openBrowser: () => {
        opened()
        return Promise.resolve()
      },
    })
    const first = methods.connectShop(owner)
    await waits
    expect(await methods.connectShop(owner)).toMatchObject({ why: 'busy' })
    await methods.cancelConnecting({})
    expect(await first).toMatchObject({ why: 'cancelled' })
    const again = methods.connectShop(owner)
    await methods.cancelConnecting({})
    expect(await again).toMatchObject({ why: 'cancelled' })
  })

  it.each([
    ['timedOut', { openBrowser: () => Promise.resolve(), timeout: () => AbortSignal.abort() }],
    ['noBrowser', { openBrowser: () => Promise.reject(new Error('no browser')) }],
    ['leadOnly', { mayChoose: () => Promise.resolve(false) }],
    ['noKeyStore', { cipher: cipher(false) }],
    ['fixedStore', { fixed: true }],
  ] as const)('says %s', async (why, change) => {
    expect(await methodsWith(change).connectShop(owner)).toEqual({ ok: false, why, words: null })
  })

  it('says that another program holds the port', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
      })
    })
    expect(await methodsWith({ port }).connectShop(owner)).toMatchObject({ why: 'portTaken' })
    other.close()
  })
})

describe('going back to the demo store', () => {
  it('keeps what is known of the shop', async () => {
    const methods = methodsWith()
    await methods.connectShop(owner)
    expect(await methods.useDemoStore({})).toBe(true)
    expect(await readStoreChoice(dataFolder)).toEqual({ store: 'demo' })
    expect(await shopKeys(storeFolder(dataFolder, shop), cipher()).load()).not.toBeNull()
    expect(storeFolder(dataFolder, { store: 'demo' })).toBe(dataFolder)
  })

  it('is a lead’s to do', async () => {
    expect(await methodsWith({ mayChoose: () => Promise.resolve(false) }).useDemoStore({})).toBe(false)
  })
})
