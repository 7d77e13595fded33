import type { DeskSettings } from '../../shared/contract/settings.ts'

/** The themes there are tokens for. */
export type ShownTheme = 'light' | 'dark' | 'contrast'

/** What the computer is set to. */
export type SystemLook = { dark: boolean; moreContrast: boolean }

/** The theme to show: the chosen one, or the one that goes with the computer's own settings. */
export function shownTheme(chosen: DeskSettings['theme'], { dark, moreContrast }: SystemLook): ShownTheme {
  if (chosen !== 'system') return chosen
  if (moreContrast) return 'contrast'
  return dark ? 'dark' : 'light'
}
