// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { snapshot, unsent } from '../fixtures.ts'
import { scenes } from '../preview/scenes.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const stuck = 1

async function openUnsent(): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot(), unsent })
  fireEvent.click(screen.getByTestId('strip-unsent'))
  await screen.findByTestId(`unsent-${String(stuck)}`)
  return page
}

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } })
}

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

describe('the list of unsent boxes', () => {
  it('says of each box which step it is at, how old it is, how often it was tried and what was answered', async () => {
    await openUnsent()
    expect(screen.getByTestId(`last-answer-${String(stuck)}`).textContent).toContain(
      '스토어가 받지 않았어요 — 이미 등록된 송장번호가 있습니다.',
    )
    const unknown = screen.getByTestId('unsent-3')
    expect(unknown.textContent).toContain('박스 몫을 나눠 배송대기로 바꾸기')
    expect(unknown.textContent).toContain('포장 26분 전')
    expect(unknown.textContent).toContain('시도1번')
    expect(screen.getByTestId('last-answer-3').textContent).toContain('답을 받지 못했어요')
    expect(screen.getByTestId('last-answer-2').textContent).toBe('아직 없음')
  })

  it('looks and tries again at once', async () => {
    const page = await openUnsent()
    fireEvent.click(screen.getByTestId(`retry-${String(stuck)}`))
    expect(await called(page, 'retry')).toEqual({ seq: stuck })
  })

  it('says plainly that a box whose address changed is sent all the same, and keeps the other label for the rest', async () => {
    const station = scenes['addressBox'] ?? { snapshot: snapshot() }
    const page = await showDesk(station)
    expect(screen.getByTestId('box-1').textContent).toContain('「새 주소를 확인했음 — 그대로 보내기」')
    fireEvent.click(screen.getByTestId('strip-unsent'))
    const retry = await screen.findByTestId(`retry-${String(stuck)}`)
    expect(retry.textContent).toBe('새 주소를 확인했음 — 그대로 보내기')
    expect(screen.getByTestId('retry-2').textContent).toBe('지금 확인하고 다시 시도')
    fireEvent.click(retry)
    expect(await called(page, 'retry')).toEqual({ seq: stuck })
  })

  it('leaves a box that is being sent alone', async () => {
    await openUnsent()
    for (const deed of ['retry', 'hand-over', 'discard']) {
      const button = screen.getByTestId(`${deed}-4`)
      expect(button.hasAttribute('disabled')).toBe(true)
    }
  })

  it('does not let go of a box whose result is not known yet', async () => {
    await openUnsent()
    const unknown = 3
    expect(screen.getByTestId(`discard-${String(unknown)}`).hasAttribute('disabled')).toBe(true)
    expect(screen.getByTestId(`unsent-${String(unknown)}`).textContent).toContain(
      '결과가 먼저 확인되어야 해요',
    )
    expect(screen.getByTestId(`retry-${String(unknown)}`).hasAttribute('disabled')).toBe(false)
  })

  it('discards a box only with who, why and the PIN', async () => {
    const page = await openUnsent()
    fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
    const confirm = screen.getByTestId('resolve-confirm')
    type('resolve-who', '박팀장')
    type('resolve-reason', '고객 요청으로 취소')
    expect(confirm.hasAttribute('disabled')).toBe(true)
    type('resolve-pin', '2580')
    fireEvent.click(confirm)
    const reason = '박팀장: 고객 요청으로 취소'
    expect(await called(page, 'resolveByHand')).toEqual({
      seq: stuck,
      how: 'discarded',
      reason,
      pin: '2580',
    })
    expect(screen.queryByTestId(`resolve-${String(stuck)}`)).toBeNull()
  })

  it('hands a box over with who and why; whether that needs a PIN is for the station to say', async () => {
    const page = await openUnsent()
    fireEvent.click(screen.getByTestId(`hand-over-${String(stuck)}`))
    const confirm = screen.getByTestId('resolve-confirm')
    type('resolve-who', '박팀장')
    expect(confirm.hasAttribute('disabled')).toBe(true)
    type('resolve-reason', '스토어에서 직접 처리')
    fireEvent.click(confirm)
    const reason = '박팀장: 스토어에서 직접 처리'
    expect(await called(page, 'resolveByHand')).toEqual({ seq: stuck, how: 'handedOver', reason, pin: '' })
  })

  it('forgets what was typed when the person thinks better of it', async () => {
    const page = await openUnsent()
    fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
    type('resolve-pin', '2580')
    fireEvent.click(screen.getByTestId('resolve-cancel'))
    fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
    expect(screen.getByTestId('resolve-pin')).toHaveProperty('value', '')
    expect(page.calls.some((call) => call.method === 'resolveByHand')).toBe(false)
  })
})
