// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { accepted, desk, refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const push = (page: DeskPage, change: Parameters<DeskPage['push']>[0]): void => {
  act(() => {
    page.push(change)
  })
}
const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const newDesk = () => showDesk({ snapshot: snapshot({ settings: { ...defaultSettings } }) })
const step = () => screen.getByTestId('guide-content').dataset.step

describe('the first-run guide', () => {
  it('is there on a new desk, and not on one that has been through it', async () => {
    await newDesk()
    expect(screen.getByTestId('guide')).not.toBeNull()
    expect(document.querySelector('dialog')).toBeNull()
    cleanup()
    await showDesk({ snapshot: snapshot() })
    expect(screen.queryByTestId('guide')).toBeNull()
  })

  it('goes from step to step, back, and is put away for good at the end', async () => {
    const page = await newDesk()
    const seen = [step()]
    for (let at = 0; at < 4; at += 1) {
      fireEvent.click(screen.getByTestId('guide-next'))
      seen.push(step())
    }
    expect(seen).toEqual(['language', 'store', 'scanner', 'sound', 'people'])
    fireEvent.click(screen.getByTestId('guide-back'))
    expect(step()).toBe('sound')
    fireEvent.click(screen.getByTestId('guide-step-people'))
    fireEvent.click(screen.getByTestId('guide-done'))
    expect(await called(page, 'changeSettings')).toEqual({ guideDone: true })
    await vi.waitUntil(() => screen.queryByTestId('guide') === null)
    expect(screen.queryByTestId('guide-resume')).toBeNull()
  })

  it('lets every sound be heard, and opens the scanner check and the people', async () => {
    const page = await newDesk()
    fireEvent.click(screen.getByTestId('guide-step-sound'))
    for (const cue of ['accepted', 'refused', 'sealed', 'complete', 'stop']) {
      fireEvent.click(screen.getByTestId(`guide-hear-${cue}`))
      expect(page.play).toHaveBeenLastCalledWith(cue, 0.7)
    }
    fireEvent.click(screen.getByTestId('guide-step-scanner'))
    fireEvent.click(screen.getByTestId('guide-scanner'))
    expect(screen.getByTestId('scanner-check')).not.toBeNull()
  })

  it('stays for a refused scan, makes room for an order, and comes back when asked', async () => {
    const page = await newDesk()
    fireEvent.click(screen.getByTestId('guide-next'))
    push(page, { lastScan: refused(1, '8809', { kind: 'scanOrderFirst' }) })
    expect(step()).toBe('store')
    const opened = accepted(2, '2026', { kind: 'orderOpened', orderNo: '202611245870123', units: 7 })
    push(page, { desk: desk(), lastScan: opened })
    expect(screen.queryByTestId('guide')).toBeNull()
    push(page, { desk: null })
    expect(screen.queryByTestId('guide')).toBeNull()
    expect(screen.getByText('포장대가 비어 있어요')).not.toBeNull()
    fireEvent.click(screen.getByTestId('guide-resume'))
    expect(step()).toBe('store')
  })

  it('can be put off, and opened again from the menu', async () => {
    await newDesk()
    fireEvent.click(screen.getByTestId('guide-later'))
    expect(screen.queryByTestId('guide')).toBeNull()
    fireEvent.click(screen.getByTestId('open-menu'))
    fireEvent.click(screen.getByTestId('menu-guide'))
    expect(screen.getByTestId('guide-dialog')).not.toBeNull()
    expect(step()).toBe('language')
    fireEvent.click(screen.getByTestId('guide-later'))
    expect(screen.queryByTestId('guide-dialog')).toBeNull()
  })
})
