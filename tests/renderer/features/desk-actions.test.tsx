// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { gramsIn } from '../../../renderer/features/desk-actions/grams.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import { defaultSettings, type DeskSettings } from '../../../shared/contract/settings.ts'
import { accepted, box, desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

const mug = { itemNo: 'oi-009', name: '머그', options: '', qty: 3 }
const second = box(2)
const first = box(1, { state: 'closed', contents: [mug], units: 3 })
const two = [{ ...first, can: { ...first.can, moveTo: [second.id] } }, second]

async function openActions(change: Partial<StationSnapshot> = {}): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ desk: desk(), ...change }) })
  fireEvent.keyDown(window, { code: 'F5' })
  screen.getByTestId('actions')
  return page
}

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } })
}
const settings = (change: Partial<DeskSettings>): DeskSettings => ({
  ...defaultSettings,
  guideDone: true,
  ...change,
})

describe('what to do with the order', () => {
  it.each([
    ['action-sealAll', 'sealAll', {}],
    ['action-takeRest', 'takeRest', {}],
    ['action-takeOut', 'armTakeOut', {}],
  ])('%s', async (testId, method, input) => {
    const page = await openActions()
    fireEvent.click(screen.getByTestId(testId))
    expect(await called(page, method)).toEqual(input)
  })

  it('counts what was just scanned', async () => {
    const page = await openActions()
    type('count-units', '1')
    expect(screen.getByTestId<HTMLButtonElement>('count-set').disabled).toBe(true)
    type('count-units', '24')
    fireEvent.submit(screen.getByTestId('count-units'))
    expect(await called(page, 'countItem')).toEqual({ units: 24 })
  })

  it('asks for kind and weight of the box only where the desk does', async () => {
    await openActions()
    expect(screen.queryByTestId('box-weight')).toBeNull()
    cleanup()
    const wanted = settings({
      askBoxType: 'optional',
      askWeight: 'optional',
      boxTypes: [{ code: '03', name: '중' }],
    })
    const page = await openActions({ settings: wanted })
    fireEvent.change(screen.getByTestId('box-type'), { target: { value: '03' } })
    expect(await called(page, 'typeBox')).toEqual({ code: '03' })
    fireEvent.keyDown(window, { code: 'F5' })
    type('box-weight', '1.25kg')
    fireEvent.submit(screen.getByTestId('box-weight'))
    expect(await called(page, 'weighBox')).toEqual({ grams: 1250 })
  })

  it('moves an item into another box', async () => {
    const page = await openActions({ desk: desk({ boxes: two }) })
    const into = two[1]?.id ?? ''
    fireEvent.change(screen.getByTestId('move-to'), { target: { value: into } })
    fireEvent.change(screen.getByTestId('move-units'), { target: { value: '2' } })
    fireEvent.click(screen.getByTestId('move'))
    expect(await called(page, 'moveItem')).toEqual({
      boxId: two[0]?.id,
      toBoxId: into,
      itemNo: 'oi-009',
      units: 2,
    })
  })

  it('sets the order aside with a reason, in the packer’s own words if there are any', async () => {
    const page = await openActions()
    fireEvent.change(screen.getByTestId('hold-reason'), { target: { value: 'damaged' } })
    fireEvent.click(screen.getByTestId('hold-order'))
    expect(await called(page, 'holdOrder')).toEqual({ reason: 'damaged' })
  })

  it('hands it over to another desk, which has to be named', async () => {
    const page = await openActions()
    expect(screen.getByTestId<HTMLButtonElement>('hand-over').disabled).toBe(true)
    type('hand-over-desk', ' 2 ')
    type('hand-over-note', '무거움')
    fireEvent.click(screen.getByTestId('hand-over'))
    expect(await called(page, 'handOver')).toEqual({ desk: '2', note: '무거움' })
  })

  it('keeps a note, which then stands with the order', async () => {
    const page = await openActions()
    type('note', '깨짐 주의')
    fireEvent.click(screen.getByTestId('write-note'))
    expect(await called(page, 'writeNote')).toEqual({ text: '깨짐 주의' })
    act(() => {
      page.push({ desk: desk({ notes: ['깨짐 주의'] }) })
    })
    expect(screen.getByTestId('packers-notes').textContent).toBe('깨짐 주의')
  })

  it('has nothing to offer without an order, and says so', async () => {
    await showDesk({ snapshot: snapshot() })
    fireEvent.keyDown(window, { code: 'F5' })
    expect(screen.getByTestId('actions').textContent).toContain('포장대가 비어 있어요')
  })
})

describe('a finished box', () => {
  it('can be opened again until the store knows of it', async () => {
    const sealed = box(1, { state: 'sealed', contents: [mug], units: 3 })
    const reopenable = { ...sealed, can: { ...sealed.can, reopen: null } }
    const page = await showDesk({ snapshot: snapshot({ desk: desk({ boxes: [reopenable] }) }) })
    fireEvent.click(screen.getByTestId('reopen-1'))
    expect(await called(page, 'reopenBox')).toEqual({ boxId: sealed.id })
    act(() => {
      page.push({ desk: desk({ boxes: [sealed] }) })
    })
    expect(screen.queryByTestId('reopen-1')).toBeNull()
  })

  it('has a slip, printed as often as it is asked for, by button and by command barcode', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    fireEvent.click(screen.getByTestId('print-slip-1'))
    expect(page.print).toHaveBeenCalledTimes(1)
    act(() => {
      page.push({ lastScan: accepted(5, '000711616', { kind: 'slipWanted', box: 1 }) })
    })
    expect(page.print).toHaveBeenCalledTimes(2)
  })
})

describe('a weight as it is typed', () => {
  it.each([
    ['820', 820],
    ['820 g', 820],
    ['1.25kg', 1250],
    ['1,25 KG', 1250],
    ['0', null],
    ['heavy', null],
    ['-3', null],
    ['2000kg', null],
  ])('%s', (text, grams) => {
    expect(gramsIn(text)).toBe(grams)
  })
})
