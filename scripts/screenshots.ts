import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { commandBarcode } from '../shared/domain/scan/command-barcode.ts'
import { networkTo } from './guided-demo/network.ts'
import { packerAt } from './guided-demo/packer.ts'
import { guideOrder, waybills } from './guided-demo/steps.ts'
import { startStore } from './guided-demo/store-process.ts'
import { launchApp, prepareStage, type Stage } from './lib/launch.ts'
import { rootDir } from './lib/paths.ts'
import { main, say } from './lib/run.ts'

const folder = join(rootDir, 'docs', 'screenshots')
const languages = ['ko', 'en'] as const
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const
const goods = { a: 'A-CITRUS-500', b: 'B-NURUNGJI-200', other: 'T-GREEN-50' }

await main(async () => {
  const { stage, stop } = await prepareStage()
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await packAndTakePictures(stage)
    return 0
  } finally {
    stop()
  }
})

/** Packs the guide's order in the real app against a demo store of its own, and takes the pictures on the way. */
async function packAndTakePictures(stage: Stage): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-pictures-'))
  const store = await startStore(join(dataDir, 'store.db'))
  const network = await networkTo(store.url)
  let app: ElectronApplication | null = null
  try {
    app = await launchApp(stage, { dataDir: join(dataDir, 'desk'), storeUrl: network.url })
    const launched = app
    const page = await launched.firstWindow()
    const { scan, boxIs, connectionIs } = packerAt(page)
    const take = (name: string): Promise<void> => takePictures(launched, page, name)

    await connectionIs('online')
    await page.getByTestId(`queue-row-${guideOrder}`).waitFor()
    await take('queue')

    await scan(guideOrder, 'orderOpened')
    await scan(goods.a, 'itemScanned')
    await scan(goods.b, 'itemScanned')
    await take('packing')
    await scan(goods.other, 'wrongItem')
    await take('wrong-item')

    await scan(goods.b, 'itemScanned')
    await scan(commandBarcode('closeBox'), 'boxClosed')
    await scan(waybills[0], 'boxSealed')
    await boxIs(1, 'confirmed')
    await network.cut()
    for (const code of [goods.a, goods.b]) await scan(code, 'itemScanned')
    await scan(goods.b, 'orderComplete')
    await scan(waybills[1], 'boxSealed')
    await connectionIs('offline')
    await boxIs(2, 'waiting')
    await take('offline')
  } finally {
    await app?.close()
    await network.close()
    await store.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The window as it stands, in each language at each size. */
async function takePictures(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await resize(app, page, size)
    for (const language of languages) {
      await page.getByTestId(`language-${language}`).click()
      await page.locator(`html[lang="${language}"]`).waitFor()
      // The picture is the desk's, not of a focus ring or a pointer on the button just pressed.
      await page.mouse.move(0, 0)
      await page.evaluate(async () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        await document.fonts.ready
      })
      const file = join(folder, `${language}-${String(size.width)}-${name}.png`)
      await page.screenshot({ path: file, animations: 'disabled' })
      const { size: bytes } = await stat(file)
      say(`  ${relative(rootDir, file)} (${String(Math.round(bytes / 1024))} kB)`)
    }
  }
}

/**
 * Gives the page exactly this size, without the window's frame and menu, and waits until it has it. A window may not be
 * as large as its screen, so the page is told its size as well.
 */
async function resize(app: ElectronApplication, page: Page, size: (typeof sizes)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setPosition(0, 0)
      window.setContentSize(width, height)
    }
  }, size)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
  await page.waitForFunction(
    ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
    size,
  )
}
