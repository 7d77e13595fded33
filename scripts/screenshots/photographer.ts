import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import type { DeskSettings } from '../../shared/contract/settings.ts'
import { rootDir } from '../lib/paths.ts'
import { say } from '../lib/run.ts'

const languages = ['ko', 'en'] as const
const themes = ['light', 'dark', 'contrast'] as const
const small = { width: 1366, height: 768 } as const
const large = { width: 1920, height: 1080 } as const

type Size = typeof small | typeof large
type Look = {
  language: (typeof languages)[number]
  theme: (typeof themes)[number]
  size: Size
  zoom?: 100 | 125 | 150
}

/** A WebP of a screen is a third of its JPEG, and sharper around letters. */
const quality = 60

export type Photographer = ReturnType<typeof photographer>

/** Takes pictures of the window as it stands, dressed in each language and theme. */
export function photographer(app: ElectronApplication, page: Page, folder: string) {
  const take = async (name: string, looks: readonly Look[]): Promise<void> => {
    for (const look of looks) {
      await dress(app, page, look)
      const { language, theme, size, zoom } = look
      const parts = [language, String(size.width), name]
      if (theme !== 'light') parts.push(theme)
      if (zoom !== undefined) parts.push(String(zoom))
      const file = join(folder, `${parts.join('-')}.webp`)
      const picture = await photograph(page)
      await writeFile(file, picture)
      say(`  ${relative(rootDir, file)} (${String(Math.round(picture.length / 1024))} kB)`)
    }
    await dress(app, page, { language: 'ko', theme: 'light', size: small })
  }
  const inEvery = (size: Size): Look[] =>
    themes.flatMap((theme) => languages.map((language) => ({ language, theme, size })))
  const inLight = (size: Size): Look[] => languages.map((language) => ({ language, theme: 'light', size }))

  return {
    page,
    /** A screen of the packer's day: in every theme, and in the light one on a large screen as well. */
    mainScreen: (name: string): Promise<void> => take(name, [...inEvery(small), ...inLight(large)]),
    /** What a packer sees now and then, in every theme. */
    moment: (name: string): Promise<void> => take(name, inEvery(small)),
    screen: (name: string): Promise<void> => take(name, inLight(small)),
    /** At each zoom, on the smallest screen. */
    zoomed: (name: string): Promise<void> =>
      take(
        name,
        ([125, 150] as const).map((zoom) => ({ language: 'ko', theme: 'light', size: small, zoom })),
      ),
    /** Opens a dialog, takes it in every theme, and closes it. */
    async dialog(name: string, open: () => Promise<void>): Promise<void> {
      await open()
      const dialog = page.locator('dialog[open]')
      await dialog.waitFor()
      await take(name, inEvery(small))
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    },
  }
}

async function photograph(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
  await session.detach()
  return Buffer.from(data, 'base64')
}

async function dress(
  app: ElectronApplication,
  page: Page,
  { language, theme, size, zoom = 100 }: Look,
): Promise<void> {
  const settings: Partial<DeskSettings> = { language, theme }
  await page.evaluate((wanted) => window.packdesk.changeSettings(wanted), settings)
  await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
  await resize(app, page, size, zoom / 100)
  // The picture is the desk's, not of a focus ring or a pointer on the button just pressed.
  await page.mouse.move(size.width / 2, size.height - 2)
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const animation of document.getAnimations()) animation.finish()
    await document.fonts.ready
  })
}

/**
 * Gives the page exactly this size, without the window's frame and menu, and waits until it has it. A window may not be
 * as large as its screen, so the page is told its size as well. Zoomed, a page has fewer and larger pixels of its own.
 */
async function resize(app: ElectronApplication, page: Page, size: Size, zoom: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setPosition(0, 0)
      window.setContentSize(width, height)
    }
  }, size)
  const own = { width: Math.floor(size.width / zoom), height: Math.floor(size.height / zoom) }
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDeviceMetricsOverride', { ...own, deviceScaleFactor: zoom, mobile: false })
  await page.waitForFunction(
    ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
    own,
  )
}
