// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PersonView } from '../../../shared/contract/people.ts'
import { accepted, afternoon, desk, refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const person = (id: number, name: string, change: Partial<PersonView> = {}): PersonView => ({
  id,
  name,
  role: 'packer',
  active: true,
  hasPin: true,
  hasBadge: false,
  ...change,
})

const people = [
  person(1, '이담당', { role: 'lead' }),
  person(2, '김포장'),
  person(3, '박사원', { hasPin: false, hasBadge: true }),
  person(4, '최새로', { hasPin: false }),
  person(5, '정퇴사', { active: false }),
]
const nobody = { person: null, required: true, people: 5 }
const kim = { person: { id: 2, name: '김포장', role: 'packer' as const }, required: true, people: 5 }

const push = (page: DeskPage, change: Parameters<DeskPage['push']>[0]): void => {
  act(() => {
    page.push(change)
  })
}
const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

async function locked(): Promise<DeskPage> {
  const page = await showDesk({ people, snapshot: snapshot({ desk: desk(), people: nobody }) })
  await vi.waitUntil(() => screen.queryByTestId('sign-in-1'))
  return page
}

describe('the lock', () => {
  it('is over everything while somebody has to sign in, and says that the order is still there', async () => {
    await locked()
    expect(screen.getByTestId('lock')).toHaveProperty('open', true)
    expect(screen.getByTestId('lock-desk').textContent).toContain('202611245870123')
    expect(screen.getByTestId('lock-desk').textContent).toContain('3 / 7')
    expect(screen.getByTestId('desk-order')).not.toBeNull()
  })

  it('lists those who can sign in by PIN, and says of the others how', async () => {
    await locked()
    expect(screen.queryByTestId('sign-in-3')).toBeNull()
    expect(screen.queryByTestId('sign-in-5')).toBeNull()
    expect(screen.getByText('사원증으로만 로그인: 박사원')).not.toBeNull()
    expect(screen.getByText(/관리자에게 요청하세요\): 최새로/)).not.toBeNull()
  })

  it('takes a PIN from the pad and from the keyboard, and lets in whoever it fits', async () => {
    const page = await locked()
    fireEvent.click(screen.getByTestId('sign-in-2'))
    const field = screen.getByTestId('sign-in-pin')
    expect(document.activeElement).toBe(field)
    expect(screen.getByTestId('sign-in-submit').hasAttribute('disabled')).toBe(true)
    for (const digit of ['4', '7', '1']) fireEvent.click(screen.getByTestId(`pin-key-${digit}`))
    fireEvent.click(screen.getByTestId('pin-key-back'))
    expect(field).toHaveProperty('value', '47')
    fireEvent.change(field, { target: { value: '47x11' } })
    expect(field).toHaveProperty('value', '4711')
    fireEvent.submit(screen.getByTestId('sign-in-form'))
    expect(await called(page, 'signIn')).toEqual({ id: 2, pin: '4711' })
    expect(field).toHaveProperty('value', '')
    expect(document.activeElement).toBe(field)
    push(page, { people: kim, lastScan: accepted(1, null, { kind: 'signedIn', name: '김포장' }) })
    expect(screen.queryByTestId('lock')).toBeNull()
    expect(screen.getByTestId('strip-person').textContent).toContain('김포장')
  })

  it('says what was wrong right there, and what was wrong before it came up is not repeated', async () => {
    const page = await locked()
    expect(screen.getByTestId('sign-in-notice').textContent).toBe('')
    push(page, { lastScan: refused(3, null, { kind: 'wrongPin' }) })
    expect(screen.getByTestId('sign-in-notice').textContent).toContain('PIN이 맞지 않아요')
    push(page, { lastScan: refused(4, '0007178', { kind: 'unknownBadge' }) })
    expect(screen.getByTestId('sign-in-notice').textContent).toContain('모르는 사원증')
    push(page, {
      lastScan: { ...refused(5, null, { kind: 'waitForPin', seconds: 30 }), at: afternoon - 20_000 },
    })
    expect(screen.getByTestId('sign-in-notice').textContent).toContain('10초 뒤에')
  })

  it('tells an idle sign-out from one that was asked for, and expects the same person back', async () => {
    const page = await showDesk({ people, snapshot: snapshot({ people: kim }) })
    expect(screen.queryByTestId('lock')).toBeNull()
    push(page, { people: nobody })
    expect(screen.getByTestId('lock-why').textContent).toContain('한동안 스캔이 없어서')
    await vi.waitUntil(() => screen.queryByTestId('sign-in-2')?.getAttribute('aria-pressed') === 'true')
    push(page, { people: kim, lastScan: accepted(1, null, { kind: 'signedIn', name: '김포장' }) })
    push(page, { people: nobody, lastScan: accepted(2, null, { kind: 'signedOut' }) })
    expect(screen.getByTestId('lock').dataset.why).toBe('asked')
  })

  it('closes whatever dialog was open, and keys of the desk do nothing', async () => {
    const page = await showDesk({ people, snapshot: snapshot({ people: kim }) })
    fireEvent.click(screen.getByTestId('open-settings'))
    push(page, { people: nobody })
    expect(screen.queryByTestId('settings')).toBeNull()
    fireEvent.keyDown(window, { code: 'F1' })
    push(page, { people: kim })
    expect(screen.queryByTestId('settings')).toBeNull()
    expect(screen.queryByTestId('menu')).toBeNull()
  })

  it('does not open by Escape, however often', async () => {
    await locked()
    const lock = screen.getByTestId('lock')
    fireEvent(lock, new Event('cancel', { cancelable: true }))
    if (lock instanceof HTMLDialogElement) lock.close()
    await vi.waitUntil(() => lock instanceof HTMLDialogElement && lock.open)
  })
})

describe('who is signed in', () => {
  it('is not shown where nobody is known', async () => {
    await showDesk({ snapshot: snapshot() })
    expect(screen.queryByTestId('strip-person')).toBeNull()
  })

  it('signs out from the strip, and in again although nobody has to', async () => {
    const page = await showDesk({ people, snapshot: snapshot({ people: { ...kim, required: false } }) })
    fireEvent.click(screen.getByTestId('strip-person'))
    fireEvent.click(screen.getByTestId('sign-out'))
    expect(await called(page, 'signOut')).toEqual({})
    push(page, { people: { ...nobody, required: false }, lastScan: accepted(1, null, { kind: 'signedOut' }) })
    expect(screen.queryByTestId('sign-in')).toBeNull()
    expect(screen.queryByTestId('lock')).toBeNull()
    fireEvent.click(screen.getByTestId('strip-person'))
    await vi.waitUntil(() => screen.queryByTestId('sign-in-1'))
    push(page, { lastScan: refused(2, null, { kind: 'wrongPin' }) })
    expect(screen.getByTestId('sign-in-notice').textContent).toContain('PIN이 맞지 않아요')
  })
})
