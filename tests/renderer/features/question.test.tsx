// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Choice } from '../../../shared/domain/packing/answer.ts'
import { desk, refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const choices: Choice[] = [
  { kind: 'item', sectionCode: 's', itemNo: '-001', name: '보자기 포장', options: '빨강' },
  { kind: 'item', sectionCode: 's', itemNo: '-002', name: '보자기 포장', options: '파랑' },
]
const twoCloths = {
  lastScan: refused(9, 'WRAP-01', { kind: 'whichOne', choices }),
  asked: { kind: 'choose', choices },
} satisfies Partial<StationSnapshot>

describe('a code that could be two things', () => {
  it('is asked about with both shown, the first under the hand', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk(), ...twoCloths }) })
    expect(screen.getByTestId('last-scan').textContent).toContain('어느 것인가요?')
    expect(screen.getByTestId('choice-2').textContent).toContain('파랑')
    expect(document.activeElement).toBe(screen.getByTestId('choice-1'))
    fireEvent.click(screen.getByTestId('choice-2'))
    expect(await called(page, 'choose')).toEqual({ place: 2 })
  })

  it('is answered by a digit pressed alone, and not by the first digit of a scan', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk(), ...twoCloths }), silence: true })
    for (const code of ['Digit2', 'Digit0', 'Digit2']) fireEvent.keyDown(window, { code })
    fireEvent.keyDown(window, { code: 'Enter' })
    page.passSilence()
    expect(page.calls.some(({ method }) => method === 'choose')).toBe(false)
    fireEvent.keyDown(window, { code: 'Digit2' })
    page.passSilence()
    expect(await called(page, 'choose')).toEqual({ place: 2 })
  })
})

describe('an order set aside', () => {
  it('is taken up again with one key', async () => {
    const setAside = refused(9, '1', { kind: 'setAside', orderNo: '202411240000012', reason: 'missing' })
    const asked = { kind: 'takeBack', orderNo: '202411240000012' } as const
    const page = await showDesk({ snapshot: snapshot({ lastScan: setAside, asked }) })
    expect(screen.getByTestId('last-scan').textContent).toContain('상품 부족')
    fireEvent.keyDown(window, { code: 'F12' })
    expect(await called(page, 'confirm')).toEqual({})
  })
})
