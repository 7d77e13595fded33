// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { codeToLearn, linesToLearn } from '../../../renderer/features/learn/can-learn.ts'
import { LearnButton } from '../../../renderer/features/learn/learn-button.tsx'
import { LearnDialog } from '../../../renderer/features/learn/learn-dialog.tsx'
import { withSnapshot } from '../../../renderer/state/desk-store.ts'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import type { LastScan, StationSnapshot } from '../../../shared/contract/snapshot.ts'
import { desk, line, snapshot } from '../fixtures.ts'
import { after, showPart, type BookPage } from './book-page.tsx'

afterEach(cleanup)

const code = '8801234567893'
const refused: LastScan = { id: 3, at: 0, code, answer: { ok: false, said: { kind: 'unknownCode' } } }
const lines = [
  line('full', { done: 2, needed: 2 }),
  line('open-1'),
  line('open-2'),
  line('bare', { codes: [] }),
]
const asked = (change: Partial<StationSnapshot> = {}): StationSnapshot =>
  snapshot({ desk: desk({ lines }), lastScan: refused, ...change })

const showLearn = (shown = asked()): Promise<BookPage> =>
  showPart(<LearnDialog onClose={vi.fn()} />, { snapshot: shown })

const learnt = (page: BookPage): unknown => page.calls.find(({ method }) => method === 'learnCode')?.input

const submit = (): Promise<void> =>
  after(() => {
    fireEvent.submit(screen.getByTestId('learn-save').closest('form') ?? document.body)
  })

describe('teaching a barcode is offered', () => {
  it('right after an unknown code on an open order', async () => {
    const page = await showPart(<LearnButton />, { snapshot: asked() })
    fireEvent.click(screen.getByTestId('learn'))
    expect(page.store.getState().dialog).toBe('learn')
  })

  it.each([
    ['nothing was scanned', { lastScan: null }],
    ['no order is open', { desk: null }],
    [
      'another thing was refused',
      { lastScan: { ...refused, answer: { ok: false, said: { kind: 'mangledCode' } } } },
    ],
    ['nobody may', { settings: { ...defaultSettings, learning: 'nobody' } }],
    ['the shop has no code for any line', { desk: desk({ lines: [line('bare', { codes: [] })] }) }],
  ] as const)('not when %s', (_what, change) => {
    expect(codeToLearn(asked(change))).toBeNull()
  })
})

describe('the question which product it is', () => {
  it('lists what still needs units first, and nothing without a code', () => {
    expect(linesToLearn(lines).map(({ itemNo }) => itemNo)).toEqual(['open-1', 'open-2', 'full'])
  })

  it('is answered by a digit and Enter', async () => {
    const page = await showLearn()
    fireEvent.keyDown(screen.getByTestId('learn-line-1'), { key: '2' })
    fireEvent.change(screen.getByTestId('learn-units'), { target: { value: '12' } })
    await submit()
    expect(learnt(page)).toMatchObject({ code, itemNo: 'open-2', units: 12, pin: '' })
  })

  it('does not take a digit typed into the units for a choice', async () => {
    const page = await showLearn()
    fireEvent.keyDown(screen.getByTestId('learn-units'), { key: '2' })
    await submit()
    expect(learnt(page)).toMatchObject({ itemNo: 'open-1', units: 1 })
  })

  it('asks for the lead’s PIN where only a lead may teach', async () => {
    const settings = { ...defaultSettings, learning: 'lead' as const }
    const page = await showLearn(asked({ settings }))
    await submit()
    expect(learnt(page)).toBeUndefined()
    fireEvent.change(screen.getByTestId('learn-pin'), { target: { value: '2580' } })
    await submit()
    expect(learnt(page)).toMatchObject({ itemNo: 'open-1', pin: '2580' })
  })

  const turnedDown = [{ kind: 'wrongPin' }, { kind: 'waitForPin', seconds: 30 }] as const
  it.each(turnedDown)('stays open after $kind, says so and asks for the PIN again', async (said) => {
    const settings = { ...defaultSettings, learning: 'lead' as const }
    const wrong: LastScan = { ...refused, id: 4, answer: { ok: false, said } }
    const page = await showLearn(asked({ settings }))
    act(() => {
      page.store.setState({ dialog: 'learn' })
    })
    fireEvent.change(screen.getByTestId('learn-pin'), { target: { value: '1111' } })
    await submit()
    act(() => {
      page.store.setState((state) =>
        withSnapshot(state, { ...asked({ settings, lastScan: wrong }), sequence: 99 }),
      )
    })
    expect(page.store.getState().dialog).toBe('learn')
    expect(screen.getByTestId('learn-problem').textContent).toContain('PIN')
    fireEvent.change(screen.getByTestId('learn-pin'), { target: { value: '2580' } })
    await submit()
    expect(page.calls.filter(({ method }) => method === 'learnCode').at(-1)?.input).toMatchObject({
      code,
      pin: '2580',
    })
  })

  it('asks a lead who is signed in for no PIN', async () => {
    const settings = { ...defaultSettings, learning: 'lead' as const }
    const people = { person: { id: 1, name: '이', role: 'lead' as const }, required: true, people: 1 }
    await showLearn(asked({ settings, people }))
    expect(screen.queryByTestId('learn-pin')).toBeNull()
  })
})
