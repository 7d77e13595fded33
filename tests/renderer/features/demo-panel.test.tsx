// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DemoOrder, DemoOutputs } from '../../../shared/contract/demo.ts'
import { desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const order: DemoOrder = {
  orderNo: '202611245870123',
  sections: [
    {
      code: 's1',
      no: '202611245870123-S1',
      status: 'PRODUCT_PREPARATION',
      held: true,
      items: [{ itemNo: 'oi-002', name: '소이 캔들 180g', qty: 4 }],
    },
  ],
}

const willing: DemoOutputs = {
  demoFaults: { ok: true, faults: [{ kind: 'serverError', calls: 'orders', times: 0 }] },
  demoMisbehave: { ok: true },
  demoClearFaults: { ok: true },
  demoShop: { ok: true, order },
}

async function openPanel(demo: Partial<DemoOutputs>): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ desk: desk() }), demo })
  fireEvent.click(screen.getByTestId('open-demo-panel'))
  return page
}

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const notice = (tone: string) =>
  vi.waitUntil(() => {
    const shown = screen.getByTestId('demo-notice')
    return shown.dataset.tone === tone ? shown.textContent : false
  })

const choose = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } })
}

describe('the demo panel', () => {
  it('is offered only while the desk works against a demo store', async () => {
    const { connection } = snapshot()
    await showDesk({ snapshot: snapshot({ connection: { ...connection, demo: false } }) })
    expect(screen.queryByTestId('open-demo-panel')).toBeNull()
  })

  it('arms what is chosen, for the calls and times chosen, and says so', async () => {
    const page = await openPanel(willing)
    await screen.findByTestId('demo-armed')
    choose('demo-kind', 'latency')
    choose('demo-seconds', '4')
    choose('demo-calls', 'orders')
    choose('demo-times', '3')
    fireEvent.click(screen.getByTestId('demo-arm'))
    const asked = { kind: 'latency', seconds: 4, calls: 'orders', times: 3 }
    expect(await called(page, 'demoMisbehave')).toEqual(asked)
    expect(await notice('done')).toBe('걸어 둠: 답이 늦게 옴 — 주문을 읽는 요청, 다음 3번')
  })

  it.each([
    ['refuse', { kind: 'refuse', seconds: 10 }],
    ['clockJump', { kind: 'clockJump', minutes: 60 }],
    ['expireTokens', { kind: 'expireTokens', token: 'access' }],
    ['missingField', { kind: 'missingField', field: 'data', calls: 'boxes', times: 1 }],
    ['lostAnswer', { kind: 'lostAnswer', calls: 'boxes', times: 1 }],
  ])('asks for %s with what it needs', async (kind, input) => {
    const page = await openPanel(willing)
    await screen.findByTestId('demo-armed')
    choose('demo-kind', kind)
    fireEvent.click(screen.getByTestId('demo-arm'))
    expect(await called(page, 'demoMisbehave')).toEqual(input)
  })

  it('does not send what makes no sense', async () => {
    await openPanel(willing)
    await screen.findByTestId('demo-armed')
    choose('demo-kind', 'refuse')
    choose('demo-seconds', 'soon')
    expect(screen.getByTestId('demo-arm').hasAttribute('disabled')).toBe(true)
  })

  it('lists what is still armed and clears it', async () => {
    const page = await openPanel(willing)
    const armed = await screen.findByTestId('demo-armed')
    expect(armed.textContent).toBe('서버 오류 (500)주문을 읽는 요청 · 지울 때까지 계속')
    fireEvent.click(screen.getByTestId('demo-clear'))
    await called(page, 'demoClearFaults')
    expect(await notice('done')).toBe('걸어 둔 고장을 모두 지웠어요')
  })

  it('cancels the order on the desk without its number being typed', async () => {
    const page = await openPanel(willing)
    fireEvent.click(await screen.findByTestId('demo-cancel'))
    expect(await called(page, 'demoShop')).toEqual({ act: 'cancel', orderNo: '202611245870123' })
    expect(await notice('done')).toBe('주문 202611245870123 — 쇼핑몰이 취소했어요')
  })

  it('shows an order as the store has it, and changes a quantity or ships a section elsewhere', async () => {
    const page = await openPanel(willing)
    fireEvent.click(await screen.findByTestId('demo-look'))
    const shown = await screen.findByTestId('demo-order')
    expect(shown.textContent).toContain('상품준비 · 배송 보류')
    fireEvent.click(within(shown).getByTestId('demo-fewer-oi-002'))
    fireEvent.click(within(shown).getByTestId('demo-shipElsewhere-s1'))
    await vi.waitUntil(() => page.calls.filter((call) => call.method === 'demoShop').length === 3)
    expect(page.calls.flatMap((call) => (call.method === 'demoShop' ? [call.input] : [])).slice(1)).toEqual([
      { act: 'changeItem', orderNo: '202611245870123', itemNo: 'oi-002', qty: 3 },
      { act: 'shipElsewhere', orderNo: '202611245870123', sectionCode: 's1', courierIdx: 1 },
    ])
  })

  it('says why something was not done, in the store’s words', async () => {
    await openPanel({ ...willing, demoShop: { ok: false, why: 'refused', words: '없는 주문 (30060)' } })
    fireEvent.click(await screen.findByTestId('demo-hold'))
    expect(await notice('refused')).toBe('하지 못함 — 스토어의 답: 없는 주문 (30060)')
  })

  it('says that the store does not answer', async () => {
    const silent = { ok: false, why: 'unreachable', words: null } as const
    await openPanel({ ...willing, demoFaults: silent, demoClearFaults: silent, demoMisbehave: silent })
    await vi.waitUntil(
      () => screen.getByTestId('demo-armed-none').textContent === '지금은 스토어에 닿지 않아요',
    )
    fireEvent.click(screen.getByTestId('demo-arm'))
    expect(await notice('refused')).toContain('스토어에 닿지 않아요')
  })

  it('says that a store without a known secret cannot be controlled', async () => {
    await openPanel({})
    await vi.waitUntil(() => screen.getByTestId('demo-panel').textContent.includes('조종할 수 없어요'))
    expect(screen.queryByTestId('demo-arm')).toBeNull()
  })
})
