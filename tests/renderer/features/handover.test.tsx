// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { accepted, box, desk, dispatch, handover, refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const orderNo = '202611245870123'
const first = `${orderNo}-B1`

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.findLast((call) => call.method === method)?.input)

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } })
}

/** A scan as the window hands it on while a place of its own is open. */
const scan = (page: DeskPage, code: string): void => {
  act(() => {
    page.takesScans()?.(code)
  })
}

async function openHandover(shown = snapshot()): Promise<DeskPage> {
  const page = await showDesk({ snapshot: shown, handover })
  fireEvent.click(screen.getByTestId('open-menu'))
  fireEvent.click(screen.getByTestId('menu-handover'))
  await screen.findByTestId(`handover-${first}`)
  return page
}

describe('the courier’s cage', () => {
  it('shows what is sealed and not in it, by courier with counts, and what went today', async () => {
    await openHandover()
    expect(screen.getByTestId('handover-count').textContent).toBe('아직 안 실은 박스 3개')
    expect(screen.getByTestId('handover-filter-1').textContent).toContain('CJ대한통운 2')
    expect(screen.getByTestId(`handover-${orderNo}-B2`).textContent).toContain('송장 없음')
    expect(screen.getByTestId(`given-${orderNo}-B4`).textContent).toContain('박스 4')
  })

  it('takes every scan while it is open, and says that it does', async () => {
    const page = await openHandover()
    scan(page, '651234001201')
    expect(await called(page, 'scanHandover')).toEqual({ code: '651234001201' })
    expect(page.calls.some(({ method }) => method === 'scan')).toBe(false)
    expect(screen.getByTestId('handover').textContent).toContain('송장을 스캔하세요')
    fireEvent.click(within(screen.getByTestId('handover')).getByLabelText('닫기'))
    expect(page.takesScans()).toBeNull()
  })

  it('names the box that must not leave, and has a cancelled one unpacked', async () => {
    const [row] = handover.missing
    if (row === undefined) throw new Error('a box waits in the fixture')
    const stopped = { ...row, stop: 'cancelled', canUnpack: true } as const
    const page = await showDesk({ snapshot: snapshot(), handover: { ...handover, missing: [stopped] } })
    fireEvent.click(screen.getByTestId('open-menu'))
    fireEvent.click(screen.getByTestId('menu-handover'))
    const listed = await screen.findByTestId(`handover-${first}`)
    expect(listed.textContent).toContain('취소됨')
    fireEvent.click(listed)
    expect(screen.queryByTestId('correct-waybill')).toBeNull()
    fireEvent.click(screen.getByTestId('unpack-box'))
    expect(await called(page, 'unpackBox')).toEqual({ boxId: first, reason: '취소된 주문' })
  })

  it('says the answer large, and stays for it', async () => {
    const page = await openHandover()
    act(() => {
      page.push({ lastScan: accepted(8, '651234001201', { kind: 'boxGivenToCourier', orderNo, box: 1 }) })
    })
    expect(screen.getByTestId('handover-answer').textContent).toContain('실었어요')
    act(() => {
      page.push({ lastScan: refused(9, '999', { kind: 'unknownWaybill' }) })
    })
    const answer = screen.getByTestId('handover-answer')
    expect(answer.dataset['tone']).toBe('refused')
    expect(answer.textContent).toContain('이 포장대에서 봉한 박스의 송장이 아니에요')
  })

  it('does not show what packing was told before it was opened', async () => {
    await openHandover(snapshot({ lastScan: refused(8, '8801', { kind: 'wrongItem', name: '머그컵' }) }))
    expect(screen.getByTestId('handover-answer').dataset['tone']).toBe('idle')
    expect(screen.getByTestId('handover-answer').textContent).toContain('송장을 스캔하세요')
  })

  it('says that a search found nothing, not that everything has gone', async () => {
    const page = await showDesk({ snapshot: snapshot(), handover: { ...handover, missing: [] } })
    fireEvent.click(screen.getByTestId('open-menu'))
    fireEvent.click(screen.getByTestId('menu-handover'))
    await screen.findByText('모두 실었어요')
    type('handover-search', '없는 번호')
    expect(await called(page, 'handover')).toMatchObject({ search: '없는 번호' })
    expect(screen.queryByText('모두 실었어요')).toBeNull()
    expect(screen.getByText('찾는 박스가 없어요')).toBeTruthy()
  })

  it('keeps what went today in sight while a box is picked', async () => {
    await openHandover()
    fireEvent.click(screen.getByTestId(`handover-${first}`))
    expect(screen.getByTestId('handover-box')).toBeTruthy()
    expect(screen.getByTestId(`given-${orderNo}-B4`)).toBeTruthy()
  })

  it('leads home by command barcode, and is reached by one', async () => {
    const page = await openHandover()
    act(() => {
      page.push({ lastScan: accepted(8, null, { kind: 'placeWanted', place: 'packing' }) })
    })
    expect(screen.queryByTestId('handover')).toBeNull()
    act(() => {
      page.push({ lastScan: accepted(9, null, { kind: 'placeWanted', place: 'handover' }) })
    })
    expect(await screen.findByTestId('handover')).toBeTruthy()
  })

  it('takes a box out again only where the store has not been told', async () => {
    const page = await openHandover()
    expect(screen.queryByTestId(`take-back-${orderNo}-B5`)).toBeNull()
    fireEvent.click(screen.getByTestId(`take-back-${orderNo}-B4`))
    expect(await called(page, 'takeBackHandover')).toEqual({ boxId: `${orderNo}-B4` })
  })

  it('corrects a waybill by scan: while that is open, scans are its number', async () => {
    const page = await openHandover()
    fireEvent.click(screen.getByTestId(`handover-${first}`))
    fireEvent.click(screen.getByTestId('correct-waybill'))
    expect(screen.getByTestId('handover').textContent).toContain('지금 스캔은 새 송장번호로 들어갑니다')
    scan(page, '651234009999')
    expect(screen.getByTestId('waybill-number')).toHaveProperty('value', '651234009999')
    expect(screen.getByTestId('waybill-save')).toHaveProperty('disabled', true)
    type('waybill-reason', '라벨 손상')
    fireEvent.click(screen.getByTestId('waybill-save'))
    expect(await called(page, 'correctWaybill')).toEqual({
      boxId: first,
      invoice: { courierIdx: 1, invoiceNo: '651234009999' },
      reason: '라벨 손상',
    })
    expect(page.calls.some(({ method }) => method === 'scanHandover')).toBe(false)
  })
})

describe('a sealed box on the desk', () => {
  const sealed = box(1, {
    state: 'sealed',
    units: 3,
    invoice: { courierIdx: 1, courierName: 'CJ대한통운', invoiceNo: '651234001201' },
    shipped: 'atHandover',
    dispatch: dispatch('confirmed', { sectionStatus: 'SHIPPING_READY' }),
  })
  const show = (change: Partial<typeof sealed> = {}, answers = {}) =>
    showDesk({ snapshot: snapshot({ desk: desk({ boxes: [{ ...sealed, ...change }] }) }), answers })

  it('says whether it waits for the courier, has gone, or is shipped by the courier’s system', async () => {
    await show()
    expect(screen.getByTestId('courier-1').textContent).toBe('인계 대기')
    cleanup()
    await show({ withCourier: true })
    expect(screen.getByTestId('courier-1').textContent).toBe('카트에 실음')
    cleanup()
    await show({ shipped: 'byCourier' })
    expect(screen.getByTestId('courier-1').textContent).toBe('택배사 시스템이 발송 처리')
  })

  it('says how a correction of its waybill stands until the store has it', async () => {
    await show({ correction: dispatch('waiting') })
    expect(screen.getByTestId('correction-1').textContent).toBe('고친 송장 알리기 전')
    cleanup()
    await show({ correction: dispatch('confirmed') })
    expect(screen.queryByTestId('correction-1')).toBeNull()
  })

  it('loses its waybill only with a reason, and while the store has it ready', async () => {
    const page = await show()
    fireEvent.click(screen.getByTestId('correct-1'))
    expect(screen.getByTestId('waybill-remove')).toHaveProperty('disabled', true)
    type('waybill-reason', '주소 오류')
    fireEvent.click(screen.getByTestId('waybill-remove'))
    expect(await called(page, 'correctWaybill')).toEqual({ boxId: first, invoice: null, reason: '주소 오류' })
    cleanup()
    await show({ dispatch: dispatch('confirmed', { sectionStatus: 'SHIPPING' }) })
    fireEvent.click(screen.getByTestId('correct-1'))
    expect(screen.queryByTestId('waybill-remove')).toBeNull()
  })

  it('keeps what was typed where the correction is refused, and says why', async () => {
    await show({}, { correctWaybill: { ok: false, said: { kind: 'sameWaybill', box: 1 } } })
    fireEvent.click(screen.getByTestId('correct-1'))
    type('waybill-number', '651234001201')
    type('waybill-reason', 'x')
    fireEvent.click(screen.getByTestId('waybill-save'))
    await vi.waitUntil(() => screen.getByTestId('waybill-problem').textContent !== '')
    expect(screen.getByTestId('waybill-problem').textContent).toContain('박스 1에 지금 붙어 있는 번호예요')
    expect(screen.getByTestId('waybill-number')).toHaveProperty('value', '651234001201')
  })
})
