// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../shared/contract/queue.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { menuEntries } from '../../../renderer/features/menu/entries.ts'
import { desk, queue, snapshot } from '../fixtures.ts'
import { workScenes } from '../preview/work-scenes.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const work: FakeStation = workScenes.work ?? { snapshot: snapshot() }

/** The last input that a method was asked with. */
const asked = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.findLast((call) => call.method === method)?.input)

async function openFromMenu(dialog: string, station: FakeStation = work): Promise<DeskPage> {
  const page = await showDesk(station)
  fireEvent.keyDown(window, { code: 'F1' })
  await act(async () => {
    fireEvent.click(screen.getByTestId(`menu-${dialog}`))
    await Promise.resolve()
  })
  return page
}

describe('the menu', () => {
  it('opens by its key with the focus on its first tile', async () => {
    await showDesk(work)
    fireEvent.keyDown(window, { code: 'F1' })
    expect(document.activeElement).toBe(screen.getByTestId('menu-board'))
  })

  it.each(menuEntries)('leads to the dialog $dialog', async ({ dialog }) => {
    await openFromMenu(dialog)
    expect(screen.queryByTestId('menu')).toBeNull()
    expect(document.querySelectorAll('dialog[open]')).toHaveLength(1)
  })
})

describe('the queue’s filters', () => {
  it('are chosen from a panel, shown as chips, and taken off one by one', async () => {
    const page = await showDesk({ snapshot: snapshot(), queue })
    fireEvent.click(screen.getByTestId('queue-filter'))
    fireEvent.change(screen.getByTestId('filter-channel'), { target: { value: 'COUPANG' } })
    fireEvent.change(screen.getByTestId('filter-age'), { target: { value: '24' } })
    await vi.waitFor(async () => {
      expect(await asked(page, 'queue')).toMatchObject({
        filters: { ...noFilters, channel: 'COUPANG', olderThanHours: 24 },
      })
    })
    expect(screen.getByTestId('chip-olderThanHours').textContent).toBe('1일 넘음')
    fireEvent.click(screen.getByTestId('chip-channel'))
    expect(screen.queryByTestId('chip-channel')).toBeNull()
    fireEvent.click(screen.getByTestId('filter-clear'))
    await vi.waitFor(async () => {
      expect(await asked(page, 'queue')).toMatchObject({ filters: noFilters })
    })
  })

  it('count the orders of each view, and show another desk’s only where there are any', async () => {
    await showDesk({ snapshot: snapshot(), queue })
    const shown = await screen.findByTestId('queue-show-handedOver')
    expect(shown.dataset.count).toBe('2')
    expect(screen.getByTestId('queue-show-blocked').textContent).toContain('6')
    cleanup()
    await showDesk({ snapshot: snapshot(), queue: { ...queue, counts: { ...queue.counts, handedOver: 0 } } })
    expect(screen.queryByTestId('queue-show-handedOver')).toBeNull()
  })

  it('tell why an order was set aside, and which desk has it', async () => {
    await showDesk({ snapshot: snapshot({ desk: desk() }), queue })
    const held = queue.rows.find(({ deskHold }) => deskHold !== null)
    const row = await screen.findByTestId(`queue-row-${held?.orderNo ?? ''}`)
    expect(row.textContent).toContain('보류: ')
    expect(document.body.textContent).toContain('2번 포장대에서 포장')
  })

  it('leave the orders of one product when its batch is chosen', async () => {
    const page = await openFromMenu('batches')
    fireEvent.click(await screen.findByTestId('batch-1'))
    expect(await asked(page, 'queue')).toMatchObject({
      show: 'ready',
      filters: { ...noFilters, item: '소이 캔들 180g / 향: 무화과' },
    })
    expect(screen.queryByTestId('batches')).toBeNull()
    expect(screen.getByTestId('chip-item').textContent).toContain('소이 캔들')
  })
})

describe('the board', () => {
  it('shows the day’s numbers, each packer’s share and why scans were refused', async () => {
    const page = await openFromMenu('board')
    expect(await asked(page, 'board')).toEqual({ day: '2026-11-24' })
    expect((await screen.findByTestId('board-units')).textContent).toContain('412')
    expect(screen.getByTestId('board-perHour').textContent).toContain('82')
    expect(within(screen.getByTestId('board-packer-1')).getByText('240')).toBeTruthy()
    expect(screen.getByTestId('board-packer-nobody').textContent).toContain('—')
    expect(screen.getByTestId('board-reason-wrongItem').textContent).toContain('9번')
  })

  it('goes to yesterday and to any date, and grows with what happens', async () => {
    const page = await openFromMenu('board')
    await asked(page, 'board')
    fireEvent.click(screen.getByTestId('board-yesterday'))
    expect(await asked(page, 'board')).toEqual({ day: '2026-11-23' })
    fireEvent.change(screen.getByTestId('board-date'), { target: { value: '2026-11-02' } })
    expect(await asked(page, 'board')).toEqual({ day: '2026-11-02' })
    const before = page.calls.filter(({ method }) => method === 'board').length
    act(() => {
      page.push({ queueVersion: 9 })
    })
    await vi.waitUntil(() => page.calls.filter(({ method }) => method === 'board').length > before)
  })

  it('is saved as a table', async () => {
    const page = await openFromMenu('board')
    await screen.findByTestId('board-units')
    fireEvent.click(screen.getByTestId('board-export'))
    const input = JSON.stringify(await asked(page, 'exportBoard'))
    expect(input).toContain('"day":"2026-11-24"')
    expect(input).toContain('김서연,50,60,240,40,76,48,0,76,0')
    expect((await screen.findByText('저장: /data/board.csv')).dataset.testid).toBe('board-saved')
  })
})

describe('the history', () => {
  it('tells an order’s story in words: who, when, what', async () => {
    await openFromMenu('history')
    const story = await screen.findByTestId('history-order')
    const what = [...story.querySelectorAll('[data-testid^="entry-"]')].map((entry) => entry.textContent)
    expect(what).toHaveLength(11)
    expect(what[2]).toMatch(/유기농 면 티셔츠 \(색상: 검정\) 1개 → 박스 1 코드 TS-ORG-BK-L김서연$/)
    expect(what[3]).toContain('거부 — 이 주문의 상품이 아님')
    expect(what[5]).toContain('되돌리기: 유기농 면 티셔츠')
    expect(what[6]).toContain('스캔 없이 담음')
    expect(what[10]).toContain('CJ대한통운 651234001201')
    expect(screen.getByTestId('history-box-1').textContent).toContain('로트 LOT-2611')
  })

  it('is searched by typing, and by a scan, which then opens nothing', async () => {
    const page = await openFromMenu('history')
    fireEvent.change(screen.getByTestId('history-search'), { target: { value: '박준호' } })
    expect(await asked(page, 'findOrders')).toEqual({ search: '박준호' })
    act(() => {
      page.takesScans()?.('651234001201')
    })
    expect(await asked(page, 'findOrders')).toEqual({ search: '651234001201' })
    expect(screen.getByTestId('history-search')).toHaveProperty('value', '651234001201')
    fireEvent.click(screen.getByLabelText('닫기'))
    expect(page.takesScans()).toBeNull()
  })

  it('says that a scan is a waybill’s new number while one is corrected there', async () => {
    const page = await openFromMenu('history')
    const place = screen.getByTestId('history')
    expect(place.textContent).toContain('여기서 스캔하면 그 주문을 찾아요')
    fireEvent.click(await screen.findByTestId('history-correct-1'))
    expect(place.textContent).toContain('지금 스캔은 새 송장번호로 들어갑니다')
    expect(place.textContent).not.toContain('여기서 스캔하면 그 주문을 찾아요')
    act(() => {
      page.takesScans()?.('651234009999')
    })
    expect(screen.getByTestId('waybill-number')).toHaveProperty('value', '651234009999')
    fireEvent.click(screen.getByTestId('waybill-cancel'))
    expect(place.textContent).toContain('여기서 스캔하면 그 주문을 찾아요')
  })

  it('is exported as the log has it', async () => {
    const page = await openFromMenu('history', {
      ...work,
      log: { exportLog: { path: '/data/log.jsonl', events: 11 } },
    })
    fireEvent.click(await screen.findByTestId('history-export'))
    expect(await asked(page, 'exportLog')).toEqual({ what: { kind: 'order', orderNo: '202611245870123' } })
    expect((await screen.findByText('기록 11건 저장: /data/log.jsonl')).getAttribute('role')).toBe('status')
  })
})
