// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FakeStation } from '../fake-bridge.ts'
import { snapshot, unsent } from '../fixtures.ts'
import { scenes } from '../preview/scenes.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const stuck = 1

async function openUnsent(station: Partial<FakeStation> = {}): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ pinSet: true }), unsent, ...station })
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

  it('discards nothing while there is no PIN to ask for, and says where one is set', async () => {
    await openUnsent({ snapshot: snapshot() })
    fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
    type('resolve-who', '박팀장')
    type('resolve-reason', '고객 요청으로 취소')
    expect(screen.getByTestId('resolve-confirm').hasAttribute('disabled')).toBe(true)
    expect(screen.queryByTestId('resolve-pin')).toBeNull()
    expect(screen.getByTestId(`resolve-${String(stuck)}`).textContent).toContain('「기록과 백업」에서 먼저')
  })

  it('asks a lead who is signed in for no PIN', async () => {
    const person = { id: 1, name: '박팀장', role: 'lead' as const }
    const people = { person, required: true, people: 1 }
    const page = await openUnsent({ snapshot: snapshot({ people, pinSet: true }) })
    fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
    expect(screen.queryByTestId('resolve-pin')).toBeNull()
    type('resolve-who', '박팀장')
    type('resolve-reason', '취소')
    fireEvent.click(screen.getByTestId('resolve-confirm'))
    expect(await called(page, 'resolveByHand')).toMatchObject({ how: 'discarded', pin: '' })
  })

  it.each([
    ['dispatch', '포장 26분 전', '상품을 꺼내 선반에 되돌려 놓고'],
    ['handOver', '실음 26분 전', '카트에서 내려 두고'],
    ['correctWaybill', '고침 26분 전', '송장은 고치기 전으로 돌아갑니다'],
  ] as const)(
    'says of %s when it was given, and what becomes of it by hand',
    async (kind, given, discarded) => {
      await openUnsent({ unsent: unsent.map((row) => ({ ...row, kind })) })
      expect(screen.getByTestId(`unsent-${String(stuck)}`).textContent).toContain(given)
      fireEvent.click(screen.getByTestId(`discard-${String(stuck)}`))
      expect(screen.getByTestId(`resolve-${String(stuck)}`).textContent).toContain(discarded)
    },
  )

  it('leaves a box to a person with who and why, and a PIN only where one has been set', async () => {
    const page = await openUnsent({ snapshot: snapshot() })
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
