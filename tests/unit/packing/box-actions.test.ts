import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, newBoxEvent, refuse } from '../../../shared/domain/packing/decision.ts'
import { takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { holdOrder, putDown } from '../../../shared/domain/packing/order/decide-order.ts'
import { opened } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'
import { id, never, threeBoxes } from './boxes-on-paper.ts'

describe('closing', () => {
  it('is for a box with goods in it that is still open', () => {
    const desk = opened()
    expect(boxes.closeBox(desk.state)).toEqual(refuse({ kind: 'noBox' }))
    desk.do(boxes.nextBox)
    expect(boxes.closeBox(desk.state)).toEqual(refuse({ kind: 'emptyBox', box: 1 }))
    desk.scan('A')
    expect(boxes.closeBox(desk.state)).toEqual(
      accept({ kind: 'boxClosed', box: 1 }, { type: 'boxClosed', boxId: id(1) }),
    )
    desk.do(boxes.closeBox)
    expect(boxes.closeBox(desk.state)).toEqual(refuse({ kind: 'waybillFirst', box: 1 }))
  })
})

describe('the next box', () => {
  const opens = (number: number) => ({ type: 'boxOpened', boxId: id(number), number }) as const

  it('closes the one before, if that is open', () => {
    const desk = opened()
    expect(boxes.nextBox(desk.state)).toEqual(accept({ kind: 'boxOpened', box: 1 }, opens(1)))
    desk.scan('A')
    expect(boxes.nextBox(desk.state)).toEqual(
      accept({ kind: 'boxOpened', box: 2 }, { type: 'boxClosed', boxId: id(1) }, opens(2)),
    )
    desk.do(boxes.closeBox)
    expect(boxes.nextBox(desk.state)).toEqual(accept({ kind: 'boxOpened', box: 2 }, opens(2)))
  })

  it('comes after one that was closed and then emptied, but not after an open and empty one', () => {
    const desk = threeBoxes()
    expect(boxes.nextBox(desk.state)).toEqual(refuse({ kind: 'emptyBox', box: 3 }))
    const closed = opened()
    closed.scan('A')
    closed.do(boxes.closeBox)
    closed.do((packing) => boxes.takeOut(packing, id(1), '-001'))
    expect(boxes.nextBox(closed.state)).toEqual(accept({ kind: 'boxOpened', box: 2 }, opens(2)))
  })

  it('is none once all is sealed', () => {
    const desk = opened(order([section('s', [item('-001', 1, 'A')])]))
    desk.scan('A')
    desk.seal('1000000001')
    expect(boxes.nextBox(desk.state)).toEqual(refuse({ kind: 'nothingToDo' }))
  })

  it('has the number after the highest there is', () => {
    const { state } = threeBoxes()
    expect(newBoxEvent(state)).toEqual(opens(4))
    expect(newBoxEvent({ ...state, boxes: state.boxes.toReversed() })).toEqual(opens(4))
    expect(newBoxEvent({ ...state, boxes: [] })).toEqual(opens(1))
  })
})

describe('sealing all', () => {
  it('closes what is open and begins with the first box', () => {
    const desk = threeBoxes()
    expect(boxes.sealAll(desk.state)).toEqual(
      accept({ kind: 'boxesClosed', boxes: [1, 2] }, { type: 'boxSelected', boxId: id(1) }),
    )
    const one = opened()
    one.scan('A')
    expect(boxes.sealAll(one.state)).toEqual(
      accept({ kind: 'boxesClosed', boxes: [1] }, { type: 'boxClosed', boxId: id(1) }),
    )
    one.do(boxes.sealAll)
    expect(boxes.sealAll(one.state)).toEqual(refuse({ kind: 'waybillFirst', box: 1 }))
    expect(boxes.sealAll(opened().state)).toEqual(refuse({ kind: 'noBox' }))
  })
})

describe('selecting and emptying', () => {
  it('selects a box that can be changed', () => {
    const { state } = threeBoxes()
    expect(boxes.selectBox(state, id(1))).toEqual(
      accept({ kind: 'boxSelected', box: 1 }, { type: 'boxSelected', boxId: id(1) }),
    )
    expect(boxes.selectBox(state, id(9))).toEqual(refuse({ kind: 'noBox' }))
  })

  it('empties the box that is named, else the current one, and remembers how it was', () => {
    const desk = threeBoxes()
    const emptied = (number: number, itemNo: string, closed: boolean) =>
      accept(
        { kind: 'boxEmptied', box: number },
        {
          type: 'boxEmptied',
          boxId: id(number),
          sectionCode: 'os1',
          contents: [{ itemNo, qty: 1 }],
          closed,
          identities: [],
        },
      )
    expect(boxes.emptyBox(desk.state, id(1))).toEqual(emptied(1, '-001', true))
    expect(boxes.emptyBox(desk.state, null)).toEqual(refuse({ kind: 'emptyBox', box: 3 }))
    expect(boxes.emptyBox({ ...desk.state, currentBoxId: id(2) }, null)).toEqual(emptied(2, '-002', true))
    expect(boxes.emptyBox(desk.state, id(9))).toEqual(refuse({ kind: 'noBox' }))
    const open = opened()
    open.scan('A')
    expect(boxes.emptyBox(open.state, null)).toEqual(emptied(1, '-001', false))
  })
})

describe('going back', () => {
  it('takes one thing back, and says what it was', () => {
    const desk = opened()
    expect(boxes.undo(desk.state)).toEqual(refuse({ kind: 'nothingToUndo' }))
    desk.scan('A')
    expect(boxes.undo(desk.state)).toEqual(
      accept({ kind: 'undone', what: 'itemScanned' }, { type: 'undone', seq: 3 }),
    )
    desk.do(boxes.closeBox)
    expect(boxes.undo(desk.state)).toEqual(
      accept({ kind: 'undone', what: 'boxClosed' }, { type: 'undone', seq: 4 }),
    )
  })

  it('takes the rest back in one step, and what went along together with what brought it', () => {
    const rest = opened()
    rest.scan('A')
    rest.do(takeRest)
    expect(boxes.undo(rest.state)).toEqual(
      accept({ kind: 'undone', what: 'itemScanned' }, { type: 'undone', seq: 5 }, { type: 'undone', seq: 4 }),
    )
    const gift = opened(
      order([
        section('s', [
          item('-001', 1, 'A'),
          item('-002', 1, 'CARD', { gift: true }),
          item('-003', 1, 'LEAF', { gift: true }),
        ]),
      ]),
      { marks: ({ gift: exempt }) => ({ exempt, capture: null }) },
    )
    gift.scan('A')
    expect(boxes.undo(gift.state)).toMatchObject({
      events: [{ seq: 5 }, { seq: 4 }, { seq: 3 }],
      said: { kind: 'undone', what: 'itemScanned' },
    })
    gift.do(boxes.undo)
    expect(gift.state.boxes[0]?.contents).toEqual([])
  })

  it('takes back the rest that opened a box before the box', () => {
    const desk = opened()
    desk.do(takeRest)
    desk.do(boxes.undo)
    expect(desk.state.boxes.map(({ contents }) => contents)).toEqual([[]])
    desk.do(boxes.undo)
    expect(desk.state.boxes).toEqual([])
  })
})

describe('opening again', () => {
  it('brings the box back onto the desk, and its order with it', () => {
    const desk = opened(twoLines(1))
    desk.scan('A')
    desk.seal('1000000001')
    const reopened = { type: 'boxReopened', boxId: id(1) } as const
    const said = { kind: 'boxReopened', box: 1 } as const
    expect(boxes.reopenBox(desk.state, id(1), never)).toEqual(accept(said, reopened))
    desk.do((packing) => putDown(packing, false))
    expect(boxes.reopenBox(desk.state, id(1), never)).toEqual(
      accept(said, { type: 'orderResumed' }, reopened),
    )
    desk.do((packing) => holdOrder(packing, 'ask'))
    const taken = accept(said, { type: 'orderTakenBack' }, { type: 'orderResumed' }, reopened)
    expect(boxes.reopenBox(desk.state, id(1), never)).toEqual(taken)
    expect(boxes.reopenBox({ ...desk.state, held: null, handedTo: '2' }, id(1), never)).toEqual(taken)
    expect(boxes.reopenBox(desk.state, id(1), () => 'reported')).toEqual(
      refuse({ kind: 'reportedAlready', box: 1 }),
    )
  })
})

describe('what kind of box it is, and its weight', () => {
  const types = new Map([
    ['01', 'Small'],
    ['02', 'Large'],
  ])

  it('can be said again: what it was before comes back by going back', () => {
    const desk = opened()
    expect(boxes.typeBox(desk.state, '01', types)).toEqual(refuse({ kind: 'noBox' }))
    expect(boxes.weighBox(desk.state, 900)).toEqual(refuse({ kind: 'noBox' }))
    desk.scan('A')
    desk.do((packing) => boxes.typeBox(packing, '01', types))
    desk.do((packing) => boxes.weighBox(packing, 900))
    expect(boxes.typeBox(desk.state, '02', types)).toEqual(
      accept(
        { kind: 'boxTyped', box: 1, name: 'Large' },
        { type: 'boxTyped', boxId: id(1), typeCode: '02', before: '01' },
      ),
    )
    expect(boxes.weighBox(desk.state, 950)).toEqual(
      accept(
        { kind: 'boxWeighed', box: 1, grams: 950 },
        { type: 'boxWeighed', boxId: id(1), grams: 950, before: 900 },
      ),
    )
  })

  it('is one that this desk has, and an empty box weighs nothing', () => {
    const { state } = threeBoxes()
    expect(boxes.typeBox(state, '09', types)).toEqual(refuse({ kind: 'unknownBoxType', code: '09' }))
    expect(boxes.weighBox(state, 900)).toEqual(refuse({ kind: 'emptyBox', box: 3 }))
  })
})
