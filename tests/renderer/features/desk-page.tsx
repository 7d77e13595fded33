import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { vi } from 'vitest'
import { App } from '../../../renderer/app/app.tsx'
import type { Desk } from '../../../renderer/state/desk-context.ts'
import { DeskProvider } from '../../../renderer/state/desk-provider.tsx'
import { createActions } from '../../../renderer/state/actions.ts'
import { createDeskStore } from '../../../renderer/state/desk-store.ts'
import { followStation } from '../../../renderer/state/follow-station.ts'
import { createFakeBridge, type FakeBridge, type FakeStation } from '../fake-bridge.ts'
import { afternoon } from '../fixtures.ts'

const never = (): (() => void) => () => undefined

export type DeskPage = FakeBridge & {
  play: ReturnType<typeof vi.fn>
  say: ReturnType<typeof vi.fn>
  print: ReturnType<typeof vi.fn>
  passSilence: () => void
  /** Who takes scans in the desk's place, if anybody. */
  takesScans: () => ((code: string) => void) | null
}

/** What waits for silence, which comes when told. */
function createWaits() {
  let waiting: (() => void)[] = []
  return {
    schedule: (run: () => void) => {
      waiting.push(run)
      return () => {
        waiting = waiting.filter((each) => each !== run)
      }
    },
    pass: () => {
      const due = waiting
      waiting = []
      act(() => {
        for (const run of due) run()
      })
    },
  }
}

/** The whole window on a station in memory, once it has something to show. */
export async function showDesk(station: FakeStation & { silence?: boolean }): Promise<DeskPage> {
  const fake = createFakeBridge(station)
  const store = createDeskStore()
  const actions = createActions(fake.bridge, store)
  const play = vi.fn()
  const say = vi.fn()
  const print = vi.fn()
  const waits = createWaits()
  const desk: Desk = {
    store,
    actions,
    player: { play },
    speaker: { say },
    now: () => afternoon,
    schedule: station.silence === true ? waits.schedule : never,
    hid: null,
    print,
    language: 'ko',
  }
  followStation(fake.bridge, store, actions, never)
  await act(async () => {
    render(
      <StrictMode>
        <DeskProvider desk={desk}>
          <App />
        </DeskProvider>
      </StrictMode>,
    )
    await vi.waitUntil(() => store.getState().snapshot !== null || store.getState().startupProblem !== null)
  })
  return { ...fake, play, say, print, passSilence: waits.pass, takesScans: () => store.getState().takesScans }
}
