// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { shownTheme } from '../../../renderer/app/theme.ts'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { showDesk } from '../features/desk-page.tsx'
import { snapshot } from '../fixtures.ts'

afterEach(cleanup)

describe('the theme', () => {
  it('is the chosen one, whatever the computer is set to', () => {
    const dark = { dark: true, moreContrast: true }
    expect(shownTheme('light', dark)).toBe('light')
    expect(shownTheme('contrast', { dark: false, moreContrast: false })).toBe('contrast')
  })

  it('goes with the computer where that was chosen, contrast before darkness', () => {
    expect(shownTheme('system', { dark: false, moreContrast: false })).toBe('light')
    expect(shownTheme('system', { dark: true, moreContrast: false })).toBe('dark')
    expect(shownTheme('system', { dark: true, moreContrast: true })).toBe('contrast')
  })

  it('is on the page as soon as it is chosen', async () => {
    const page = await showDesk({ snapshot: snapshot({ settings: { ...defaultSettings, theme: 'dark' } }) })
    expect(document.documentElement.dataset.theme).toBe('dark')
    act(() => {
      page.push({ settings: { ...defaultSettings, theme: 'contrast' } })
    })
    expect(document.documentElement.dataset.theme).toBe('contrast')
  })
})
