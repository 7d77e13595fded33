import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { askStore } from '../../scripts/guided-demo/ask-store.ts'
import { packerAt, type Packer } from '../../scripts/guided-demo/packer.ts'
import { placeOrder } from '../../scripts/guided-demo/place-order.ts'
import { startStore } from '../../scripts/guided-demo/store-process.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import {
  boxBarcode,
  choiceBarcode,
  commandBarcode,
  orderBarcode,
  quantityBarcode,
} from '../../shared/domain/codes/command-barcode.ts'
import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'

const orderNo = '202411240000012'

/** Twelve lines; the soap's and the wrapping cloth's codes each stand for two products of the order. */
const lines = [
  ['A-CITRUS-500', 2],
  ['B-NURUNGJI-200', 12],
  ['C-HONEY-350', 1],
  ['T-GREEN-50', 1],
  ['S-SALT-500', 3],
  ['O-SESAME-180', 1],
  ['TOWEL-W', 2],
  ['CUP-M', 1],
  ['SOAP-MUGWORT', 1],
  ['WRAP-RED', 1],
  ['WRAP-BLUE', 1],
  ['RICE-2KG', 2],
] as const

const waybill = (number: number) => cjInvoiceNo(`7${String(number).padStart(10, '0')}`)
const command = commandBarcode

/** The whole order by scanner alone: a wrong item, a slip of the hand, a question, a change of mind, three boxes. */
const steps: readonly (readonly [code: string, said: string])[] = [
  [orderBarcode(orderNo), 'orderOpened'],
  ['A-CITRUS-500', 'itemScanned'],
  ['A-CITRUS-500', 'itemScanned'],
  ['A-CITRUS-500', 'tooMany'],
  ['SAUCE-DOEN', 'wrongItem'],
  ['B-NURUNGJI-200', 'itemScanned'],
  [quantityBarcode(12), 'itemScanned'],
  ['C-HONEY-350', 'itemScanned'],
  [command('undo'), 'undone'],
  ['C-HONEY-350', 'itemScanned'],
  ['T-GREEN-50', 'itemScanned'],
  [command('nextBox'), 'boxOpened'],
  ['S-SALT-500', 'itemScanned'],
  ['S-SALT-500', 'itemScanned'],
  ['S-SALT-500', 'itemScanned'],
  ['O-SESAME-180', 'itemScanned'],
  ['TOWEL-W', 'itemScanned'],
  ['TOWEL-W', 'itemScanned'],
  [command('takeOut'), 'takeOutNext'],
  ['TOWEL-W', 'itemTakenOut'],
  ['TOWEL-W', 'itemScanned'],
  [command('nextBox'), 'boxOpened'],
  ['CUP-M', 'itemScanned'],
  ['SOAP-MUGWORT', 'itemScanned'],
  ['WRAP-01', 'whichOne'],
  [choiceBarcode(1), 'itemScanned'],
  ['WRAP-01', 'whichOne'],
  [choiceBarcode(2), 'itemScanned'],
  ['RICE-2KG', 'itemScanned'],
  ['RICE-2KG', 'orderComplete'],
  [boxBarcode(1), 'boxSelected'],
  [waybill(1), 'boxSealed'],
  [waybill(1), 'trackingNumberUsed'],
  [waybill(2), 'boxSealed'],
  [waybill(3), 'boxSealed'],
]

const controlSecret = 'twelve-lines'

/** What is in each parcel, by its waybill; the wrapping cloths have no SKU, so the store names both with one. */
const parcels = {
  [waybill(1)]: { 'A-CITRUS-500': 2, 'B-NURUNGJI-200': 12, 'C-HONEY-350': 1, 'T-GREEN-50': 1 },
  [waybill(2)]: { 'S-SALT-500': 3, 'O-SESAME-180': 1, 'TOWEL-W': 2 },
  [waybill(3)]: { 'CUP-M': 1, 'SOAP-MUGWORT': 1, '?': 1, 'RICE-2KG': 2 },
}

async function packAll(packer: Packer): Promise<void> {
  for (const [code, said] of steps) await packer.scan(code, said)
  for (const box of [1, 2, 3]) await packer.boxIs(box, 'confirmed')
}

it.each(['ko', 'en'] as const)(
  'an order of twelve lines goes into three boxes by scanner alone, from queue to sealed (%s)',
  async (language) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-twelve-'))
    const store = await startStore(join(dataDir, 'store.db'), controlSecret)
    await placeOrder(store.url, controlSecret, { orderNo: Number(orderNo), lines })
    const app = await launchApp(inject('stage'), {
      dataDir: join(dataDir, 'desk'),
      storeUrl: store.url,
      args: [`--lang=${language}`],
    })
    try {
      const page = await app.firstWindow()
      const packer = packerAt(page)
      await packer.orderWaits(orderNo)
      await page.evaluate(async (wanted) => {
        await window.packdesk.changeSettings({ language: wanted, guideDone: true })
        for (const event of ['mousedown', 'click', 'pointerdown', 'wheel']) {
          const note = (): void => {
            document.documentElement.dataset['byHand'] = event
          }
          window.addEventListener(event, note, { capture: true })
        }
      }, language)
      await page.locator(`html[lang="${language}"]`).waitFor()
      await packAll(packer)
      expect(await page.getByTestId('next-step').textContent()).toContain(
        language === 'ko' ? '주문 완료' : 'Order complete',
      )
      const told = (await askStore(store.url, orderNo)).filter(({ status }) => status === 'SHIPPING')
      expect(Object.fromEntries(told.map(({ invoiceNo, goods }) => [invoiceNo, goods]))).toEqual(parcels)
      expect(await page.locator('html').getAttribute('data-by-hand')).toBeNull()
    } finally {
      await app.close()
      await store.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
)
