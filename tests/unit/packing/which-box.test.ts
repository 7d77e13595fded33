import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import {
  boxesToTakeFrom,
  boxNumbered,
  boxToPrint,
  boxToReopen,
  currentUnsealed,
  reopenableById,
  targetsOf,
  unsealedById,
  withSlip,
  type Reported,
} from '../../../shared/domain/packing/boxes/which-box.ts'
import { found, refuse } from '../../../shared/domain/packing/decision.ts'
import { isUnsealed, type Packing } from '../../../shared/domain/packing/packing.ts'
import { opened } from './desk-on-paper.ts'
import { id, never, threeBoxes, sealedBoxes, box, numbers } from './boxes-on-paper.ts'

describe('which box is meant', () => {
  it('the current one, while it can be changed', () => {
    const desk = opened()
    expect(currentUnsealed(desk.state)).toEqual(refuse({ kind: 'noBox' }))
    desk.scan('A')
    expect(currentUnsealed(desk.state)).toEqual(found(box(desk.state, 1)))
    desk.do(boxes.closeBox)
    expect(currentUnsealed(desk.state)).toEqual(found(box(desk.state, 1)))
  })

  it('one by its number, of whichever opening', () => {
    const { state } = sealedBoxes()
    expect(numbers([1, 2, 3].map((number) => box(state, number)))).toEqual([1, 2, 3])
    expect(boxNumbered(state, 4)).toEqual(refuse({ kind: 'noBox' }))
    expect(boxNumbered({ ...state, run: 9 }, 1).ok).toBe(true)
  })

  it('one of this opening, while it can be changed', () => {
    const { state } = sealedBoxes()
    expect(unsealedById(state, id(1))).toEqual(refuse({ kind: 'alreadySealed', box: 1 }))
    expect(unsealedById(state, id(2))).toEqual(refuse({ kind: 'givenUpBox', box: 2 }))
    expect(unsealedById(state, id(3))).toEqual(found(box(state, 3)))
    expect(unsealedById(state, id(4))).toEqual(refuse({ kind: 'noBox' }))
    expect(unsealedById({ ...state, run: 9 }, id(3))).toEqual(refuse({ kind: 'noBox' }))
    expect(state.boxes.map(isUnsealed)).toEqual([false, false, true])
  })

  it('one to open again: sealed, and the store cannot have heard of it', () => {
    const { state } = sealedBoxes()
    const reopen = (number: number, reported: Reported = 'not', packing = state) =>
      reopenableById(packing, id(number), () => reported)
    expect(reopen(1)).toEqual(found(box(state, 1)))
    expect(reopen(1, 'underWay')).toEqual(refuse({ kind: 'beingReported' }))
    expect(reopen(1, 'reported')).toEqual(refuse({ kind: 'reportedAlready', box: 1 }))
    expect(reopen(2)).toEqual(refuse({ kind: 'givenUpBox', box: 2 }))
    expect(reopen(3)).toEqual(refuse({ kind: 'noBox' }))
    expect(reopen(4)).toEqual(refuse({ kind: 'noBox' }))
    expect(reopen(1, 'not', { ...state, run: 9 })).toEqual(refuse({ kind: 'noBox' }))
  })

  it('the last sealed of those that can be opened again, where none is named', () => {
    const desk = opened()
    for (const [code, number] of [
      ['A', '1000000001'],
      ['B', '1000000002'],
      ['B', '1000000003'],
    ] as const) {
      desk.scan(code)
      desk.seal(number)
    }
    const reopened = (reported: (boxId: string) => Reported, packing = desk.state) =>
      boxToReopen(packing, reported)
    expect(reopened(never)).toEqual(found(box(desk.state, 3)))
    expect(reopened((boxId) => (boxId === id(3) ? 'reported' : 'not'))).toEqual(found(box(desk.state, 2)))
    expect(reopened(() => 'reported')).toEqual(refuse({ kind: 'reportedAlready', box: 3 }))
    expect(reopened(never, { ...desk.state, run: 9 })).toEqual(refuse({ kind: 'noBox' }))
    expect(reopened(never, opened().state)).toEqual(refuse({ kind: 'noBox' }))
    expect(boxToReopen(sealedBoxes().state, never)).toMatchObject({ it: { number: 1 } })
  })

  it('one to print a slip of: the current one, else the last that has something in it', () => {
    const { state } = threeBoxes()
    expect(withSlip(box(state, 1))).toEqual(found(box(state, 1)))
    expect(withSlip(box(state, 3))).toEqual(refuse({ kind: 'emptyBox', box: 3 }))
    expect(withSlip(box(sealedBoxes().state, 2))).toEqual(refuse({ kind: 'givenUpBox', box: 2 }))
    expect(boxToPrint(state)).toEqual(found(box(state, 2)))
    expect(boxToPrint({ ...state, currentBoxId: id(1) })).toEqual(found(box(state, 1)))
    expect(boxToPrint({ ...state, currentBoxId: null })).toEqual(found(box(state, 2)))
    expect(boxToPrint(opened().state)).toEqual(refuse({ kind: 'noBox' }))
  })

  it('those that goods can be taken out of, or moved into', () => {
    const desk = threeBoxes()
    expect(boxesToTakeFrom(desk.state)).toMatchObject({ it: [{ number: 1 }, { number: 2 }] })
    expect(boxesToTakeFrom(opened().state)).toEqual(refuse({ kind: 'nothingToDo' }))
    const from = currentUnsealed({ ...desk.state, currentBoxId: id(1) })
    const targets = (packing: Packing) => (from.ok ? numbers(targetsOf(packing, from.it)) : [])
    expect(targets(desk.state)).toEqual([2, 3])
    const other = (packing: Packing): Packing => ({
      ...packing,
      boxes: packing.boxes.map((each) => (each.number === 2 ? { ...each, sectionCode: 't' } : each)),
    })
    expect(targets(other(desk.state))).toEqual([3])
    expect(targets({ ...desk.state, run: 9 })).toEqual([])
    desk.do((packing) => boxes.selectBox(packing, id(2)))
    desk.seal('1000000001')
    expect(targets(desk.state)).toEqual([3])
  })
})
