// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { changedLinesDesk, goneLineDesk, readdressedDesk, tooManyDesk } from '../changed-orders.ts'
import { box, desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const secondBox = '202611245870123-B2'

describe('an order that the store has changed', () => {
  it('stops the desk loudly and says of every line what it was, what it is now and where its goods are', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    act(() => {
      page.push({ desk: changedLinesDesk() })
    })
    const stop = screen.getByRole('alert')
    expect(stop.dataset).toMatchObject({ testid: 'next-step', kind: 'changed' })
    expect(stop.textContent).toContain('멈추세요 — 스토어에서 주문이 바뀌었어요')
    const lines = screen.getAllByTestId('changed-line')
    expect(lines.map((line) => [line.dataset.deed, within(line).getByText(/개에서/).textContent])).toEqual([
      ['remove', '4개에서 2개로 바뀜'],
      ['add', '2개에서 3개로 바뀜'],
      ['fewer', '1개에서 0개로 바뀜'],
      ['add', '0개에서 1개로 바뀜'],
    ])
    const [candles, shirts, postcards] = lines.map((line) => line.textContent)
    expect(candles).toContain('박스 1에 1개 (송장 붙임)')
    expect(candles).toContain('박스 2에 2개')
    expect(candles).toContain('1개 빼기')
    expect(shirts).toContain('2개 더 담기')
    expect(postcards).toContain('아직 박스에 없음')
  })

  it('goes on with the change by button, and by the key shown on it', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: changedLinesDesk() }) })
    const button = screen.getByTestId('take-over-changes')
    expect(button.textContent).toBe('변경 내용 반영하고 계속F12')
    fireEvent.click(button)
    await called(page, 'takeOverChanges')
    fireEvent.keyDown(window, { code: 'F12' })
    await called(page, 'confirm')
  })

  it('takes the surplus out of the box that can still be changed, and offers no such thing for a sealed one', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: changedLinesDesk() }) })
    expect(screen.queryByTestId('changed-take-out-1-oi-002')).toBeNull()
    fireEvent.click(screen.getByTestId('changed-take-out-2-oi-002'))
    expect(await called(page, 'takeOut')).toEqual({ boxId: secondBox, itemNo: 'oi-002' })
  })

  it('shows the new address next to the old one, and which boxes still carry the old one', async () => {
    await showDesk({ snapshot: snapshot({ desk: readdressedDesk() }) })
    const change = screen.getByTestId('receiver-change')
    expect(change.textContent).toContain('06236 서울 강남구 테헤란로 152')
    const marked = [...change.querySelectorAll('mark')].map((mark) => mark.textContent)
    expect(marked).toEqual(['04072 서울 마포구 새싹로 77 새싹빌딩 3층 301호'])
    expect(screen.getByTestId('old-waybills').textContent).toContain('박스 1 — 송장이 전 주소예요')
  })

  it('packs nothing by hand until the change is taken over', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: changedLinesDesk() }) })
    expect(screen.queryByTestId('pack-by-hand-oi-001')).toBeNull()
    act(() => {
      page.push({ desk: changedLinesDesk({ drift: null }) })
    })
    expect(screen.getByTestId('pack-by-hand-oi-001')).toBeTruthy()
    expect(screen.getByTestId('next-step').dataset.kind).toBe('scanGoods')
  })

  it('leaves the key alone while nothing has changed, and a cancelled order its own stop', async () => {
    const cancelled = changedLinesDesk({ standing: 'cancelled' })
    const page = await showDesk({ snapshot: snapshot({ desk: cancelled }) })
    expect(screen.getByTestId('next-step').dataset.kind).toBe('stop')
    fireEvent.keyDown(window, { code: 'F12' })
    fireEvent.keyDown(window, { code: 'F4' })
    await called(page, 'closeBox')
    expect(page.calls.some((call) => call.method === 'confirm')).toBe(false)
  })
})

describe('goods too many in boxes', () => {
  it('stop the desk until they are out, with the box and the button', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: tooManyDesk() }) })
    expect(screen.getByTestId('next-step').textContent).toContain('멈추세요 — 박스에 2개 많아요')
    fireEvent.click(screen.getByTestId('too-many-take-out-2-oi-002'))
    expect(await called(page, 'takeOut')).toEqual({ boxId: secondBox, itemNo: 'oi-002' })
  })

  it('show on their line how many there are and where, with a sign and words of their own', async () => {
    await showDesk({ snapshot: snapshot({ desk: tooManyDesk() }) })
    const line = screen.getByTestId('line-oi-002')
    expect(line.dataset).toMatchObject({ done: '3', needed: '1', over: '2' })
    expect(line.textContent).toContain('2개 많음')
    expect(line.textContent).not.toContain('다 담음')
    expect(line.textContent).toContain('박스 1에 1개 (송장 붙임)')
    expect(within(line).getByTestId('line-take-out-2-oi-002')).toBeTruthy()
  })

  it('of a line that is gone come out as well', async () => {
    await showDesk({ snapshot: snapshot({ desk: goneLineDesk() }) })
    expect(screen.getByTestId('too-many-oi-001').textContent).toContain('필요 0 · 담음 1')
    expect(screen.getByTestId('line-oi-001').textContent).toContain('1개 많음')
  })

  it('in sealed boxes alone do not hold up the rest: the line says whom to ask', async () => {
    const [sealed] = tooManyDesk().boxes
    const boxes = sealed === undefined ? [] : [sealed, box(2)]
    await showDesk({ snapshot: snapshot({ desk: tooManyDesk({ boxes }) }) })
    expect(screen.getByTestId('next-step').dataset.kind).toBe('scanGoods')
    expect(screen.getByTestId('line-oi-002').textContent).toContain('담당자에게 보여 주세요')
    expect(screen.getByTestId('box-1').textContent).toContain('많음')
  })
})

describe('a box without a waybill', () => {
  it('always gives back one of what it holds; a sealed one does not', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: changedLinesDesk({ drift: null }) }) })
    expect(screen.queryByTestId('take-out-1-oi-002')).toBeNull()
    const button = screen.getByTestId('take-out-2-oi-001')
    expect(button.getAttribute('aria-label')).toBe('빼기 −1, 박스 2 — 유기농 면 티셔츠')
    fireEvent.click(button)
    expect(await called(page, 'takeOut')).toEqual({ boxId: secondBox, itemNo: 'oi-001' })
  })
})
