import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import type { Around } from '../../../shared/domain/packing/around.ts'
import { decide } from '../../../shared/domain/packing/decide.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import {
  possibleByHand,
  possibleNow,
  possibleWith,
  type DeskDeed,
  type DeskPossible,
  type Verdict,
} from '../../../shared/domain/packing/possible.ts'
import { anyDesk, itemNos, ownDesk } from './any-desk.ts'

const runs = { numRuns: 800 }

/** What comes of actions: nothing against it where one of them goes ahead, else what each is refused with. */
function outcome(packing: Packing, around: Around, actions: readonly DeskAction[]): (string | null)[] {
  const decided = actions.map((action) => decide(packing, around, action))
  return decided.some(({ ok }) => ok) ? [null] : decided.map(({ said }) => said.kind)
}

/** The verdict is what comes of the deed, whatever more is said with it. */
function agrees(
  packing: Packing,
  around: Around,
  verdict: Verdict,
  actions: readonly DeskAction[],
  deed: string,
): void {
  const comes = outcome(packing, around, actions)
  if (verdict === null) expect(comes, deed).toEqual([null])
  else expect(comes, deed).toContain(verdict.kind)
}

const counts = Array.from({ length: 8 }, (_, index) => index + 2)

/** Every way to do a deed with this order. */
function waysTo(deed: DeskDeed, packing: Packing, can: DeskPossible): DeskAction[] {
  const ids = packing.boxes.map(({ id }) => id)
  switch (deed) {
    case 'closeBox':
    case 'nextBox':
    case 'sealAll':
    case 'takeRest':
    case 'undo':
    case 'takeOverChanges':
      return [{ do: deed }]
    case 'emptyBox':
      return [{ do: 'emptyBox', boxId: null }]
    case 'reopen':
      return packing.boxes
        .filter(({ state }) => state === 'sealed')
        .map(({ id }) => ({ do: 'reopenBox', boxId: id }))
    case 'takeOut':
      return ids.flatMap((boxId) => itemNos.map((itemNo) => ({ do: 'takeOut' as const, boxId, itemNo })))
    case 'countItem':
      return counts.map((units) => ({ do: 'countItem', units }))
    case 'typeBox':
      return [{ do: 'typeBox', code: '01' }]
    case 'weighBox':
      return [{ do: 'weighBox', grams: 500 }]
    case 'putDown':
      return [{ do: 'putDown', leaveGoods: false }]
    case 'handOver':
      return [{ do: 'handOver', desk: `${ownDesk}2`, note: '' }]
    case 'printSlip':
      expect(can.printSlip === null).toBe(can.boxes.printSlip !== null)
      return []
  }
}

const deeds: readonly DeskDeed[] = [
  ...(['closeBox', 'nextBox', 'sealAll', 'emptyBox', 'reopen', 'takeRest', 'takeOut', 'countItem'] as const),
  ...(['typeBox', 'weighBox', 'undo', 'putDown', 'handOver', 'takeOverChanges'] as const),
]

describe('what may be done now', () => {
  it('with the order is exactly what the desk accepts, and refused as it would refuse it', () => {
    fc.assert(
      fc.property(anyDesk, ({ packing, around }) => {
        const can = possibleNow(packing, around)
        for (const deed of deeds) {
          const ways = waysTo(deed, packing, can)
          // Taking out is armed before anything is named: only whether there is something is known then.
          if (deed === 'takeOut')
            expect(can.takeOut === null).toBe(outcome(packing, around, ways).includes(null))
          else if (ways.length > 0) agrees(packing, around, can[deed], ways, deed)
          else expect(can[deed], deed).not.toBeNull()
        }
        const { reopen } = can.boxes
        expect(can.reopen === null).toBe(reopen !== null)
        if (reopen !== null) expect(decide(packing, around, { do: 'reopenBox', boxId: reopen }).ok).toBe(true)
      }),
      runs,
    )
  })

  it('with a box is exactly what the desk accepts', () => {
    fc.assert(
      fc.property(anyDesk, ({ packing, around }) => {
        for (const box of packing.boxes) {
          const { id: boxId } = box
          const can = possibleWith(packing, around, box)
          agrees(packing, around, can.select, [{ do: 'selectBox', boxId }], 'select')
          agrees(packing, around, can.empty, [{ do: 'emptyBox', boxId }], 'empty')
          agrees(packing, around, can.reopen, [{ do: 'reopenBox', boxId }], 'reopen')
          for (const { itemNo } of box.contents) {
            agrees(packing, around, can.takeOut, [{ do: 'takeOut', boxId, itemNo }], 'takeOut')
            for (const to of packing.boxes) {
              const move = { do: 'moveItem', boxId, toBoxId: to.id, itemNo, units: 1 } as const
              expect(decide(packing, around, move).ok).toBe(can.moveTo.includes(to.id))
            }
            const intoNew = { do: 'moveItem', boxId, toBoxId: null, itemNo, units: 1 } as const
            agrees(packing, around, can.takeOut, [intoNew], 'move')
          }
        }
      }),
      runs,
    )
  })

  it('by hand with a line is exactly what the desk accepts', () => {
    fc.assert(
      fc.property(anyDesk, ({ packing, around }) => {
        for (const line of packing.lines) {
          const { sectionCode, itemNo } = line
          const verdict = possibleByHand(packing, around, line)
          agrees(packing, around, verdict, [{ do: 'packByHand', sectionCode, itemNo }], 'byHand')
        }
      }),
      runs,
    )
  })
})
