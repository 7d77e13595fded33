import { describe, expect, it, vi } from 'vitest'
import { createActions } from '../../../renderer/state/actions.ts'
import { createDeskStore, withSnapshot } from '../../../renderer/state/desk-store.ts'
import { followStation } from '../../../renderer/state/follow-station.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { accepted, desk, queue, refused, snapshot } from '../fixtures.ts'

function setUp(station = { snapshot: snapshot(), queue }) {
  const fake = createFakeBridge(station)
  const store = createDeskStore()
  const actions = createActions(fake.bridge, store)
  return { ...fake, store, actions }
}

const scanned = (calls: ReturnType<typeof setUp>['calls']): string[] =>
  calls.flatMap((call) => (call.method === 'scan' ? [call.input.code] : []))

describe('scans', () => {
  it('go out one at a time, in order, and none is dropped', async () => {
    const { actions, calls, holdScans, store } = setUp()
    const { release } = holdScans()
    const codes = Array.from({ length: 20 }, (_, at) => `SKU-${String(at)}`)
    for (const code of codes) actions.scan(code)
    await vi.waitUntil(() => calls.length > 0)
    expect(scanned(calls)).toEqual(['SKU-0'])
    release()
    await vi.waitUntil(() => calls.length === 20)
    expect(scanned(calls)).toEqual(codes)
    await vi.waitUntil(() => store.getState().snapshot?.lastScan?.id === 20)
  })

  it('and commands keep to the order in which they were given', async () => {
    const { actions, calls } = setUp()
    actions.scan('8801')
    actions.run('closeBox', {})
    actions.scan('651234001201')
    await vi.waitUntil(() => calls.length === 3)
    expect(calls.map((call) => call.method)).toEqual(['scan', 'closeBox', 'scan'])
  })

  it('that the station could not take are told, and do not hold up the next', async () => {
    const { actions, calls, failNext, store } = setUp()
    failNext('disk full')
    actions.scan('8801')
    actions.scan('8802')
    await vi.waitUntil(() => store.getState().snapshot?.lastScan?.code === '8802')
    expect(scanned(calls)).toEqual(['8801', '8802'])
    expect(store.getState().failure).toEqual({
      method: 'scan',
      code: '8801',
      why: 'internal',
      message: 'disk full',
    })
  })
})

describe('snapshots', () => {
  const shown = withSnapshot(createDeskStore().getState(), snapshot({ sequence: 5 }))

  it('replace an earlier one and never a later one', () => {
    expect(withSnapshot(shown, snapshot({ sequence: 4, queueCount: 1 })).snapshot?.queueCount).toBe(34)
    expect(withSnapshot(shown, snapshot({ sequence: 6, queueCount: 1 })).snapshot?.queueCount).toBe(1)
  })

  it('with a new answer close the dialog that would hide it', () => {
    const open = { ...shown, dialog: 'settings' as const }
    const answer = accepted(1, '8801', { kind: 'boxOpened', box: 1 })
    expect(withSnapshot(open, snapshot({ sequence: 6 })).dialog).toBe('settings')
    expect(withSnapshot(open, snapshot({ sequence: 6, lastScan: answer })).dialog).toBe(null)
  })

  it('that ask what becomes of unsealed goods open the question, but not again when the window opens later', () => {
    const lastScan = refused(1, null, { kind: 'unsealedGoods', boxes: [1] })
    const asked = snapshot({ sequence: 6, lastScan, desk: desk() })
    expect(withSnapshot(shown, asked).dialog).toBe('putDown')
    expect(withSnapshot(createDeskStore().getState(), asked).dialog).toBe(null)
  })
})

describe('following the station', () => {
  const at = (run: () => void): (() => void) => {
    queueMicrotask(run)
    return () => undefined
  }

  it('asks for the first snapshot until the station is ready', async () => {
    const { actions, bridge, failNext, store } = setUp()
    failNext('not yet')
    const stop = followStation(bridge, store, actions, at)
    await vi.waitUntil(() => store.getState().snapshot !== null)
    stop()
  })

  it('tells what keeps the station from starting', async () => {
    const startupProblem = { kind: 'databaseNewer', detail: 'version 9' } as const
    const fake = createFakeBridge({ snapshot: snapshot(), startupProblem })
    const store = createDeskStore()
    const stop = followStation(fake.bridge, store, createActions(fake.bridge, store), () => () => undefined)
    await vi.waitUntil(() => store.getState().startupProblem !== null)
    expect(store.getState()).toMatchObject({ startupProblem, snapshot: null })
    stop()
  })

  it('fetches the queue again when it may have changed, and only then', async () => {
    const { actions, bridge, calls, push, store } = setUp()
    const stop = followStation(bridge, store, actions, at)
    await vi.waitUntil(() => store.getState().queue !== null)
    push({ queueCount: 33 })
    push({ queueVersion: 2 })
    await vi.waitUntil(() => calls.length === 2)
    expect(calls.map((call) => call.method)).toEqual(['queue', 'queue'])
    stop()
  })

  it('fetches the unsent boxes while they are looked at', async () => {
    const { actions, bridge, push, store } = setUp()
    const stop = followStation(bridge, store, actions, at)
    await vi.waitUntil(() => store.getState().snapshot !== null)
    const unsent = vi.spyOn(bridge, 'unsent')
    push({ queueCount: 1 })
    expect(unsent).not.toHaveBeenCalled()
    actions.openDialog('unsent')
    push({ queueCount: 2 })
    await vi.waitUntil(() => unsent.mock.calls.length === 2)
    stop()
  })
})
