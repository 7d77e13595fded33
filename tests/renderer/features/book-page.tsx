import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { Desk } from '../../../renderer/state/desk-context.ts'
import { DeskProvider } from '../../../renderer/state/desk-provider.tsx'
import { createActions } from '../../../renderer/state/actions.ts'
import { createDeskStore, type DeskStore } from '../../../renderer/state/desk-store.ts'
import { createFakeBridge, type FakeBridge, type FakeStation } from '../fake-bridge.ts'
import { afternoon, snapshot } from '../fixtures.ts'

export type BookPage = FakeBridge & { store: DeskStore }

/** One part of the window on a station in memory. */
export async function showPart(part: ReactNode, station: Partial<FakeStation> = {}): Promise<BookPage> {
  const shown = station.snapshot ?? snapshot()
  const fake = createFakeBridge({ ...station, snapshot: shown })
  const store = createDeskStore()
  store.setState({ snapshot: shown })
  const desk: Desk = {
    store,
    actions: createActions(fake.bridge, store),
    player: { play: vi.fn() },
    speaker: { say: vi.fn() },
    now: () => afternoon,
    schedule: () => () => undefined,
    hid: null,
    print: vi.fn(),
    language: 'ko',
  }
  await act(async () => {
    render(<DeskProvider desk={desk}>{part}</DeskProvider>)
    await Promise.resolve()
  })
  return { ...fake, store }
}

/** Does something and lets the station answer. */
export async function after(deed: () => void): Promise<void> {
  await act(async () => {
    deed()
    await new Promise((resolve) => setImmediate(resolve))
  })
}
