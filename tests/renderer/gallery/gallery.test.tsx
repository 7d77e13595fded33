// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LanguageContext } from '../../../renderer/i18n/language.ts'
import { Gallery } from './gallery.tsx'

afterEach(cleanup)

const ui = resolve(import.meta.dirname, '../../../renderer/ui')
const primitives = readdirSync(ui)
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) =>
    [...readFileSync(join(ui, file), 'utf8').matchAll(/^export function ([A-Z]\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  )
const gallery = readFileSync(join(import.meta.dirname, 'gallery.tsx'), 'utf8')

describe('the page of primitives', () => {
  it.each(primitives)('shows %s', (name) => {
    expect(gallery).toMatch(new RegExp(`<${name}\\b`))
  })

  it.each(['ko', 'en'] as const)('stands in %s, with a dialog and a place open', (language) => {
    render(
      <LanguageContext value={language}>
        <Gallery open="dialog" />
        <Gallery open="place" />
      </LanguageContext>,
    )
    expect(screen.getByTestId('dialog')).toBeTruthy()
    expect(screen.getByTestId('place-count').textContent).toMatch(language === 'ko' ? /주문/ : /order/)
  })
})
