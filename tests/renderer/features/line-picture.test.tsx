// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { desk, line, snapshot } from '../fixtures.ts'
import { showDesk } from './desk-page.tsx'

afterEach(cleanup)

const path = (version: number) => `/pictures/${'ab'.repeat(32)}.png?v=${String(version)}`
const picture = () => screen.getByTestId('line-oi-001').querySelector('img')
const place = () => screen.getByTestId('line-oi-001').querySelector('[class*="picture"]')

describe('the picture of a product', () => {
  it('stands beside its name without repeating it to who listens; its place is there before it', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk({ lines: [line('oi-001')] }) }) })
    expect(picture()).toBeNull()
    const before = place()
    expect(before).not.toBeNull()
    act(() => {
      page.push({ desk: desk({ lines: [line('oi-001', { picture: path(1) })] }) })
    })
    expect(picture()?.getAttribute('src')).toBe(path(1))
    expect(picture()?.getAttribute('alt')).toBe('')
    expect(place()).toBe(before)
  })

  it('that cannot be shown is left out without a broken frame, until there is another', async () => {
    const lines = [line('oi-001', { picture: path(1) })]
    const page = await showDesk({ snapshot: snapshot({ desk: desk({ lines }) }) })
    const broken = picture()
    expect(broken).not.toBeNull()
    if (broken !== null) fireEvent.error(broken)
    expect(picture()).toBeNull()
    act(() => {
      page.push({ desk: desk({ lines: [line('oi-001', { picture: path(2) })] }) })
    })
    expect(picture()?.getAttribute('src')).toBe(path(2))
  })
})
