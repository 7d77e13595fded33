import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DatabaseLostError } from '../../electron/station/database/in-place.ts'
import type { WindowMethods } from '../../electron/main/ipc.ts'

type Handler = (event: unknown, input?: unknown) => unknown

const handlers = new Map<string, Handler>()

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  protocol: {},
  app: {},
  session: {},
}))

const { registerMethods } = await import('../../electron/main/ipc.ts')
const { channels } = await import('../../shared/contract/bridge.ts')
const { windowInputs } = await import('../../shared/contract/methods.ts')

type Frame = { url: string; origin: string }

const frame = (url: string): Frame => ({ url, origin: new URL(url).origin })
const contentsOf = (mainFrame: Frame) => ({ mainFrame })

/** What each method was called with. */
let called: { name: string; input: unknown }[]
let reports: string[]
let answer: (name: string) => unknown
let isFileLost: boolean

/** Every method there is, each answering with what the test says. */
const everyMethod = (): WindowMethods => {
  const methods: Record<string, unknown> = {}
  for (const name of Object.keys(windowInputs)) {
    methods[name] = (input: unknown) => {
      called.push({ name, input })
      return answer(name)
    }
  }
  if (!isMethods(methods)) throw new Error('no methods')
  return methods
}
const isMethods = (methods: object): methods is WindowMethods => 'snapshot' in methods

function listenTo(contents: object | null, methods: WindowMethods | null = everyMethod()): void {
  registerMethods({
    // The test's windows have the two properties that are looked at.
    contents: () => (isContents(contents) ? contents : null),
    methods,
    problem: methods === null ? { kind: 'databaseDamaged', detail: 'page 7' } : null,
    isFileLost: () => isFileLost,
    report: (what, error) =>
      reports.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
  })
}
const isContents = (value: object | null): value is Electron.WebContents => value !== null

const call = async (channel: string, event: object, input?: unknown): Promise<unknown> => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`nobody listens on ${channel}`)
  return handler(event, input)
}

const page = frame('app://packdesk/')
const window = contentsOf(page)
const ours = { sender: window, senderFrame: page }
const every = [channels.startupProblem, ...windowMethodNames().map(channels.method)]

function windowMethodNames() {
  return Object.keys(windowInputs).filter((name): name is keyof typeof windowInputs => name in windowInputs)
}

beforeEach(() => {
  isFileLost = false
  handlers.clear()
  called = []
  reports = []
  answer = () => 'done'
})

describe('whose calls are answered', () => {
  it('there is a handler for every method, and for nothing else', () => {
    listenTo(window)
    expect([...handlers.keys()].sort()).toEqual([...every].sort())
  })

  it('the window’s own page is heard', async () => {
    listenTo(window)
    expect(await call(channels.method('scan'), ours, { code: '1' })).toEqual({ ok: true, data: 'done' })
    expect(called).toEqual([{ name: 'scan', input: { code: '1' } }])
    expect(await call(channels.startupProblem, ours)).toBeNull()
    expect(reports).toEqual([])
  })

  const foreign = frame('https://packdesk.example/')
  const subframe = frame('app://packdesk/')
  const second = contentsOf(frame('app://packdesk/'))
  const blank = { url: 'about:blank', origin: 'null' }

  it.each<[string, object]>([
    ['a frame inside the page, though it is the app’s own', { sender: window, senderFrame: subframe }],
    ['a foreign frame inside the page', { sender: window, senderFrame: foreign }],
    ['a second window with the app’s own page', { sender: second, senderFrame: second.mainFrame }],
    ['a second window’s frame under the first one’s name', { sender: window, senderFrame: second.mainFrame }],
    ['a second window naming the first one’s frame', { sender: second, senderFrame: page }],
    ['a frame that is closed by now', { sender: window, senderFrame: null }],
  ])('%s is turned away, from every method', async (_who, event) => {
    listenTo(window)
    for (const channel of every) await expect(call(channel, event, {})).rejects.toThrow('not allowed')
    expect(called).toEqual([])
    expect(reports).toHaveLength(every.length)
  })

  it.each([
    ['a foreign page', foreign],
    ['an empty page', blank],
    ['a page whose name begins like the app’s', frame('app://packdesk.example/')],
    ['a file', { url: 'file:///app/index.html', origin: 'file://' }],
  ])('the window itself is turned away once it shows %s', async (_what, shown) => {
    const led = contentsOf(shown)
    listenTo(led)
    const event = { sender: led, senderFrame: shown }
    for (const channel of every) await expect(call(channel, event, {})).rejects.toThrow('not allowed')
    expect(called).toEqual([])
    expect(reports[0]).toBe(`ipc: a call from ${shown.origin} was turned away`)
  })

  it('nobody is heard while there is no window', async () => {
    listenTo(null)
    await expect(call(channels.method('scan'), ours, { code: '1' })).rejects.toThrow('not allowed')
    expect(called).toEqual([])
  })
})

describe('what is made of a call', () => {
  it.each([
    ['nothing', undefined],
    ['something else', 'a code'],
    ['too little', {}],
    ['too much', { code: '1', also: '2' }],
    ['something of another kind', { code: 1 }],
  ])('input that is %s reaches no method', async (_what, input) => {
    listenTo(window)
    expect(await call(channels.method('scan'), ours, input)).toMatchObject({
      ok: false,
      error: { code: 'badInput' },
    })
    expect(called).toEqual([])
  })

  it('while the station could not be opened, the reason is the answer to everything', async () => {
    listenTo(window, null)
    const error = { code: 'notReady', message: 'databaseDamaged' }
    expect(await call(channels.method('scan'), ours, { code: '1' })).toEqual({ ok: false, error })
    expect(await call(channels.startupProblem, ours)).toEqual({ kind: 'databaseDamaged', detail: 'page 7' })
  })

  it.each([
    ['a full disk', Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), 'storage', 'diskFull'],
    ['a lost file', new DatabaseLostError('gone', 'packdesk.db'), 'storage', 'databaseLost'],
    ['an error nobody expected', new Error('oops'), 'internal', 'oops'],
  ])('%s is told as what it is, and written down', async (_what, error, code, message) => {
    answer = () => Promise.reject(error)
    listenTo(window)
    expect(await call(channels.method('snapshot'), ours, {})).toEqual({ ok: false, error: { code, message } })
    expect(reports).toEqual([`method snapshot: ${error.message}`])
  })

  it('what a lost file does not take is told as its loss', async () => {
    answer = () => Promise.reject(Object.assign(new Error('no'), { code: 'SQLITE_READONLY' }))
    isFileLost = true
    listenTo(window)
    const error = { code: 'storage', message: 'databaseLost' }
    expect(await call(channels.method('scan'), ours, { code: '1' })).toEqual({ ok: false, error })
  })
})
