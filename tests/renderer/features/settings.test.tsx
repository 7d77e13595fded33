// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type DeskSettings } from '../../../shared/contract/settings.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

async function openSettings(station: Partial<FakeStation> = {}, section = 'data'): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ desk: desk() }), ...station })
  fireEvent.click(screen.getByTestId('open-settings'))
  fireEvent.click(screen.getByTestId(`settings-tab-${section}`))
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
    expect(screen.getByTestId('pin-current')).toHaveProperty('value', '')
    expect(screen.getByTestId('pin-next')).toHaveProperty('value', '')
  })

  it('says in place whether it was taken', async () => {
    await openSettings({ answers: { setPin: { ok: false, said: { kind: 'wrongPin' } } } })
    fireEvent.change(screen.getByTestId('pin-next'), { target: { value: '2580' } })
    fireEvent.click(screen.getByTestId('pin-set'))
    await vi.waitUntil(() => screen.getByTestId('pin-notice').textContent.includes('PIN이 맞지 않아요'))
  })
})

const set = (change: Partial<DeskSettings>) =>
  snapshot({ settings: { ...defaultSettings, guideDone: true, ...change } })
const row = (id: string) => within(screen.getByTestId(`setting-${id}`))
const noticed = (text: string) =>
  vi.waitUntil(() => screen.getByTestId('settings-notice').textContent.includes(text))

describe('a setting', () => {
  it('says what it does and how it was in the beginning, takes effect at once, and says so', async () => {
    const page = await openSettings({}, 'screen')
    expect(row('theme').getByText(/눈부시면 어둡게/)).not.toBeNull()
    expect(row('theme').getByText('기본: 컴퓨터에 맞춤')).not.toBeNull()
    expect(screen.queryByTestId('reset-theme')).toBeNull()
    fireEvent.click(screen.getByTestId('theme-dark'))
    expect(await called(page, 'changeSettings')).toEqual({ theme: 'dark' })
    await noticed('화면 색 — 바꿨어요')
    expect(screen.getByTestId('theme-dark').getAttribute('aria-pressed')).toBe('true')
  })

  it('goes back to its default', async () => {
    const page = await openSettings({ snapshot: set({ zoom: 150 }) }, 'screen')
    fireEvent.click(screen.getByTestId('reset-zoom'))
    expect(await called(page, 'changeSettings')).toEqual({ zoom: 100 })
    await vi.waitUntil(() => screen.queryByTestId('reset-zoom') === null)
  })

  it('that only a lead may change is said to be one, and shown as it is', async () => {
    const leadOnly = { ok: false as const, said: { kind: 'leadOnly' as const } }
    await openSettings({ answers: { changeSettings: leadOnly } }, 'packing')
    fireEvent.click(screen.getByTestId('forcedOrder-true'))
    await noticed('관리자만 바꿀 수 있어서')
    expect(screen.getByTestId('forcedOrder-false').getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByTestId('settings-notice').dataset.tone).toBe('refused')
  })

  it('that could not be saved is said not to be', async () => {
    const page = await openSettings({}, 'packing')
    page.failNext('diskFull', 'storage')
    fireEvent.click(screen.getByTestId('exemptGifts-true'))
    await noticed('사은품은 스캔 안 함 — 저장하지 못했어요')
  })

  it('in numbers is taken with Enter, and a wrong number is never sent', async () => {
    const page = await openSettings({}, 'packing')
    const field = screen.getByTestId('quantityFrom')
    for (const wrong of ['', '-1', '2.5', '1001', '열']) {
      fireEvent.change(field, { target: { value: wrong } })
      fireEvent.blur(field)
      expect(screen.getByTestId('quantityFrom-problem').textContent).toBe('0부터 1000까지의 수를 입력하세요.')
    }
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(page.calls.filter(({ method }) => method === 'changeSettings')).toEqual([])
    fireEvent.change(field, { target: { value: '12' } })
    fireEvent.submit(field)
    expect(await called(page, 'changeSettings')).toEqual({ quantityFrom: 12 })
    await vi.waitUntil(() => row('quantityFrom').queryByTestId('reset-quantityFrom'))
  })

  it('explains each way of working', async () => {
    const page = await openSettings({}, 'packing')
    expect(screen.getByTestId('workMode-waybillFirst').textContent).toContain('미리 뽑은 송장을 스캔하면')
    fireEvent.click(screen.getByTestId('workMode-oneItem'))
    expect(await called(page, 'changeSettings')).toEqual({ workMode: 'oneItem' })
  })

  it('in words takes each one once, and asks before all are removed', async () => {
    const page = await openSettings({ snapshot: set({ exemptWords: ['엽서'] }) }, 'packing')
    fireEvent.change(screen.getByTestId('exemptWords'), { target: { value: ' 엽서 ' } })
    expect(screen.getByTestId('exemptWords-add').hasAttribute('disabled')).toBe(true)
    expect(row('exemptWords').getByText('이미 있는 낱말이에요.')).not.toBeNull()
    fireEvent.change(screen.getByTestId('exemptWords'), { target: { value: '쿠폰' } })
    fireEvent.submit(screen.getByTestId('exemptWords'))
    expect(await called(page, 'changeSettings')).toEqual({ exemptWords: ['엽서', '쿠폰'] })
    page.calls.length = 0
    fireEvent.click(screen.getByTestId('reset-exemptWords'))
    expect(page.calls).toEqual([])
    fireEvent.click(screen.getByTestId('reset-sure-exemptWords'))
    expect(await called(page, 'changeSettings')).toEqual({ exemptWords: [] })
  })
})

describe('sounds', () => {
  it('are heard as loud as each is set, and one at 0 is silent', async () => {
    const cues = { ...defaultSettings.cues, refused: 0.5, stop: 0 }
    const page = await openSettings({ snapshot: set({ volume: 0.8, cues }) }, 'screen')
    fireEvent.click(screen.getByTestId('hear-refused'))
    expect(page.play).toHaveBeenLastCalledWith('refused', 0.4)
    expect(screen.getByTestId('hear-stop').hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByTestId('cue-stop'), { target: { value: '30' } })
    expect(await called(page, 'changeSettings')).toEqual({ cues: { ...cues, stop: 0.3 } })
  })

  it('are spoken as soon as speech is switched on', async () => {
    const page = await openSettings({}, 'screen')
    fireEvent.click(screen.getByTestId('speech-true'))
    expect(page.say).toHaveBeenCalledWith('음성으로 안내합니다', 'ko', 0.7)
  })
})

describe('box types', () => {
  const types = [{ code: '01', name: '1호' }]

  it('get the next free number, and none twice', async () => {
    const page = await openSettings({ snapshot: set({ boxTypes: types }) }, 'boxes')
    expect(screen.getByTestId('box-type-code')).toHaveProperty('value', '02')
    fireEvent.change(screen.getByTestId('box-type-name'), { target: { value: '2호' } })
    fireEvent.change(screen.getByTestId('box-type-code'), { target: { value: '01' } })
    expect(screen.getByTestId('box-type-problem').textContent).toContain('01번은 이미 있어요')
    fireEvent.change(screen.getByTestId('box-type-code'), { target: { value: '7' } })
    expect(screen.getByTestId('box-type-problem').textContent).toContain('두 자리')
    fireEvent.change(screen.getByTestId('box-type-code'), { target: { value: '00' } })
    fireEvent.submit(screen.getByTestId('box-type-name'))
    expect(await called(page, 'changeSettings')).toEqual({
      boxTypes: [{ code: '00', name: '2호' }, ...types],
    })
  })

  it('are printed, renamed and removed; without any, none can be required', async () => {
    const page = await openSettings({ snapshot: set({ boxTypes: types }) }, 'boxes')
    fireEvent.click(screen.getByTestId('box-types-print'))
    expect(page.print).toHaveBeenCalledOnce()
    fireEvent.click(screen.getByText('이름 고치기'))
    fireEvent.change(screen.getByTestId('box-type-name'), { target: { value: '작은 박스' } })
    fireEvent.submit(screen.getByTestId('box-type-name'))
    expect(await called(page, 'changeSettings')).toEqual({ boxTypes: [{ code: '01', name: '작은 박스' }] })
    page.calls.length = 0
    fireEvent.click(screen.getByTestId('box-type-remove-01'))
    expect(await called(page, 'changeSettings')).toEqual({ boxTypes: [] })
    await vi.waitUntil(() => screen.getByTestId('askBoxType-required').hasAttribute('disabled'))
  })
})

describe('signing in before packing', () => {
  it('cannot be asked for before there is a lead who could switch it off again', async () => {
    await openSettings({}, 'desk')
    expect(row('signIn').getByText(/관리자를 만드세요/)).not.toBeNull()
    expect(screen.getByTestId('signIn-true').hasAttribute('disabled')).toBe(true)
  })

  it('can be asked for once there is', async () => {
    const lead = { id: 1, name: '이담당', role: 'lead' as const, active: true, hasPin: true, hasBadge: false }
    const page = await openSettings({ people: [lead] }, 'desk')
    await vi.waitUntil(() => !screen.getByTestId('signIn-true').hasAttribute('disabled'))
    fireEvent.click(screen.getByTestId('signIn-true'))
    expect(await called(page, 'changeSettings')).toEqual({ signIn: true })
    fireEvent.click(screen.getByTestId('open-people'))
    expect(screen.getByTestId('people')).not.toBeNull()
  })
})

describe('packing without a scan', () => {
  it('can be left to leads only once there is one who could sign in', async () => {
    const lead = { id: 1, name: '이담당', role: 'lead' as const, active: true, hasPin: true, hasBadge: false }
    await openSettings({}, 'packing')
    expect(row('unscanned').getByText(/먼저 작업자 관리에서/)).not.toBeNull()
    expect(screen.getByTestId('unscanned-lead').hasAttribute('disabled')).toBe(true)
    cleanup()
    const page = await openSettings({ people: [lead] }, 'packing')
    await vi.waitUntil(() => !screen.getByTestId('unscanned-lead').hasAttribute('disabled'))
    fireEvent.click(screen.getByTestId('unscanned-lead'))
    expect(await called(page, 'changeSettings')).toEqual({ unscanned: 'lead' })
  })
})

describe('the sections', () => {
  it('are gone through by arrow keys, round and round', async () => {
    await openSettings({}, 'screen')
    fireEvent.keyDown(screen.getByTestId('settings-tab-screen'), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(screen.getByTestId('settings-tab-scanning'))
    expect(screen.getByTestId('settings-tab-scanning').getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(screen.getByTestId('settings-tab-scanning'), { key: 'End' })
    fireEvent.keyDown(screen.getByTestId('settings-tab-data'), { key: 'ArrowDown' })
    expect(screen.getByTestId('settings-tab-screen').getAttribute('aria-selected')).toBe('true')
  })
})
