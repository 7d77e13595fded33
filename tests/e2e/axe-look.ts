import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import type { DeskSettings } from '../../shared/contract/settings.ts'

declare global {
  interface Window {
    readonly axe?: {
      run: (
        context: string,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>
    }
  }
}

const languages = ['ko', 'en'] as const
const themes = ['light', 'dark', 'contrast'] as const

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Puts axe into the page: through the debugger, since the page's policy lets no other script in. */
export async function bringAxe(page: Page): Promise<void> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await page.evaluate(await readFile(source, 'utf8'))
}

async function dress(page: Page, settings: Pick<DeskSettings, 'language' | 'theme'>): Promise<void> {
  await page.evaluate((wanted) => window.packdesk.changeSettings(wanted), settings)
  await page.locator(`html[lang="${settings.language}"][data-theme="${settings.theme}"]`).waitFor()
}

/**
 * What axe objects to on the screen as it stands, or in its dialog, in each language and theme: one line each, with the
 * element and what is wrong with it.
 */
export async function objections(page: Page, where: string): Promise<string[]> {
  const found: string[] = []
  for (const language of languages) {
    for (const theme of themes) {
      await dress(page, { language, theme })
      const violations = await page.evaluate(async (tags) => {
        const { axe } = window
        if (axe === undefined) throw new Error('axe is not in the page')
        for (const animation of document.getAnimations()) animation.finish()
        const context = document.querySelector('dialog[open]') === null ? 'html' : 'dialog[open]'
        const result = await axe.run(context, {
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations'],
        })
        return result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary = '' }) => `${id} ${String(target)} ${failureSummary}`),
        )
      }, rules)
      found.push(...violations.map((each) => `${where} ${language} ${theme}: ${each.replace(/\s+/g, ' ')}`))
    }
  }
  return found
}
