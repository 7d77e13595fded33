import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { zooms } from '../../shared/contract/settings.ts'

const size = { width: 1366, height: 768 }

let dataDir: string
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-zoom-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  const { connectionIs, orderWaits, scan } = packerAt(page)
  await connectionIs('online')
  await orderWaits(guideOrder)
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
  }, size)
  await scan(guideOrder, 'orderOpened')
  await scan('A-CITRUS-500', 'itemScanned')
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** What a packer cannot do without, whatever the size of the text. */
const needed = [
  'last-scan',
  'next-step',
  'desk-order',
  'box-1',
  'command-close-box',
  'command-put-down',
  'manual-code',
]

it.each(zooms)('with a zoom of %i the smallest screen still shows all that packing needs', async (zoom) => {
  await page.evaluate((wanted) => window.packdesk.changeSettings({ zoom: wanted }), zoom)
  const wide = Math.floor((size.width * 100) / zoom)
  await page.waitForFunction((width) => Math.abs(window.innerWidth - width) <= 1, wide)
  const outside = await page.evaluate((ids) => {
    const inView = (element: Element | null): boolean => {
      if (element === null) return false
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const fits = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight + 1
      return width > 0 && height > 0 && fits
    }
    const line = document.querySelector('[data-testid^="line-"]')
    return [
      ...ids.filter((id) => !inView(document.querySelector(`[data-testid="${id}"]`))),
      ...(inView(line) ? [] : ['the first line']),
      ...(document.documentElement.scrollWidth > window.innerWidth ? ['the page is too wide'] : []),
    ]
  }, needed)
  expect(outside).toEqual([])
})
