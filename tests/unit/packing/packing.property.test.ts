import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { openOrder, putDown, holdOrder } from '../../../shared/domain/packing/order/decide-order.ts'
import { countItem, identify, scanItem, takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { seal } from '../../../shared/domain/packing/waybill/decide-seal.ts'
import type { Decision } from '../../../shared/domain/packing/decision.ts'
import type { LoggedEvent, PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { evolve, replay } from '../../../shared/domain/packing/log/evolve.ts'
import type { LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import {
  currentBox,
  lineToIdentify,
  nothingPacked,
  unitsDone,
  unitsIn,
  unitsLeft,
  unitsUnidentified,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { plainRules, unknown } from './desk-on-paper.ts'
import { item, order, section } from '../orders.ts'

/** B goes along by itself; each C has a serial number. */
const marks: LineMarks = ({ product }) => ({
  exempt: product.optionSku === 'B',
  capture: product.optionSku === 'C' ? 'serial' : null,
})
const rules = { ...plainRules, quantityFrom: 2 }
const opening = (settled: boolean) => ({ settled, takeBack: true, marks })

const theOrder = order([
  section('s1', [item('-001', 3, 'A'), item('-002', 1, 'B')]),
  section('s2', [item('-003', 2, 'A'), item('-004', 2, 'C')]),
])

type Action =
  | { do: 'scan'; code: string }
  | { do: 'close' | 'next' | 'undo' | 'seal' | 'putDown' | 'open' | 'sealAll' | 'rest' | 'hold' }
  | { do: 'select' | 'empty' | 'reopen'; box: number }
  | { do: 'count' | 'identify' | 'weigh' | 'type'; number: number }
  | { do: 'takeOut' | 'move'; box: number; itemNo: string; to: number }

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('scan' as const), code: fc.constantFrom('A', 'B', 'C', 'X') }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'close',
        'next',
        'undo',
        'undo',
        'seal',
        'putDown',
        'open',
        'sealAll',
        'rest',
        'hold',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('select', 'empty', 'reopen'), box: fc.nat({ max: 5 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('count', 'identify', 'identify', 'weigh', 'type'),
      number: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('takeOut', 'move'),
      box: fc.nat({ max: 5 }),
      itemNo: fc.constantFrom('-001', '-002', '-003', '-004'),
      to: fc.nat({ max: 5 }),
    }),
  },
)

function decisionFor(packing: Packing, act: Action, waybill: number): Decision {
  const boxId = 'box' in act ? (packing.boxes[act.box]?.id ?? 'none') : 'none'
  switch (act.do) {
    case 'scan':
      return scanItem(packing, act.code, unknown, rules)
    case 'close':
      return boxes.closeBox(packing)
    case 'next':
      return boxes.nextBox(packing)
    case 'sealAll':
      return boxes.sealAll(packing)
    case 'undo':
      return boxes.undo(packing)
    case 'seal':
      return seal(packing, { courierIdx: 1, invoiceNo: String(waybill) }, rules)
    case 'putDown':
      return putDown(packing, true)
    case 'hold':
      return holdOrder(packing, 'ask')
    case 'open':
      return openOrder(packing, theOrder, opening(false))
    case 'select':
      return boxes.selectBox(packing, boxId)
    case 'empty':
      return boxes.emptyBox(packing, boxId)
    case 'reopen':
      return boxes.reopenBox(packing, boxId, () => 'not')
    case 'rest':
      return takeRest(packing)
    case 'count':
      return countItem(packing, act.number, rules)
    case 'weigh':
      return boxes.weighBox(packing, act.number)
    case 'type':
      return boxes.typeBox(
        packing,
        String(act.number),
        new Map([
          ['1', 'small'],
          ['2', 'large'],
        ]),
      )
    case 'takeOut':
      return boxes.takeOut(packing, boxId, act.itemNo)
    case 'move': {
      const toBoxId = packing.boxes[act.to]?.id ?? null
      return boxes.moveItem(packing, { boxId, toBoxId, itemNo: act.itemNo, units: 1 })
    }
    case 'identify': {
      const box = currentBox(packing)
      const line = box === undefined ? undefined : lineToIdentify(packing, box)
      if (box === undefined || line === undefined) return { ok: false, said: { kind: 'nothingToDo' } }
      return identify(packing, line, `S${String(act.number)}`, unitsUnidentified(box, line))
    }
  }
}

/** Runs the actions and gives every state on the way, with the log that led there. */
function play(actions: readonly Action[]) {
  const log: LoggedEvent[] = []
  let packing = nothingPacked(theOrder.orderNo)
  const states = [packing]
  for (const decision of [openOrder(packing, theOrder, opening(true)), ...actions]) {
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

/** What a box holds, in no order: taken back goods may lie on top. */
const inAnyOrder = (packing: Packing) => ({
  ...packing,
  boxes: packing.boxes.map((box) => ({
    ...box,
    contents: box.contents.toSorted((a, b) => a.itemNo.localeCompare(b.itemNo)),
    identities: box.identities.toSorted((a, b) => a.value.localeCompare(b.value)),
  })),
})

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
            const home = theOrder.sections.find((candidate) =>
              candidate.items.some((entry) => entry.itemNo === itemNo),
            )
            expect(home?.code).toBe(box.sectionCode)
          }
        }
      }),
      runs,
    )
  })

  it('a box has no more serial numbers than units, none twice, and is never sealed without them', () => {
    fc.assert(
      fc.property(plays, ({ states }) => {
        for (const state of states) {
          const serials = state.boxes.flatMap((box) => box.identities.map(({ value }) => value))
          expect(new Set(serials).size).toBe(serials.length)
          for (const box of state.boxes) {
            const missing = state.lines.map((line) => unitsUnidentified(box, line))
            expect(Math.min(0, ...missing)).toBe(0)
            if (box.state === 'sealed') expect(Math.max(0, ...missing)).toBe(0)
            expect(box.identities.length).toBeLessThanOrEqual(unitsIn(box))
          }
        }
      }),
      runs,
    )
  })

  it('exempt goods are never left over once the rest of their section is in boxes by scan', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'C'), { maxLength: 12 }), (codes) => {
        const { packing } = play(codes.map((code) => ({ do: 'scan', code })))
        const left = (itemNo: string) =>
          packing.lines
            .filter((line) => line.itemNo === itemNo)
            .reduce((sum, line) => sum + unitsLeft(packing, line), 0)
        expect(left('-002')).toBe(left('-001') === 0 ? 0 : 1)
      }),
      { numRuns: 500 },
    )
  })

  it('a sealed box stays exactly as it was sealed, unless it is opened again', () => {
    fc.assert(
      fc.property(plays, ({ states }) => {
        for (const [index, state] of states.entries()) {
          const later = states[index + 1]
          if (later === undefined) continue
          for (const box of state.boxes.filter(({ state: boxState }) => boxState === 'sealed')) {
            const now = later.boxes.find(({ id }) => id === box.id)
            if (now?.state === 'open')
              expect({ ...now, state: 'sealed' }).toMatchObject({ contents: box.contents })
            else expect(now).toEqual(box)
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

  it('undo takes back exactly the last thing done, with what went along', () => {
    fc.assert(
      fc.property(plays, action, ({ packing, log }, act) => {
        const decided = decisionFor(packing, act, 2_000_000_000)
        if (!decided.ok || act.do === 'undo' || act.do === 'sealAll') return
        const numbered = (from: number, events: PackingEvent[]) =>
          events.map((event, index) => ({ seq: from + index + 1, event }))
        let after = replay(packing, numbered(log.length, decided.events))
        if (after.undo.length !== packing.undo.length + decided.events.length) return
        let seq = log.length + decided.events.length
        while (after.undo.length > packing.undo.length) {
          const undone = boxes.undo(after)
          if (!undone.ok) throw new Error('nothing to undo after an undoable event')
          after = replay(after, numbered(seq, undone.events))
          seq += undone.events.length
        }
        expect(inAnyOrder(after)).toEqual(inAnyOrder(packing))
      }),
      runs,
    )
  })
})
