import { createServer, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { launchApp } from '../../scripts/lib/launch.ts'

let dataDir: string
let app: ElectronApplication
let page: Page
let elsewhere: Server
let address: string
/** What reached another server on this machine. */
const visits: string[] = []

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('<title>elsewhere</title>')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const bound = elsewhere.address()
  if (bound === null || typeof bound === 'string') throw new Error('not listening')
  address = `http://127.0.0.1:${String(bound.port)}/`
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-locked-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await packerAt(page).connectionIs('online')
})

afterAll(async () => {
  await app.close()
  elsewhere.close()
  await rm(dataDir, { recursive: true, force: true })
})

it('the window that runs is sandboxed, isolated and without Node', async () => {
  // Electron has this call, and does not document it.
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }): unknown => {
      const read: unknown = Reflect.get(webContents, 'getLastWebPreferences')
      return typeof read === 'function' ? Reflect.apply(read, webContents, []) : null
    }),
  )
  expect(preferences).toMatchObject([
    { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
    ),
  ).toEqual([])
})

it('the page opens nothing, takes nothing in and asks no network', async () => {
  const came = await page.evaluate(async (to) => {
    const ended = (element: HTMLElement): Promise<string> =>
      new Promise((resolve) => {
        for (const event of ['load', 'error'])
          element.addEventListener(event, () => {
            resolve(event)
          })
      })
    const frame = document.createElement('iframe')
    frame.src = to
    const picture = document.createElement('img')
    picture.src = to
    const both = [ended(frame), ended(picture)]
    document.body.append(frame, picture)
    const [, shown] = await Promise.all(both)
    frame.remove()
    picture.remove()
    const asked = await fetch(to).then(
      () => 'answered',
      () => 'refused',
    )
    return { shown, asked, opened: window.open(to) === null ? 'nothing' : 'a window' }
  }, address)
  expect(came).toEqual({ shown: 'error', asked: 'refused', opened: 'nothing' })
  expect(app.windows()).toHaveLength(1)
  expect(visits).toEqual([])
})

it('a frame inside the page gets nothing of the desk', async () => {
  const heard = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const has = frame.contentWindow !== null && 'packdesk' in frame.contentWindow
    frame.remove()
    return Promise.resolve(has)
  })
  expect(heard).toBe(false)
})

it('nothing of the machine is granted', async () => {
  const states = await page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    const notifications = await Notification.requestPermission()
    return { media, notifications }
  })
  expect(states).toEqual({ media: 'denied', notifications: 'denied' })
})

it('the page goes nowhere', async () => {
  const heldBack = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean[]>((resolve) => {
        for (const { webContents } of BrowserWindow.getAllWindows())
          webContents.once('will-frame-navigate', (event) => {
            resolve([event.defaultPrevented])
          })
      }),
  )
  await page.evaluate((to) => {
    window.location.href = to
  }, address)
  expect(await heldBack).toEqual([true])
  expect(page.url()).toMatch(/^app:\/\/packdesk\//)
  expect(visits).toEqual([])
})
