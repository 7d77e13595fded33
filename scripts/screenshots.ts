import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { menuEntries } from '../renderer/features/menu/entries.ts'
import type { DemoShopDeed } from '../shared/contract/demo.ts'
import { commandBarcode } from '../shared/domain/codes/command-barcode.ts'
import { networkTo } from './guided-demo/network.ts'
import { packerAt } from './guided-demo/packer.ts'
import { placeOrder } from './guided-demo/place-order.ts'
import { guideOrder, waybills } from './guided-demo/steps.ts'
import { startStore } from './guided-demo/store-process.ts'
import { launchApp, prepareStage, type Stage } from './lib/launch.ts'
import { outDir, rootDir } from './lib/paths.ts'
import { main } from './lib/run.ts'
import { takeGallery } from './screenshots/gallery.ts'
import { shownPictures } from './screenshots/shown-pictures.ts'
import { photographer, type Photographer } from './screenshots/photographer.ts'

const folder = process.argv[2] ?? join(outDir, 'screenshots')
const documented = join(rootDir, 'docs', 'screenshots')
const controlSecret = 'screenshots'
const twoCloths = '202410104747820'
/** An order whose waybill the shop has registered. */
const registered = { orderNo: '202411260000019', invoiceNo: '680012345678', courierIdx: 4 } as const
const goods = { a: 'A-CITRUS-500', b: 'B-NURUNGJI-200', other: 'T-GREEN-50' }

/**
 * Every screen, dialog and primitive of the real app, in both languages and every theme, into out/screenshots or the folder named; those that a document
 * shows go to docs/screenshots as well.
 */
await main(async () => {
  const { stage, stop } = await prepareStage()
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await packAndTakePictures(stage)
    await takeGallery(stage, folder)
    for (const name of shownPictures(rootDir)) await copyFile(join(folder, name), join(documented, name))
    return 0
  } finally {
    stop()
  }
})

/** Packs the guide's order against a demo store of its own, and takes the pictures on the way. */
async function packAndTakePictures(stage: Stage): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-pictures-'))
  const store = await startStore(join(dataDir, 'store.db'), controlSecret)
  const network = await networkTo(store.url)
  let app: ElectronApplication | null = null
  try {
    app = await launchApp(stage, {
      dataDir: join(dataDir, 'desk'),
      storeUrl: network.url,
      env: { PACKDESK_STORE_CONTROL: controlSecret },
    })
    const page = await app.firstWindow()
    const camera = photographer(app, page, folder)
    const { scan, boxIs, connectionIs, orderWaits } = packerAt(page)

    await connectionIs('online')
    await orderWaits(guideOrder)
    await camera.screen('first-run')
    await page.evaluate(() => window.packdesk.changeSettings({ guideDone: true }))
    await camera.mainScreen('queue')

    await scan(guideOrder, 'orderOpened')
    await scan(goods.a, 'itemScanned')
    await scan(goods.b, 'itemScanned')
    await camera.mainScreen('packing')
    await camera.zoomed('packing')
    await camera.dialog('actions', () => page.keyboard.press('F5'))
    await camera.dialog('put-down', () => page.keyboard.press('F9'))
    await scan(goods.other, 'wrongItem')
    await camera.mainScreen('wrong-item')
    await scan('4006381333931', 'unknownCode')
    await camera.dialog('learn', () => page.keyboard.press('F10'))

    await scan(goods.b, 'itemScanned')
    await scan(commandBarcode('closeBox'), 'boxClosed')
    await camera.screen('waybill')
    await scan(waybills[0], 'boxSealed')
    await boxIs(1, 'confirmed')
    await takeMenu(camera)
    await camera.dialog('history-of-order', async () => {
      await page.keyboard.press('F1')
      await page.getByTestId('menu-history').click()
      await page.getByTestId('history-search').fill(guideOrder)
      await page.getByTestId('entry-boxSealed').waitFor()
    })

    await takeStops(camera)
    await takeRegistered(camera, store.url)

    await network.cut()
    for (const code of [goods.a, goods.b]) await scan(code, 'itemScanned')
    await scan(goods.b, 'orderComplete')
    await scan(waybills[1], 'boxSealed')
    await connectionIs('offline')
    await boxIs(2, 'waiting')
    await camera.mainScreen('offline')
    await camera.dialog('unsent-waiting', () => page.getByTestId('strip-unsent').click())
    await takeSigningIn(camera)
  } finally {
    await app?.close()
    await network.close()
    await store.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** What stops the desk: a code that could be two things, an order held, an order changed. Ends on the guide's order. */
async function takeStops(camera: Photographer): Promise<void> {
  const { page } = camera
  const { scan } = packerAt(page)
  const shop = (deed: DemoShopDeed) => page.evaluate((wanted) => window.packdesk.demoShop(wanted), deed)
  const hear = async (sign: string): Promise<void> => {
    await page.getByTestId('pull-now').click()
    await page.locator(sign).waitFor()
  }
  await scan(commandBarcode('putDown'), 'orderPutDown')
  await scan(twoCloths, 'orderOpened')
  await scan('WRAP-01', 'whichOne')
  await camera.moment('question')
  await shop({ act: 'hold', orderNo: twoCloths })
  await hear('[data-testid="next-step"][data-kind="stop"]')
  await camera.moment('stopped')
  await scan(commandBarcode('putDown'), 'orderPutDown')
  await scan(guideOrder, 'orderOpened')
  await shop({ act: 'changeAddress', orderNo: guideOrder, address: '부산광역시 해운대구 센텀로 7' })
  await hear('[data-testid="take-over-changes"]')
  await camera.moment('changed')
  await page.keyboard.press('F12')
  await page.locator('[data-testid="last-scan"][data-kind="orderUpdated"]').waitFor()
}

/** A box whose waybill the shop has registered, and the packer scanning another one. Ends on the guide's order. */
async function takeRegistered(camera: Photographer, storeUrl: string): Promise<void> {
  const { page } = camera
  const { scan, orderWaits } = packerAt(page)
  const { orderNo, invoiceNo, courierIdx } = registered
  const section = { status: 'SHIPPING_READY', lines: [[goods.other, 1]], invoice: [invoiceNo, courierIdx] }
  await placeOrder(storeUrl, controlSecret, { orderNo: Number(orderNo), sections: [section] })
  await page.getByTestId('pull-now').click()
  await orderWaits(orderNo)
  await scan(commandBarcode('putDown'), 'orderPutDown')
  await scan(orderNo, 'orderOpened')
  await scan(goods.other, 'orderComplete')
  await scan(waybills[1], 'otherWaybill')
  await camera.moment('other-waybill')
  await scan(commandBarcode('emptyBox'), 'boxEmptied')
  await scan(commandBarcode('putDown'), 'orderPutDown')
  await scan(guideOrder, 'orderOpened')
}

/** The desk locked until somebody signs in. */
async function takeSigningIn(camera: Photographer): Promise<void> {
  const { page } = camera
  await page.evaluate(async () => {
    await window.packdesk.addPerson({ name: '김포장', role: 'packer', pin: '1234' })
    await window.packdesk.addPerson({ name: '이담당', role: 'lead', pin: '4711' })
    await window.packdesk.changeSettings({ signIn: true })
  })
  await page.getByTestId('lock').waitFor()
  await camera.moment('locked')
}

/** The menu, and every dialog it leads to. */
async function takeMenu(camera: Photographer): Promise<void> {
  const { page } = camera
  await camera.dialog('menu', () => page.keyboard.press('F1'))
  for (const { dialog } of menuEntries) {
    await camera.dialog(dialog, async () => {
      await page.keyboard.press('F1')
      await page.getByTestId(`menu-${dialog}`).click()
    })
  }
}
