// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FakeStation } from '../fake-bridge.ts'
import { desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

async function openSettings(station: Partial<FakeStation> = {}): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ desk: desk() }), ...station })
  fireEvent.click(screen.getByTestId('open-settings'))
  return page
}

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const said = () => vi.waitUntil(() => screen.getByTestId('log-notice').textContent)

describe('the log tools', () => {
  it('say that the log is whole', async () => {
    await openSettings({ log: { verifyLog: { events: 1204, firstBreak: null, gaps: [] } } })
    fireEvent.click(screen.getByTestId('log-verify'))
    expect(await said()).toBe('기록 1204건이 모두 온전해요')
  })

  it('name the first event that does not fit, and rebuild nothing from it', async () => {
    const broken = { events: 40, firstBreak: 17, gaps: [] }
    await openSettings({ log: { verifyLog: broken, rebuild: { ...broken, orders: 0 } } })
    fireEvent.click(screen.getByTestId('log-verify'))
    expect(await said()).toContain('기록 17번이 어긋나요')
    fireEvent.click(screen.getByTestId('log-rebuild'))
    await vi.waitUntil(() => screen.getByTestId('log-notice').textContent.includes('다시 만들지 않았어요'))
  })

  it('tell of what a salvage could not read', async () => {
    const gaps = [{ after: 9, resumes: 30 }]
    await openSettings({ log: { verifyLog: { events: 40, firstBreak: null, gaps } } })
    fireEvent.click(screen.getByTestId('log-verify'))
    expect(await said()).toContain('읽지 못한 곳이 1군데 있어요 — 첫 곳은 기록 9번 다음')
  })

  it('show how far a rebuild has come, and start no other meanwhile', async () => {
    const page = await openSettings()
    act(() => {
      page.push({ rebuilding: { done: 30, total: 120 } })
    })
    expect(screen.getByTestId('log-progress').textContent).toContain('30 / 120')
    expect(screen.getByTestId('log-rebuild').hasAttribute('disabled')).toBe(true)
    act(() => {
      page.push({ rebuilding: null })
    })
    expect(screen.queryByTestId('log-progress')).toBeNull()
  })

  it('save the log of the order on the desk, and of the desk’s own day', async () => {
    const page = await openSettings({ log: { exportLog: { path: '/data/log.jsonl', events: 12 } } })
    fireEvent.click(screen.getByTestId('log-export-order'))
    expect(await called(page, 'exportLog')).toEqual({ what: { kind: 'order', orderNo: '202611245870123' } })
    expect(await said()).toBe('기록 12건 저장: /data/log.jsonl')
    page.calls.length = 0
    fireEvent.click(screen.getByTestId('log-export-day'))
    expect(await called(page, 'exportLog')).toEqual({ what: { kind: 'day', day: '2026-11-24' } })
  })

  it('have no order to save while the desk is clear', async () => {
    await openSettings({ snapshot: snapshot() })
    expect(screen.getByTestId('log-export-order').hasAttribute('disabled')).toBe(true)
  })
})

describe('the last backup', () => {
  it('is told with its time, and a failure since then with what to do', async () => {
    const made = Date.UTC(2026, 10, 24, 0, 0)
    const page = await openSettings({ snapshot: snapshot({ backup: { lastAt: made, failedAt: null } }) })
    expect(screen.getByTestId('last-backup').textContent).toMatch(/^마지막 백업 11\. 2\d\. \d\d:\d\d$/)
    act(() => {
      page.push({ backup: { lastAt: made, failedAt: made + 86_400_000 } })
    })
    expect(screen.getByTestId('last-backup').textContent).toContain('백업 실패 — 디스크 공간을 확인하고')
    act(() => {
      page.push({ backup: { lastAt: null, failedAt: null } })
    })
    expect(screen.getByTestId('last-backup').textContent).toBe('아직 백업이 없어요')
  })
})

describe('the supervisor’s PIN', () => {
  it('is set with the one before it, and leaves nothing on the screen', async () => {
    const page = await openSettings()
    fireEvent.change(screen.getByTestId('pin-current'), { target: { value: '1357' } })
    fireEvent.change(screen.getByTestId('pin-next'), { target: { value: '12' } })
    expect(screen.getByTestId('pin-set').hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByTestId('pin-next'), { target: { value: '2580' } })
    fireEvent.click(screen.getByTestId('pin-set'))
    expect(await called(page, 'setPin')).toEqual({ current: '1357', next: '2580' })
    expect(screen.getByTestId('pin-next')).toHaveProperty('value', '')
  })
})
