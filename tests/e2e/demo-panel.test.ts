import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder, waybills } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'

const oneItemOrder = '202410104747702'

let dataDir: string
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-panel-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await packerAt(page).connectionIs('online')
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

const openPanel = async (): Promise<void> => {
  await page.getByTestId('open-demo-panel').click()
  await page.getByTestId('demo-arm').waitFor()
}

const closePanel = async (): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByTestId('demo-panel').waitFor({ state: 'detached' })
}

const done = (): Promise<void> => page.locator('[data-testid="demo-notice"][data-tone="done"]').waitFor()

/** The sections of the order as the store itself has them: status, then how many of each item. */
async function sectionsAtStore(orderNo: string): Promise<{ status: string; quantities: number[] }[]> {
  await page.getByTestId('demo-order-no').fill(orderNo)
  await page.getByTestId('demo-look').click()
  const sections = page.getByTestId('demo-order').locator('[data-section]')
  await sections.first().waitFor()
  return Promise.all(
    (await sections.all()).map(async (section) => ({
      status: (await section.getAttribute('data-status')) ?? '',
      quantities: (await section.locator('[data-testid^="demo-qty-"]').allTextContents()).map(Number),
    })),
  )
}

it('with the answer to the next write lost, a box still becomes exactly one section', async () => {
  const packer = packerAt(page)
  await openPanel()
  await page.getByTestId('demo-kind').selectOption('lostAnswer')
  await page.getByTestId('demo-calls').selectOption('boxes')
  await page.getByTestId('demo-times').selectOption('1')
  await page.getByTestId('demo-arm').click()
  await page.locator('[data-testid="demo-armed"] [data-kind="lostAnswer"]').waitFor()
  await closePanel()

  await packer.scan(guideOrder, 'orderOpened')
  await packer.scan('A-CITRUS-500', 'itemScanned')
  await packer.scan('B-NURUNGJI-200', 'itemScanned')
  await packer.scan('B-NURUNGJI-200', 'itemScanned')
  await page.getByTestId('command-close-box').click()
  await packer.scan(waybills[0], 'boxSealed')
  await packer.boxIs(1, 'confirmed')

  await openPanel()
  await page.getByTestId('demo-armed-none').waitFor()
  const sections = await sectionsAtStore(guideOrder)
  expect(sections).toHaveLength(2)
  expect(sections).toContainEqual({ status: 'SHIPPING', quantities: [1, 2] })
  expect(sections).toContainEqual({ status: 'PRODUCT_PREPARATION', quantities: [1, 2] })
  await closePanel()
  await page.keyboard.press('F9')
})

it('cancelling the order on the desk stops the desk', async () => {
  await packerAt(page).scan(oneItemOrder, 'orderOpened')
  await openPanel()
  await page.getByTestId('demo-cancel').click()
  await done()
  await page.getByTestId('demo-pull').click()
  await closePanel()
  await page.locator('[data-testid="next-step"][data-kind="stop"]').waitFor()
  const order = page.getByTestId('desk-order')
  expect(await order.getAttribute('data-order-no')).toBe(oneItemOrder)
})

it('the queue scrolls down only, never sideways, at the smallest desk screen', async () => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByTestId('queue-show-all').click()
  const list = page
    .getByTestId(/^queue-row-/)
    .first()
    .locator('xpath=ancestor::ul')
  await page.locator('[data-testid^="queue-row-"]:not([data-standing="ready"])').first().waitFor()
  const { wide, shown } = await list.evaluate((element) => ({
    wide: element.scrollWidth,
    shown: element.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(shown)
})
