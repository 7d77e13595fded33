// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Desk } from '../../../renderer/state/desk-context.ts'
import { DeskProvider } from '../../../renderer/state/desk-provider.tsx'
import { ScannerCheckDialog } from '../../../renderer/features/scanner-check/scanner-check-dialog.tsx'
import { RecoveryNotice } from '../../../renderer/features/scanner-check/recovery-notice.tsx'
import type { HidScanners } from '../../../renderer/scan/hid-pos.ts'
import { GS } from '../../../renderer/scan/meaning.ts'
import { testCodes } from '../../../renderer/scan/measure.ts'
import { createActions } from '../../../renderer/state/actions.ts'
import { createDeskStore } from '../../../renderer/state/desk-store.ts'
import { tellOfRecovery } from '../../../renderer/state/recovery.ts'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import { defaultProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { afternoon, snapshot } from '../fixtures.ts'
import { stroke, strokesOf } from './keys.ts'
import { strokesInCountry } from './layout-keys.ts'

let waiting: (() => void)[] = []

afterEach(() => {
  cleanup()
  waiting = []
})

function show(hid: HidScanners | null = null) {
  const { bridge, calls } = createFakeBridge({ snapshot: snapshot() })
  const store = createDeskStore()
  store.setState({ snapshot: snapshot(), dialog: 'scannerCheck' })
  const onClose = vi.fn()
  const desk: Desk = {
    store,
    actions: createActions(bridge, store),
    player: { play: vi.fn() },
    speaker: { say: vi.fn() },
    now: () => afternoon,
    schedule: (run) => {
      waiting.push(run)
      return () => {
        waiting = waiting.filter((each) => each !== run)
      }
    },
    hid,
    print: vi.fn(),
    language: 'en',
  }
  store.setState({ snapshot: snapshot({ settings: { ...snapshot().settings, language: 'en' } }) })
  render(
    <DeskProvider desk={desk}>
      <RecoveryNotice />
      <ScannerCheckDialog onClose={onClose} />
    </DeskProvider>,
  )
  return { calls, store, onClose, print: desk.print }
}

/** Presses keys on whatever has the focus, and lets the silence after them pass. */
function press(strokes: readonly KeyStroke[]): KeyboardEvent[] {
  const events = strokes.map((each) => {
    const modifiers = { shiftKey: each.shift, ctrlKey: each.ctrl, altKey: each.alt }
    const event = new KeyboardEvent('keydown', { ...each, ...modifiers, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: each.time })
    act(() => {
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    })
    return event
  })
  const due = waiting
  waiting = []
  act(() => {
    for (const run of due) run()
  })
  return events
}

const [beforeGs = '', afterGs = ''] = testCodes.gs.split(GS)
const said = (testId: string): string | null => screen.getByTestId(testId).textContent

describe('the scanner check', () => {
  it('measures the test codes, says in words what it found, and saves the profile that fits', async () => {
    const { calls, onClose } = show()
    expect(screen.getByTestId('scanner-save').hasAttribute('disabled')).toBe(true)
    press(strokesInCountry('fr', testCodes.digits, 'q'))
    expect(said('scanner-heard')).toContain('Digits')
    expect(said('scanner-rhythm')).toContain('10 ms a key')
    expect(said('scanner-end')).toBe('Enter')
    expect(said('scanner-layout')).toBe('Not known yet')
    press(strokesInCountry('fr', testCodes.mixed, 'q', 9000))
    expect(said('scanner-layout')).toBe('French')
    const gs = [
      ...strokesInCountry('fr', beforeGs, 'q', 20_000).slice(0, -1),
      stroke({ code: 'F8', key: 'F8', time: 20_000 + beforeGs.length * 10 }),
      ...strokesInCountry('fr', afterGs, 'q', 20_010 + beforeGs.length * 10),
    ]
    press(gs)
    expect(said('scanner-gs')).toBe('Sent as the F8 key')
    expect(document.activeElement).toBe(screen.getByTestId('scanner-save'))
    fireEvent.click(screen.getByTestId('scanner-save'))
    await vi.waitUntil(() => calls.length > 0)
    expect(calls).toEqual([
      {
        method: 'changeSettings',
        input: { scanner: { ...defaultProfile, layout: 'fr', gsKey: 'F8', sendsGs: true } },
      },
    ])
    expect(onClose).toHaveBeenCalled()
  })

  it('presses no button with the keys of a scan, but leaves single keys to whoever works the window', () => {
    show()
    screen.getByTestId('scanner-cancel').focus()
    expect(press(strokesOf(testCodes.digits, [10])).at(-1)?.defaultPrevented).toBe(true)
    const [single] = press([stroke({ code: 'Enter', key: 'Enter', time: 9000 })])
    expect(single?.defaultPrevented).toBe(false)
  })

  it('says so when a scan is no test code, and begins anew when asked', () => {
    show()
    press(strokesOf('8809631270018', [10]))
    expect(screen.getByTestId('scanner-heard').dataset['kind']).toBe('other')
    press(strokesOf(testCodes.digits, [10], { from: 9000 }))
    expect(screen.getByTestId('scanner-test-digits').dataset['done']).toBe('true')
    fireEvent.click(screen.getByTestId('scanner-again'))
    expect(screen.getByTestId('scanner-test-digits').dataset['done']).toBe('false')
  })

  it('goes back to the factory’s settings, or leaves everything as it was', async () => {
    const { calls, onClose } = show()
    fireEvent.click(screen.getByTestId('scanner-cancel'))
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(calls).toEqual([])
    fireEvent.click(screen.getByTestId('scanner-factory'))
    await vi.waitUntil(() => calls.length > 0)
    expect(calls).toEqual([{ method: 'changeSettings', input: { scanner: defaultProfile } }])
  })

  it('connects a scanner in HID POS mode and shows what it reads', async () => {
    const listeners: ((code: string) => void)[] = []
    let answer: Awaited<ReturnType<HidScanners['connect']>> = { ok: true, names: [] }
    show({
      names: () => [],
      connect: () => Promise.resolve(answer),
      listen: (listener) => {
        listeners.push(listener)
        return () => undefined
      },
    })
    fireEvent.click(screen.getByTestId('scanner-pos-connect'))
    await vi.waitUntil(() => said('scanner-pos') === 'No scanner was found to connect')
    answer = { ok: true, names: ['Voyager 1400g'] }
    fireEvent.click(screen.getByTestId('scanner-pos-connect'))
    await vi.waitUntil(() => said('scanner-pos') === 'Connected: Voyager 1400g')
    act(() => {
      for (const listener of listeners) listener(']C18801')
    })
    expect(said('scanner-heard')).toBe('Read in HID POS mode: ]C18801')
  })
})

describe('a recovered code', () => {
  it('is told once, and never again after it was put away', () => {
    const { store } = show()
    act(() => {
      tellOfRecovery(store, 'inputMethod')
    })
    expect(screen.getByTestId('recovery').dataset['kind']).toBe('inputMethod')
    fireEvent.click(screen.getByRole('button', { name: 'Got it' }))
    act(() => {
      tellOfRecovery(store, 'layout')
    })
    expect(screen.queryByTestId('recovery')).toBeNull()
  })
})
