import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, inject, it, onTestFinished } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { wedgeScan } from '../../scripts/lib/wedge-scanner.ts'

const [a, b] = ['A-CITRUS-500', 'B-NURUNGJI-200']

const boxed = async (page: Page) => {
  const reply = await page.evaluate(() => window.packdesk.snapshot({}))
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.data.desk?.boxes.map(({ units, state }) => ({ units, state }))
}

it('the file of the packing records is deleted while packing: no scan is taken, and what was is in a copy', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'packdesk-lost-file-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const file = join(dataDir, 'packdesk.db')
  const app = await launchApp(inject('stage'), { dataDir })
  const page = await app.firstWindow()
  const packer = packerAt(page)
  await packer.orderWaits(guideOrder)
  await page.evaluate(() => window.packdesk.changeSettings({ guideDone: true }))
  await packer.scan(guideOrder, 'orderOpened')
  await packer.scan(a, 'itemScanned')

  await rm(file)
  await wedgeScan(page, b)
  await page.locator('[data-testid="failure"][data-why="storage"]').waitFor()
  const notice = page.locator('[data-testid="file-lost"][data-how="gone"]')
  await notice.waitFor()
  const copy = (await notice.locator('.code').textContent()) ?? ''
  expect(copy).toMatch(/backups.packdesk-.+-rescued\.db$/)
  expect(await boxed(page)).toEqual([{ units: 1, state: 'open' }])
  await app.close()

  // What is left of the deleted file lies beside it, as it does for whoever puts the copy back.
  await copyFile(copy, file)
  const again = await launchApp(inject('stage'), { dataDir })
  const screen = await again.firstWindow()
  await packerAt(screen).connectionIs('online')
  expect(await screen.getByTestId('doubt').count()).toBe(0)
  expect(await boxed(screen)).toEqual([{ units: 1, state: 'open' }])
  await packerAt(screen).scan(b, 'itemScanned')
  await again.close()
})
