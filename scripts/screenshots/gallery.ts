import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { _electron } from 'playwright'
import { createServer } from 'vite'
import { appEnvironment, electronFlags, type Stage } from '../lib/launch.ts'
import { rootDir } from '../lib/paths.ts'
import { say } from '../lib/run.ts'

const languages = ['ko', 'en'] as const
const themes = ['light', 'dark', 'contrast'] as const

/** Serves the page of primitives (tests/renderer/gallery) to this machine alone. */
export async function serveGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: join(rootDir, 'tests', 'renderer', 'gallery'),
    logLevel: 'error',
    plugins: [react()],
    server: { host: '127.0.0.1', port: 0, fs: { allow: [rootDir] } },
  })
  await server.listen()
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('The page of primitives has no address')
  return { url, close: () => server.close() }
}

/** Takes every primitive, a dialog and a place in both languages and every theme. */
export async function takeGallery(stage: Stage, folder: string): Promise<void> {
  const gallery = await serveGallery()
  const app = await _electron.launch({
    executablePath: stage.executable,
    args: [...electronFlags(), join(rootDir, 'scripts', 'screenshots', 'plain-window')],
    env: appEnvironment(stage),
  })
  try {
    const page = await app.firstWindow()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 1366,
      height: 1100,
      deviceScaleFactor: 1,
      mobile: false,
    })
    for (const language of languages) {
      for (const theme of themes) {
        for (const what of ['page', 'dialog', 'place']) {
          await page.goto('about:blank')
          await page.goto(`${gallery.url}#${language}/${theme}/${what}`)
          await page.locator(what === 'page' ? 'main' : 'dialog[open]').waitFor()
          await page.evaluate(() => document.fonts.ready)
          const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
          const name = `ui-${what}-${language}-${theme}.webp`
          await writeFile(join(folder, name), Buffer.from(data, 'base64'))
          say(`  ${name}`)
        }
      }
    }
  } finally {
    await app.close()
    await gallery.close()
  }
}
