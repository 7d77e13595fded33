import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { packerAt } from '../../scripts/guided-demo/packer.ts'
import { guideOrder } from '../../scripts/guided-demo/steps.ts'
import { launchApp } from '../../scripts/lib/launch.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { bringAxe, objections } from './axe-look.ts'

let dataDir: string
let app: ElectronApplication
let page: Page
let badge = ''

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packdesk-people-'))
  app = await launchApp(inject('stage'), { dataDir })
  page = await app.firstWindow()
  await bringAxe(page)
  await packerAt(page).connectionIs('online')
})

afterAll(async () => {
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
})

const gone = (name: string): Promise<void> => page.getByTestId(name).waitFor({ state: 'detached' })

it('a first lead is listed by keyboard, and gets a badge', async () => {
  await page.keyboard.press('F1')
  await page.getByTestId('menu-people').press('Enter')
  await page.getByTestId('person-name').fill('이담당')
  await page.getByTestId('person-pin').fill('2580')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid="people-notice"][data-kind="personSaved"]').waitFor()
  await page.keyboard.press('Escape')
  await gone('people')
  await page.getByTestId('strip-person').click()
  await page.getByTestId('sign-in-pin').fill('2580')
  await page.keyboard.press('Enter')
  await gone('sign-in')
  await page.keyboard.press('F1')
  await page.getByTestId('menu-people').press('Enter')
  await page.locator('[data-testid^="person-badge-"]').click()
  await page.getByTestId('badge-make').click()
  badge = (await page.getByTestId('badge').locator('.code').textContent()) ?? ''
  expect(badge).toMatch(/^000717\d{9}$/)
  expect(await objections(page, 'badge')).toEqual([])
  await page.keyboard.press('Escape')
  await gone('people')
})

it.each(['screen', 'scanning', 'packing', 'boxes', 'desk', 'store', 'data'])(
  'the settings’ part %s is reached by keyboard and has nothing against it',
  async (section) => {
    await page.getByTestId('open-settings').press('Enter')
    const tab = page.getByTestId(`settings-tab-${section}`)
    await page.keyboard.press('Home')
    while ((await tab.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    expect(await objections(page, `settings ${section}`)).toEqual([])
    await page.keyboard.press('Escape')
    await gone('settings')
  },
)

it('a desk that waits for somebody opens by badge, wherever the focus is, and not by Escape', async () => {
  const packer = packerAt(page)
  await packer.scan(guideOrder, 'orderOpened')
  await page.evaluate(() => window.packdesk.changeSettings({ signIn: true }))
  await packer.scan(commandBarcode('signOut'), 'signedOut')
  await page.getByTestId('lock-desk').waitFor()
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Escape')
  expect(await page.locator('[data-testid="lock"][open]').count()).toBe(1)
  await packer.scan('A-CITRUS-500', 'signInFirst')
  await page.getByTestId('sign-in-pin').focus()
  await packer.scan(badge, 'signedIn')
  await gone('lock')
  expect(await page.getByTestId('desk-order').getAttribute('data-order-no')).toBe(guideOrder)
})

it('and by PIN: a wrong one is said to be wrong, the right one goes on where it stood', async () => {
  await packerAt(page).scan(commandBarcode('signOut'), 'signedOut')
  // Whoever was here before is expected back.
  await page.getByTestId('lock').locator('[aria-pressed="true"][data-testid^="sign-in-"]').waitFor()
  await page.getByTestId('sign-in-pin').fill('0000')
  // Not with Enter: so soon after a scan, it would be taken for one more of the scanner's.
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('sign-in-notice').locator('strong').waitFor()
  expect(await objections(page, 'lock with a wrong PIN')).toEqual([])
  for (const digit of ['2', '5', '8', '0']) await page.getByTestId(`pin-key-${digit}`).click()
  await page.keyboard.press('Enter')
  await gone('lock')
  await packerAt(page).scan('A-CITRUS-500', 'itemScanned')
})
