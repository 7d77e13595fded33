import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { askStore } from '../../scripts/guided-demo/ask-store.ts'
import { packerAt, type Packer } from '../../scripts/guided-demo/packer.ts'
import { guideOrder, waybills } from '../../scripts/guided-demo/steps.ts'
import { startStore, type StoreProcess } from '../../scripts/guided-demo/store-process.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { wedgeScan } from '../../scripts/lib/wedge-scanner.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'

const [a, b] = ['A-CITRUS-500', 'B-NURUNGJI-200']
const another = '689200000117'

let dataDir: string
let store: StoreProcess
let app: ElectronApplication
let page: Page
let packer: Packer

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-handover-'))
  store = await startStore(join(dataDir, 'store.db'), 'handover')
  app = await launchApp(inject('stage'), { dataDir: join(dataDir, 'desk'), storeUrl: store.url })
  page = await app.firstWindow()
  packer = packerAt(page)
  await packer.orderWaits(guideOrder)
  await page.evaluate(() => window.packdesk.changeSettings({ guideDone: true, shipped: 'atHandover' }))
})

afterAll(async () => {
  await app.close()
  await store.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** The store's section with that waybill. */
const sectionWith = async (invoiceNo: string) =>
  (await askStore(store.url, guideOrder)).find((section) => section.invoiceNo === invoiceNo)?.status ?? null

const answered = (kind: string): Promise<void> =>
  page.locator(`[data-testid="handover-answer"][data-kind="${kind}"]`).waitFor()

it('a sealed box stops at 배송대기 with its waybill', async () => {
  for (const code of [guideOrder, a, b, b, commandBarcode('closeBox'), waybills[0]]) {
    await wedgeScan(page, code)
  }
  await packer.boxIs(1, 'confirmed')
  expect(await sectionWith(waybills[0])).toBe('SHIPPING_READY')
  expect(await page.getByTestId('courier-1').textContent()).toBe('인계 대기')
})

it('its waybill is corrected on the desk, by scan', async () => {
  await page.getByTestId('correct-1').click()
  await page.getByTestId('waybill-reason').fill('라벨 손상')
  await wedgeScan(page, another)
  await page.getByTestId('waybill-save').click()
  await page.getByTestId('waybill-dialog').waitFor({ state: 'detached' })
  await vi.waitUntil(async () => (await sectionWith(another)) === 'SHIPPING_READY', { timeout: 30_000 })
  expect(await sectionWith(waybills[0])).toBeNull()
})

it('by command barcode the scans go to the courier’s cage, and a strange label is refused there', async () => {
  await wedgeScan(page, commandBarcode('goHandover'))
  await page.getByTestId(`handover-${guideOrder}-B1`).waitFor()
  await wedgeScan(page, waybills[0])
  await answered('unknownWaybill')
  await wedgeScan(page, a)
  await answered('unknownWaybill')
})

it('the waybill on the box, scanned there, brings it to 배송중; a second time it is refused', async () => {
  await wedgeScan(page, another)
  await answered('boxGivenToCourier')
  await vi.waitUntil(async () => (await sectionWith(another)) === 'SHIPPING', { timeout: 30_000 })
  await wedgeScan(page, another)
  await answered('alreadyWithCourier')
  await page.getByTestId(`given-${guideOrder}-B1`).waitFor()
})

it('a command barcode leads home, where the order lies as it was left', async () => {
  await wedgeScan(page, commandBarcode('goPacking'))
  await page.getByTestId('handover').waitFor({ state: 'detached' })
  expect(await page.getByTestId('courier-1').textContent()).toBe('카트에 실음')
  await packer.scan(a, 'itemScanned')
})
