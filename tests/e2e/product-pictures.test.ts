import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-product-pictures-'))
})

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

/** How wide each picture on the screen really is, once there are `count` and every one has been seen to. */
async function widths(page: Page, count: number): Promise<number[]> {
  await page.waitForFunction((wanted) => {
    const images = [...document.querySelectorAll<HTMLImageElement>('[data-testid^="line-"] img')]
    return images.length === wanted && images.every(({ complete }) => complete)
  }, count)
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('[data-testid^="line-"] img')].map(
      ({ naturalWidth }) => naturalWidth,
    ),
  )
}

/** Where the lines begin. */
const places = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll('[data-testid^="line-"]')]
    return lines.map((line) => line.getBoundingClientRect().top)
  })

it('pictures come to the screen and are kept; one that is spoilt leaves no broken frame, nor does its line move', async () => {
  const first = await launchApp(inject('stage'), { dataDir })
  const page = await first.firstWindow()
  const { connectionIs, orderWaits, scan } = packerAt(page)
  await connectionIs('online')
  await orderWaits(guideOrder)
  await scan(guideOrder, 'orderOpened')
  expect(await widths(page, 2)).toEqual([96, 96])
  const before = await places(page)
  await first.close()

  const folder = join(dataDir, 'pictures')
  const [spoilt = '', ...others] = await readdir(folder)
  expect(others).toHaveLength(1)
  await writeFile(join(folder, spoilt), 'no picture')
  const second = await launchApp(inject('stage'), { dataDir })
  const again = await second.firstWindow()
  await again.getByTestId('desk-order').waitFor()
  expect(await widths(again, 1)).toEqual([96])
  expect(await places(again)).toEqual(before)
  await second.close()
})
