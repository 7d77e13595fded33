import { deskCommands } from '../../../shared/domain/codes/command-barcode.ts'
// @vitest-environment happy-dom
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { accepted, box, desk, dispatch, queue, refused, snapshot, unsent } from '../fixtures.ts'
import { scenes } from '../preview/scenes.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const push = (page: DeskPage, change: Parameters<DeskPage['push']>[0]): void => {
  act(() => {
    page.push(change)
  })
}

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

describe('the packing screen', () => {
  it.each(Object.entries(scenes))(
    'shows %s in both languages without a hole in its words',
    async (_, station) => {
      for (const language of ['ko', 'en'] as const) {
        await showDesk({
          ...station,
          snapshot: { ...station.snapshot, settings: { ...defaultSettings, language, volume: 0 } },
        })
        expect(document.body.textContent).not.toMatch(
          /{{|undefined|\b(queue|box|said|no|next|strip|stop|order)\.[a-z]/,
        )
        cleanup()
      }
    },
  )

  it('shows the last scan, what to do next, lines and boxes as tests and readers know them', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    expect(screen.getByTestId('last-scan').dataset).toMatchObject({ tone: 'idle' })
    push(page, { lastScan: refused(7, '8809', { kind: 'wrongItem', name: '머그컵' }) })
    expect(screen.getByTestId('last-scan').dataset).toMatchObject({
      tone: 'refused',
      kind: 'wrongItem',
      scanId: '7',
    })
    expect(screen.getByTestId('next-step').textContent).toBe('박스 1에 상품을 담으세요 — 4개 남음')
    expect(screen.getByTestId('line-oi-002').dataset).toMatchObject({ done: '2', needed: '4' })
    expect(screen.getByTestId('desk-order').dataset.orderNo).toBe('202611245870123')
    expect(screen.getByTestId('box-1').dataset).toMatchObject({
      state: 'open',
      dispatch: 'none',
    })
    const sent = dispatch('confirmed', { sectionCode: 's1', sectionStatus: 'SHIPPING' })
    push(page, { desk: desk({ boxes: [box(1, { state: 'sealed', dispatch: sent })] }) })
    expect(screen.getByTestId('box-1').dataset).toMatchObject({
      state: 'sealed',
      dispatch: 'confirmed',
      section: 's1',
    })
    expect(screen.getByTestId('box-1').textContent).toContain('배송중')
  })

  it('sounds each new answer once, and not the one that was there before', async () => {
    const before = accepted(3, '8801', { kind: 'boxOpened', box: 1 })
    const page = await showDesk({ snapshot: snapshot({ lastScan: before }) })
    push(page, { queueCount: 3 })
    expect(page.play).not.toHaveBeenCalled()
    push(page, { lastScan: refused(4, '8802', { kind: 'unknownCode' }) })
    push(page, { queueCount: 4 })
    push(page, { lastScan: refused(5, '8802', { kind: 'unknownCode' }) })
    expect(page.play.mock.calls).toEqual([
      ['refused', 0.7],
      ['refused', 0.7],
    ])
  })

  it('tells by eye and ear that a scan was not taken, until someone has seen it', async () => {
    const page = await showDesk({ snapshot: snapshot() })
    page.failNext('disk full')
    const field = screen.getByTestId('manual-code')
    fireEvent.change(field, { target: { value: '8801' } })
    fireEvent.submit(field)
    expect((await screen.findByTestId('failure')).textContent).toContain('스캔 「8801」 처리 안 됨')
    expect(page.play.mock.calls).toEqual([['refused', 0.7]])
    fireEvent.click(screen.getByLabelText('알림 닫기'))
    expect(screen.queryByTestId('failure')).toBeNull()
  })

  it('opens the order that is pressed in the queue', async () => {
    const page = await showDesk({ snapshot: snapshot(), queue })
    fireEvent.click(await screen.findByTestId('queue-row-202611245870211'))
    expect(await called(page, 'openOrder')).toEqual({ orderNo: '202611245870211' })
  })

  it('walks the queue with the arrow keys', async () => {
    await showDesk({ snapshot: snapshot(), queue })
    const first = await screen.findByTestId('queue-row-202611245870123')
    fireEvent.keyDown(screen.getByTestId('queue-search'), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(first)
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(screen.getByTestId('queue-row-202611245870211'))
    fireEvent.keyDown(screen.getByTestId('queue-row-202611245870211'), { key: 'ArrowUp' })
    expect(document.activeElement).toBe(first)
  })

  it('sends a code typed by hand as a scan', async () => {
    const page = await showDesk({ snapshot: snapshot() })
    fireEvent.keyDown(window, { code: 'F2' })
    const field = screen.getByTestId('manual-code')
    expect(document.activeElement).toBe(field)
    fireEvent.change(field, { target: { value: 'SKU 1' } })
    fireEvent.submit(field)
    expect(await called(page, 'scan')).toEqual({ code: 'SKU 1' })
  })

  it('offers only the commands that can do something, by button and by key', async () => {
    const page = await showDesk({
      snapshot: snapshot({ desk: desk({ can: { undo: { kind: 'nothingToUndo' } } }) }),
    })
    expect(screen.getByTestId('command-undo').hasAttribute('disabled')).toBe(true)
    fireEvent.keyDown(window, { code: 'F7' })
    fireEvent.click(screen.getByTestId('command-empty-box'))
    expect(await called(page, 'emptyBox')).toEqual({ boxId: '202611245870123-B1' })
    fireEvent.keyDown(window, { code: 'F4' })
    await called(page, 'closeBox')
    expect(page.calls.some((call) => call.method === 'undo')).toBe(false)
  })

  it('remembers the courier with the station and lets the list go', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk(), courierIdx: null }) })
    const courier = screen.getByTestId('courier')
    courier.focus()
    fireEvent.change(courier, { target: { value: '2' } })
    expect(await called(page, 'chooseCourier')).toEqual({ courierIdx: 2 })
    expect(document.activeElement).not.toBe(courier)
  })

  it('switches the language at once', async () => {
    const page = await showDesk({ snapshot: snapshot() })
    fireEvent.click(screen.getByTestId('language-en'))
    await called(page, 'changeSettings')
    await vi.waitUntil(() => screen.getByTestId('next-step').textContent === 'Scan an order')
    expect(document.documentElement.lang).toBe('en')
  })

  it('stops loudly when the order on the desk is cancelled', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    push(page, { desk: desk({ standing: 'cancelled' }) })
    const stop = screen.getByRole('alert')
    expect(stop.dataset).toMatchObject({ testid: 'next-step', kind: 'stop' })
    expect(stop.textContent).toContain('상품을 선반에 되돌려 놓은')
    expect(screen.queryByTestId('pack-by-hand-oi-002')).toBeNull()
  })

  it('names the field that could not be read, and what it says', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    const odd = { path: 'sections[0].deliveryType', value: '"DRONE"' }
    push(page, { desk: desk({ standing: 'unreadable', odd }) })
    expect(screen.getByRole('alert').textContent).toContain('읽지 못했어요')
    expect(screen.getByTestId('odd-field').textContent).toContain('sections[0].deliveryType = "DRONE"')
  })

  it('packs a unit by hand where a barcode will not read', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    fireEvent.click(screen.getByTestId('pack-by-hand-oi-002'))
    expect(await called(page, 'packByHand')).toEqual({
      sectionCode: 's2026112435ee7f11aa9c1',
      itemNo: 'oi-002',
    })
  })
})

describe('dialogs', () => {
  it('ask what becomes of goods without a waybill', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    push(page, { lastScan: refused(9, null, { kind: 'unsealedGoods', boxes: [1] }) })
    expect(screen.getByTestId('put-down').textContent).toContain('박스 1에 담은 상품이')
    fireEvent.click(screen.getByTestId('put-down-leave'))
    expect(await called(page, 'putDown')).toEqual({ leaveGoods: true })
    expect(screen.queryByTestId('put-down')).toBeNull()
  })

  it('show every unsent box and send one again', async () => {
    const outbox = { waiting: 1, sending: 1, unknown: 1, needsPerson: 1, oldestAt: null }
    const page = await showDesk({ snapshot: snapshot({ outbox }), unsent })
    const strip = screen.getByTestId('strip-unsent')
    expect(strip.dataset.count).toBe('4')
    fireEvent.click(strip)
    const row = await screen.findByTestId('unsent-1')
    expect(row.textContent).toContain('다른 송장번호가 이미 등록되어 있어요')
    fireEvent.click(within(row).getByTestId('retry-1'))
    expect(await called(page, 'retry')).toEqual({ seq: 1 })
  })

  it('print the command sheet', async () => {
    const page = await showDesk({ snapshot: snapshot() })
    fireEvent.click(screen.getByTestId('open-commands'))
    const sheet = screen.getByTestId('command-sheet')
    expect(within(sheet).getAllByText(/^000711\d{3}$/)).toHaveLength(deskCommands.length)
    fireEvent.click(within(sheet).getByText('인쇄'))
    expect(page.print).toHaveBeenCalledOnce()
  })

  it('keep function keys from the desk behind them', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    fireEvent.click(screen.getByTestId('open-settings'))
    fireEvent.keyDown(window, { code: 'F4' })
    fireEvent.click(within(screen.getByTestId('settings')).getByText('거부'))
    expect(page.play).toHaveBeenCalledWith('refused', 0.7)
    expect(page.calls.some((call) => call.method === 'closeBox')).toBe(false)
  })
})
