import { useLayoutEffect } from 'react'
import { shownTheme } from './theme.ts'
import { useDeskState } from '../state/desk-context.ts'

const queries = { dark: '(prefers-color-scheme: dark)', moreContrast: '(prefers-contrast: more)' } as const

/** Keeps the page in the desk's theme, and with `system` in whatever the computer is set to, as it changes. */
export function useTheme(): void {
  const chosen = useDeskState((state) => state.snapshot?.settings.theme ?? 'system')
  useLayoutEffect(() => {
    const [dark, contrast] = [window.matchMedia(queries.dark), window.matchMedia(queries.moreContrast)]
    const apply = (): void => {
      document.documentElement.dataset.theme = shownTheme(chosen, {
        dark: dark.matches,
        moreContrast: contrast.matches,
      })
    }
    apply()
    for (const query of [dark, contrast]) query.addEventListener('change', apply)
    return () => {
      for (const query of [dark, contrast]) query.removeEventListener('change', apply)
    }
  }, [chosen])
}
