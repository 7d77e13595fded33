import { describe, expect, it } from 'vitest'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { Facts } from '../../../shared/domain/packing/around.ts'
import { nextBox } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { possibleByHand, possibleNow, possibleWith } from '../../../shared/domain/packing/possible.ts'
import { aroundDesk } from './around-desk.ts'
import { opened } from './desk-on-paper.ts'
import { guideOrder, twoLines } from '../orders.ts'
import { id, invoice, filled, type Desk } from './doing.ts'

describe('what can be done now', () => {
  const now = (desk: Desk, changes: Partial<Facts> = {}, known: Order | null = guideOrder()) =>
    possibleNow(desk.state, aroundDesk(desk.state, known, changes))

  it('with an order just opened', () => {
    expect(now(opened())).toEqual({
      closeBox: { kind: 'noBox' },
      nextBox: null,
      sealAll: { kind: 'noBox' },
      emptyBox: { kind: 'noBox' },
      reopen: { kind: 'noBox' },
      printSlip: { kind: 'noBox' },
      takeRest: null,
      takeOut: { kind: 'nothingToDo' },
      countItem: { kind: 'scanItemFirst' },
      typeBox: { kind: 'noBox' },
      weighBox: { kind: 'noBox' },
      undo: { kind: 'nothingToUndo' },
      putDown: null,
      handOver: null,
      takeOverChanges: { kind: 'nothingToDo' },
      boxes: { reopen: null, printSlip: null },
    })
  })

  it('with a box sealed and another being filled', () => {
    const desk = opened(twoLines(9))
    desk.scan('A')
    desk.seal(invoice.invoiceNo)
    desk.scan('A')
    expect(now(desk, {}, twoLines(9))).toEqual({
      closeBox: null,
      nextBox: null,
      sealAll: null,
      emptyBox: null,
      reopen: null,
      printSlip: null,
      takeRest: null,
      takeOut: null,
      countItem: null,
      typeBox: null,
      weighBox: null,
      undo: null,
      putDown: { kind: 'unsealedGoods', boxes: [2] },
      handOver: { kind: 'goodsStayHere', boxes: [2] },
      takeOverChanges: { kind: 'nothingToDo' },
      boxes: { reopen: id(1), printSlip: id(2) },
    })
    expect(now(desk, { reported: () => 'reported' }, twoLines(9))).toMatchObject({
      reopen: { kind: 'reportedAlready', box: 1 },
      boxes: { reopen: null },
    })
    expect(now(desk, {}, twoLines(8)).takeOverChanges).toBeNull()
  })

  it('with one box', () => {
    const desk = filled()
    desk.do(nextBox)
    desk.scan('B')
    const withBox = (number: number, changes: Partial<Facts> = {}) => {
      const of = desk.state.boxes.find((each) => each.number === number)
      return of === undefined
        ? null
        : possibleWith(desk.state, aroundDesk(desk.state, guideOrder(), changes), of)
    }
    expect(withBox(1)).toEqual({
      select: null,
      empty: null,
      reopen: { kind: 'noBox' },
      printSlip: null,
      takeOut: null,
      moveTo: [id(2)],
    })
    desk.seal(invoice.invoiceNo)
    expect(withBox(2)).toEqual({
      select: { kind: 'alreadySealed', box: 2 },
      empty: { kind: 'alreadySealed', box: 2 },
      reopen: null,
      printSlip: null,
      takeOut: { kind: 'alreadySealed', box: 2 },
      moveTo: [],
    })
    expect(withBox(2, { reported: () => 'underWay' })?.reopen).toEqual({ kind: 'beingReported' })
  })

  it('with a line, by hand', () => {
    const desk = filled()
    const byHand = (index: number, changes: Partial<Facts> = {}) => {
      const line = desk.state.lines[index]
      return line === undefined
        ? null
        : possibleByHand(desk.state, aroundDesk(desk.state, guideOrder(), changes), line)
    }
    expect(byHand(0)).toBeNull()
    desk.scan('A')
    expect(byHand(0)).toMatchObject({ kind: 'tooMany' })
    expect(byHand(1)).toBeNull()
    expect(byHand(0, { mayPackUnscanned: false })).toEqual({ kind: 'leadOnly' })
  })
})
