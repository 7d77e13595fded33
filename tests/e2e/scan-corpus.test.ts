import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { defaultProfile, type ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import { corpusCodes } from './scan-corpus-codes.ts'
import { corpusKeys, foreignKeys, type Computer, type CorpusKey } from './scan-corpus-keys.ts'
import { typeCodes } from './scan-corpus-window.ts'

// What is real and what is not. Real: Electron, the built app's window with its own listener, decoder and React, the
// focus, the bridge and the channel between the processes. At the channel's other end stands a recorder in the station's
// place, so that 54 000 scans need no 54 000 writes to the disk. Made up: in the first part the keys are DOM events with
// time stamps of their own, so that 100 ms a key need not be waited for, and layouts and input method are played as
// Chromium was recorded to report them. In the second part the keys come through Chromium's own input, and the smallest
// part is typed in true time. A real input method is the matter of `npm run test:ime`.

const computers: readonly Computer[] = ['us', 'hangul', 'french']
const rhythms = [10, 40, 100] as const
const places = ['page', 'input', 'dialog'] as const
type Place = (typeof places)[number]

const codes = corpusCodes(2000, 20_261_124)
const kept = '김서연 안녕'

let dataDir: string
let app: ElectronApplication
let page: Page
let session: CDPSession
/** The keys' own time; never runs back from one run to the next. */
let clock = 10_000

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-corpus-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await packerAt(page).connectionIs('online')
  session = await page.context().newCDPSession(page)
  const reply = await page.evaluate(() => window.packdesk.snapshot({}))
  await app.evaluate(({ ipcMain }, answer) => {
    globalThis.scansRead = []
    ipcMain.removeHandler('packdesk:scan')
    ipcMain.handle('packdesk:scan', (_event, input: { code: string }) => {
      globalThis.scansRead.push(input.code)
      return answer
    })
  }, reply)
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

beforeEach(async () => {
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
})

/** What has come through the channel, once it has all come. */
async function scansRead(count: number): Promise<string[]> {
  await expect
    .poll(() => app.evaluate(() => globalThis.scansRead.length), {
      timeout: 30_000,
      interval: 20,
    })
    .toBeGreaterThanOrEqual(count)
  return app.evaluate(() => globalThis.scansRead.splice(0))
}

/** Puts the focus where the scans are to meet it: on nothing, in a field with some text, on a button in a dialog. */
async function focusOn(place: Place): Promise<void> {
  const field = page.getByTestId('manual-code')
  if (place === 'input') {
    await field.fill(kept)
    return
  }
  if (place === 'dialog') {
    await page.getByTestId('open-commands').click()
    await page.getByTestId('command-sheet').getByRole('button').last().focus()
    return
  }
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

describe.each(places)('with the focus in the %s', (place) => {
  describe.each(computers)('of a %s computer', (computer) => {
    it.each(rhythms)('every code of the corpus is read right at %i ms a key', async (msPerKey) => {
      await focusOn(place)
      const keys = corpusKeys(computer, codes.join(''))
      const run = { codes, keys, hangul: computer === 'hangul', msPerKey, from: clock }
      const { ends, values } = await page.evaluate(typeCodes, run)
      clock = ends + 5000
      expect(await scansRead(codes.length)).toEqual(codes)
      expect(values).toEqual(place === 'input' ? [kept] : [])
      expect(await page.locator('dialog').count()).toBe(place === 'dialog' ? 1 : 0)
    })
  })
})

describe('a scanner set to another country than the computer', () => {
  const useScanner = async (layout: ScannerProfile['layout']): Promise<void> => {
    const reply = await page.evaluate((scanner) => window.packdesk.changeSettings({ scanner }), {
      ...defaultProfile,
      layout,
    })
    expect(reply.ok).toBe(true)
    await page.waitForFunction(async (wanted) => {
      const seen = await window.packdesk.snapshot({})
      return seen.ok && seen.data.settings.scanner.layout === wanted
    }, layout)
  }

  // Also after a failure, so that it is not read as a failure of every test that follows.
  afterAll(() => useScanner('us'))

  it.each(['uk', 'fr', 'de', 'jp'] as const)('is read right by its profile: %s', async (layout) => {
    await useScanner(layout)
    for (const computer of ['us', 'hangul'] as const) {
      const keys = foreignKeys(layout, computer)
      const typeable = codes.filter((code) => [...code].every((char) => char in keys)).slice(0, 150)
      expect(typeable).toHaveLength(150)
      for (const place of places) {
        await focusOn(place)
        const run = { codes: typeable, keys, hangul: computer === 'hangul', msPerKey: 40, from: clock }
        const { ends, values } = await page.evaluate(typeCodes, run)
        clock = ends + 5000
        expect(await scansRead(typeable.length)).toEqual(typeable)
        expect(values).toEqual(place === 'input' ? [kept] : [])
        if (place === 'dialog') await page.keyboard.press('Escape')
      }
    }
  })
})

/** Presses keys through Chromium's input; `at` gives each its time stamp in seconds, or waits for its time to come. */
async function pressThroughChromium(
  keys: readonly CorpusKey[],
  at: (place: number) => Promise<number>,
): Promise<void> {
  const sent: Promise<unknown>[] = []
  for (const [place, { code, key, text, shift, ctrl, composes }] of [...keys, enter].entries()) {
    const timestamp = await at(place)
    const modifiers = (shift ? 8 : 0) + (ctrl ? 2 : 0)
    const name = composes ? { key: 'Process', windowsVirtualKeyCode: 229 } : { key }
    const common = { code, ...name, modifiers, timestamp }
    const typed = text === '' || composes ? {} : { text, unmodifiedText: text }
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...typed }))
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }))
  }
  await Promise.all(sent)
}

const enter: CorpusKey = {
  code: 'Enter',
  key: 'Enter',
  text: '\r',
  shift: false,
  ctrl: false,
  alt: false,
  composes: false,
}

const keysOf = (computer: Computer, code: string): CorpusKey[] => {
  const keys = corpusKeys(computer, code)
  return [...code].flatMap((char) => keys[char] ?? [])
}

describe('through Chromium’s own input', () => {
  // Time stamps may run ahead of the clock, so that a slow rhythm need not be waited for.
  let chromiumTime = Date.now() / 1000
  const few = codes.filter((_code, at) => at % 400 === 7)

  it.each(places)(
    'codes are read right on every computer at every rhythm, with the focus in the %s',
    async (place) => {
      await focusOn(place)
      const expected: string[] = []
      for (const computer of computers) {
        for (const msPerKey of rhythms) {
          for (const code of few) {
            const start = chromiumTime
            await pressThroughChromium(keysOf(computer, code), (at) =>
              Promise.resolve(start + (at * msPerKey) / 1000),
            )
            chromiumTime = start + ((code.length + 1) * msPerKey + 300) / 1000
            expected.push(code)
          }
        }
      }
      expect(await scansRead(expected.length)).toEqual(expected)
      if (place === 'input') expect(await page.getByTestId('manual-code').inputValue()).toBe(kept)
    },
  )

  it.each([10, 100])('codes typed in true time at %i ms a key are read right', async (msPerKey) => {
    await focusOn('input')
    const expected = ['A-CITRUS-500', '8809631270018', ']C101x\u001d21y']
    for (const code of expected) {
      const start = performance.now()
      const began = chromiumTime
      chromiumTime += ((code.length + 1) * msPerKey + 300) / 1000
      await pressThroughChromium(keysOf('us', code), async (at) => {
        // The time stamp is the scanner's, as the system gives it to a key however busy the computer is.
        await wait(Math.max(0, start + at * msPerKey - performance.now()))
        return began + (at * msPerKey) / 1000
      })
      await wait(200)
    }
    expect(await scansRead(expected.length)).toEqual(expected)
    expect(await page.getByTestId('manual-code').inputValue()).toBe(kept)
  })
})
