import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchApp } from '../../scripts/lib/launch.ts'

// No scanner is plugged in where tests run: what is shown here is that the window reaches WebHID and nothing else of the
// kind. The reports themselves are tests/renderer/scan/hid-pos.test.ts.

let dataDir: string
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-hid-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await page.getByTestId('manual-code').waitFor()
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the window', () => {
  it('may look for scanners in HID POS mode', async () => {
    expect(await page.evaluate(async () => (await navigator.hid?.getDevices())?.length)).toBe(0)
  })

  it('gets no device of another kind, even when asked for any', async () => {
    await page.evaluate(() => {
      document.body.addEventListener(
        'click',
        () => {
          const asked = navigator.hid?.requestDevice({ filters: [] }).then((devices) => devices.length)
          Object.assign(window, { asked })
        },
        { once: true, capture: true },
      )
    })
    await page.getByTestId('last-scan').click()
    expect(
      await page.evaluate(async () => {
        const asked: unknown = Reflect.get(window, 'asked')
        return asked
      }),
    ).toBe(0)
  })
})
