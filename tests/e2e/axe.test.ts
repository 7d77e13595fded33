import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder, waybills } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { choiceBarcode, commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { menuEntries } from '../../renderer/features/menu/entries.ts'
import { bringAxe, objections } from './axe-look.ts'

const oneItemOrder = '202410104747702'

let dataDir: string
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-axe-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await bringAxe(page)
  await packerAt(page).connectionIs('online')
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** Whatever a test has left open. */
afterEach(async () => {
  const open = page.locator('dialog[open]')
  if ((await open.count()) === 0) return
  // In a place the first Escape empties its search, or leads back to its list.
  for (let press = 0; press < 3 && (await open.count()) > 0; press += 1) await page.keyboard.press('Escape')
  await open.waitFor({ state: 'detached' })
})

it('the guide of a new desk, step by step', async () => {
  const [next, done] = [page.getByTestId('guide-next'), page.getByTestId('guide-done')]
  for (let step = 1; (await done.count()) === 0; step += 1) {
    expect(await objections(page, `guide step ${String(step)}`)).toEqual([])
    await next.click()
  }
  expect(await objections(page, 'the guide’s end')).toEqual([])
  await done.click()
  await page.getByTestId('guide').waitFor({ state: 'detached' })
})

it('the desk before an order, and its queue', async () => {
  await packerAt(page).orderWaits(guideOrder)
  expect(await objections(page, 'empty desk')).toEqual([])
  await page.getByTestId('queue-filter').click()
  await page.getByTestId('filter-channel').selectOption('COUPANG')
  await page.getByTestId('chip-channel').waitFor()
  expect(await objections(page, 'queue filters')).toEqual([])
  await page.getByTestId('filter-clear').click()
  await page.getByTestId('queue-filter').click()
})

it.each(['menu', ...menuEntries.map(({ dialog }) => dialog)])('the dialog %s', async (dialog) => {
  await page.keyboard.press('F1')
  if (dialog !== 'menu') await page.getByTestId(`menu-${dialog}`).click()
  await page.locator('dialog[open]').waitFor()
  expect(await objections(page, dialog)).toEqual([])
})

it('the dialog of the demo store', async () => {
  await page.getByTestId('open-demo-panel').click()
  await page.getByTestId('demo-order-no').fill(guideOrder)
  await page.getByTestId('demo-look').click()
  await page.getByTestId('demo-order').waitFor()
  expect(await objections(page, 'demo panel')).toEqual([])
})

it('an order being packed, an accepted and a refused scan', async () => {
  const { scan } = packerAt(page)
  await scan(guideOrder, 'orderOpened')
  await scan('A-CITRUS-500', 'itemScanned')
  expect(await objections(page, 'packing')).toEqual([])
  await scan('T-GREEN-50', 'wrongItem')
  expect(await objections(page, 'refused scan')).toEqual([])
})

it('what else can be done with an order', async () => {
  await page.keyboard.press('F5')
  await page.getByTestId('actions').waitFor()
  expect(await objections(page, 'actions')).toEqual([])
})

it('an unknown barcode, and which product it is on', async () => {
  await packerAt(page).scan('4006381333931', 'unknownCode')
  await page.keyboard.press('F10')
  await page.getByTestId('learn-dialog').waitFor()
  expect(await objections(page, 'learn')).toEqual([])
})

it('what to do with boxes that have no waybill', async () => {
  await page.keyboard.press('F9')
  await page.locator('dialog[open]').waitFor()
  expect(await objections(page, 'put down')).toEqual([])
})

it('the day’s board and the history once there is something in them', async () => {
  const { scan } = packerAt(page)
  await page.keyboard.press('F4')
  await page.locator('[data-testid="box-1"][data-state="closed"]').waitFor()
  await scan(waybills[0], 'boxSealed')
  await page.keyboard.press('F1')
  await page.getByTestId('menu-board').click()
  await page.getByTestId('board-packer-nobody').waitFor()
  expect(await objections(page, 'board with work')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByTestId('board').waitFor({ state: 'detached' })
  await page.keyboard.press('F1')
  await page.getByTestId('menu-history').click()
  await page.getByTestId('history-search').fill(guideOrder)
  await page.getByTestId('entry-boxSealed').waitFor()
  expect(await objections(page, 'history of an order')).toEqual([])
})

it('an order that the store has changed', async () => {
  const looked = await page.evaluate(
    (orderNo) => window.packdesk.demoShop({ act: 'look', orderNo }),
    guideOrder,
  )
  const order = looked.ok && looked.data.ok ? looked.data.order : null
  const section = order?.sections.find(({ status }) => status === 'PRODUCT_PREPARATION')
  const itemNo = section?.items[0]?.itemNo ?? ''
  await page.evaluate((change) => window.packdesk.demoShop({ act: 'changeItem', ...change, qty: 3 }), {
    orderNo: guideOrder,
    itemNo,
  })
  await page.getByTestId('pull-now').click()
  await page.getByTestId('take-over-changes').waitFor()
  expect(await objections(page, 'changed order')).toEqual([])
  await page.keyboard.press('F12')
  await page.keyboard.press('F9')
  await page.locator('[data-testid="last-scan"][data-kind="orderPutDown"]').waitFor()
})

it('a question, and an order set aside', async () => {
  const { scan } = packerAt(page)
  await scan('202410104747820', 'orderOpened')
  await scan('WRAP-01', 'whichOne')
  expect(await objections(page, 'question')).toEqual([])
  await scan(commandBarcode('hold'), 'whichOne')
  await scan(choiceBarcode(3), 'orderHeld')
  await scan('202410104747820', 'setAside')
  expect(await objections(page, 'set aside')).toEqual([])
})

it('an order that has to stop', async () => {
  await packerAt(page).scan(oneItemOrder, 'orderOpened')
  await page.evaluate((orderNo) => window.packdesk.demoShop({ act: 'cancel', orderNo }), oneItemOrder)
  await page.getByTestId('pull-now').click()
  await page.locator('[data-testid="next-step"][data-kind="stop"]').waitFor()
  expect(await objections(page, 'stop')).toEqual([])
})

it('signing in, and a desk that waits for somebody to', async () => {
  const people = await page.evaluate(async () => {
    await window.packdesk.addPerson({ name: '김서연', role: 'lead', pin: '2580' })
    return window.packdesk.people({})
  })
  const id = people.ok ? people.data[0]?.id : undefined
  if (id === undefined) throw new Error('nobody was added')
  await page.getByTestId('strip-person').click()
  await page.getByTestId('sign-in').waitFor()
  expect(await objections(page, 'sign-in')).toEqual([])
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.packdesk.changeSettings({ signIn: true }))
  await page.getByTestId('lock').waitFor()
  expect(await objections(page, 'lock')).toEqual([])
  await page.evaluate((who) => window.packdesk.signIn({ id: who, pin: '2580' }), id)
  await page.getByTestId('lock').waitFor({ state: 'detached' })
})

it('a desk that cannot start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packdesk-axe-damaged-'))
  await writeFile(
    join(folder, 'packdesk.db'),
    'not a database, and long enough not to be taken for an empty one',
  )
  const broken = await launchApp(inject('stage'), { dataDir: folder })
  try {
    const shown = await broken.firstWindow()
    await shown.getByTestId('startup-problem').waitFor()
    await bringAxe(shown)
    const violations = await shown.evaluate(async () => {
      const result = await window.axe?.run('html', { resultTypes: ['violations'] })
      return result?.violations.map(({ id }) => id)
    })
    expect(violations).toEqual([])
  } finally {
    await broken.close()
    await rm(folder, { recursive: true, force: true })
  }
})
