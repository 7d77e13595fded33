import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { afternoon } from '../fixtures.ts'

/**
 * Builds the window on its own and takes a picture of every scene:
 * `node tests/renderer/preview/look.ts [pictures] [scene,scene] [theme] [percent]`. `CHROMIUM` names the browser.
 * Says what does not fit the page, and every error of the page.
 */
const [pictures = 'out/pictures', only = '', theme = 'light', percent = '100'] = process.argv.slice(2)
const zoom = Number(percent) / 100
const outDir = resolve('out/preview')
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'none'"

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

const shots: { name: string; scene: string; press?: string; type?: string }[] = [
  ...[
    'empty',
    'opened',
    'packing',
    'wrong',
    'waybill',
    'offline',
    'complete',
    'stop',
    'problems',
    'twelve',
    'startup',
    'changed',
    'readdressed',
    'tooMany',
    'addressBox',
  ].map((scene) => ({ name: scene, scene })),
  { name: 'unsent', scene: 'problems', press: 'strip-unsent' },
  { name: 'addressUnsent', scene: 'addressBox', press: 'strip-unsent' },
  { name: 'storage', scene: 'storage', type: '8809631270773' },
  { name: 'sheet', scene: 'empty', press: 'open-commands' },
  { name: 'settings', scene: 'empty', press: 'open-settings' },
  { name: 'menu', scene: 'packing', press: 'open-menu' },
  ...['scanning', 'packing', 'boxes', 'desk', 'store', 'data'].map((section) => ({
    name: `settings-${section}`,
    scene: 'staffed',
    press: `open-settings settings-tab-${section}`,
  })),
  { name: 'guide', scene: 'guide' },
  { name: 'guideSound', scene: 'guide', press: 'guide-step-sound' },
  { name: 'lock', scene: 'locked' },
  { name: 'signIn', scene: 'staffed', press: 'strip-person' },
  { name: 'people', scene: 'staffed', press: 'open-menu menu-people person-edit-2' },
  { name: 'badge', scene: 'staffed', press: 'open-menu menu-people person-badge-2 badge-make' },
  { name: 'filter', scene: 'packing', press: 'queue-filter' },
  { name: 'board', scene: 'work', press: 'open-menu menu-board' },
  { name: 'history', scene: 'work', press: 'open-menu menu-history' },
  { name: 'batches', scene: 'work', press: 'open-menu menu-batches' },
]

await build({
  configFile: false,
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir, emptyOutDir: true, target: 'chrome130' },
})
const server = await preview({
  configFile: false,
  root: import.meta.dirname,
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': csp } },
})
const url = server.resolvedUrls?.local[0]
if (url === undefined) throw new Error('The preview has no address')
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
await mkdir(pictures, { recursive: true })
for (const { width, height } of sizes) {
  for (const language of ['ko', 'en']) {
    const page = await browser.newPage({
      // A zoomed window is a smaller one with more pixels to each of its own.
      viewport: { width: Math.floor(width / zoom), height: Math.floor(height / zoom) },
      deviceScaleFactor: zoom,
      locale: language,
      timezoneId: 'Asia/Seoul',
    })
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`${language} ${String(width)}: ${message.text()}`)
    })
    page.on('pageerror', (error) => {
      console.log(`${language} ${String(width)}: ${error.message}`)
    })
    await page.clock.setFixedTime(afternoon)
    for (const shot of shots.filter(({ name }) => only === '' || only.split(',').includes(name))) {
      await page.goto('about:blank')
      await page.goto(`${url}#${shot.scene}/${language}/${theme}`)
      await page.locator('[data-testid]').first().waitFor()
      for (const button of shot.press?.split(' ') ?? []) await page.getByTestId(button).click()
      if (shot.type !== undefined) {
        await page.getByTestId('manual-code').fill(shot.type)
        await page.keyboard.press('Enter')
        await page.getByTestId('failure').waitFor()
      }
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: `${pictures}/${shot.name}-${language}-${String(width)}.png` })
      await sayWhatOverflows(page, `${shot.name} ${language} ${String(width)}`)
    }
    await page.close()
  }
}
await browser.close()
await server.close()

async function sayWhatOverflows(page: Page, where: string): Promise<void> {
  const tall = await page.evaluate(() => ({
    over: document.documentElement.scrollHeight - window.innerHeight,
    wide: document.documentElement.scrollWidth - window.innerWidth,
  }))
  if (tall.over > 0 || tall.wide > 0) console.log(`${where}: ${JSON.stringify(tall)}`)
}
