import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as decide from '../../shared/domain/packing/decide.ts'
import { scanItem } from '../../shared/domain/packing/decide-scan.ts'
import type { LoggedEvent } from '../../shared/domain/packing/events.ts'
import { evolve, replay } from '../../shared/domain/packing/evolve.ts'
import { nothingPacked, unitsDone, unitsLeft, type Packing } from '../../shared/domain/packing/packing.ts'
import { item, order, section } from './orders.ts'

const theOrder = order([
  section('s1', [item('-001', 3, 'A'), item('-002', 1, 'B')]),
  section('s2', [item('-003', 2, 'A'), item('-004', 2, 'C')]),
])

type Action =
  | { do: 'scan'; code: string }
  | { do: 'close' | 'next' | 'undo' | 'seal' | 'putDown' | 'open' }
  | { do: 'select' | 'empty'; box: number }

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('scan' as const), code: fc.constantFrom('A', 'B', 'C', 'X') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('close', 'next', 'undo', 'seal', 'putDown', 'open') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('select', 'empty'), box: fc.nat({ max: 5 }) }) },
)

function decisionFor(packing: Packing, act: Action, waybill: number): decide.Decision {
  const boxId = 'box' in act ? (packing.boxes[act.box]?.id ?? 'none') : 'none'
  switch (act.do) {
    case 'scan':
      return scanItem(packing, act.code, { book: null, knownProduct: null, orderNo: null })
    case 'close':
      return decide.closeBox(packing)
    case 'next':
      return decide.nextBox(packing)
    case 'undo':
      return decide.undo(packing)
    case 'seal':
      return decide.seal(packing, { courierIdx: 1, invoiceNo: String(waybill) })
    case 'putDown':
      return decide.putDown(packing, true)
    case 'open':
      return decide.openOrder(packing, theOrder, false)
    case 'select':
      return decide.selectBox(packing, boxId)
    case 'empty':
      return decide.emptyBox(packing, boxId)
  }
}

/** Runs the actions and gives every state on the way, with the log that led there. */
function play(actions: readonly Action[]) {
  const log: LoggedEvent[] = []
  let packing = nothingPacked(theOrder.orderNo)
  const states = [packing]
  const opening = decide.openOrder(packing, theOrder, true)
  for (const decision of [opening, ...actions]) {
    const decided = 'ok' in decision ? decision : decisionFor(packing, decision, 1_000_000_000 + log.length)
    if (!decided.ok) continue
    for (const event of decided.events) {
      const logged = { seq: log.length + 1, event }
      log.push(logged)
      packing = evolve(packing, logged)
    }
    states.push(packing)
  }
  return { log, states, packing }
}

const plays = fc.array(action, { maxLength: 60 }).map(play)
const runs = { numRuns: 2_000 }

describe('whatever a packer does', () => {
  it('no line ever holds more than was ordered, or less than nothing', () => {
    fc.assert(
      fc.property(plays, ({ states }) => {
        for (const state of states) {
          for (const line of state.lines) {
            expect(unitsLeft(state, line)).toBeGreaterThanOrEqual(0)
            expect(unitsDone(state, line)).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      runs,
    )
  })

  it('every box holds goods of one section only, and never none under a section', () => {
    fc.assert(
      fc.property(plays, ({ states }) => {
        for (const box of states.flatMap((state) => state.boxes)) {
          expect(box.contents.length > 0).toBe(box.sectionCode !== null)
          for (const { itemNo } of box.contents) {
            const home = theOrder.sections.find((candidate) => candidate.items.some((entry) => entry.itemNo === itemNo))
            expect(home?.code).toBe(box.sectionCode)
          }
        }
      }),
      runs,
    )
  })

  it('a sealed box stays exactly as it was sealed', () => {
    fc.assert(
      fc.property(plays, ({ states }) => {
        for (const [index, state] of states.entries()) {
          const later = states[index + 1]
          if (later === undefined) continue
          for (const box of state.boxes.filter(({ state: boxState }) => boxState === 'sealed')) {
            expect(later.boxes.find(({ id }) => id === box.id)).toEqual(box)
          }
        }
      }),
      runs,
    )
  })

  it('the log replays to the same state', () => {
    fc.assert(
      fc.property(plays, ({ log, packing }) => {
        expect(replay(nothingPacked(theOrder.orderNo), log)).toEqual(packing)
      }),
      runs,
    )
  })

  it('undo takes back exactly the last thing done', () => {
    fc.assert(
      fc.property(plays, action, ({ packing, log }, act) => {
        const decided = decisionFor(packing, act, 2_000_000_000)
        if (!decided.ok || decided.events.length !== 1) return
        const after = replay(packing, [{ seq: log.length + 1, event: decided.events[0] ?? { type: 'orderResumed' } }])
        if (after.undo.length !== packing.undo.length + 1) return
        const undone = decide.undo(after)
        if (!undone.ok) throw new Error('nothing to undo after an undoable event')
        expect(replay(after, undone.events.map((event) => ({ seq: log.length + 2, event })))).toEqual(packing)
      }),
      runs,
    )
  })
})
