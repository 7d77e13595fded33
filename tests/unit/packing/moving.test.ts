import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { capturing, opened } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'
import { id, threeBoxes } from './boxes-on-paper.ts'

describe('taking out', () => {
  it('takes one unit of what the box has', () => {
    const desk = threeBoxes()
    expect(boxes.takeOut(desk.state, id(1), '-001')).toEqual(
      accept(
        { kind: 'itemTakenOut', name: 'Product A', box: 1 },
        { type: 'itemTakenOut', boxId: id(1), sectionCode: 'os1', itemNo: '-001', units: 1, identities: [] },
      ),
    )
    expect(boxes.takeOut(desk.state, id(1), '-002')).toEqual(refuse({ kind: 'nothingToDo' }))
    expect(boxes.takeOut(desk.state, id(3), '-001')).toEqual(refuse({ kind: 'nothingToDo' }))
    expect(boxes.takeOut(desk.state, id(9), '-001')).toEqual(refuse({ kind: 'noBox' }))
  })

  it('calls goods of a line that is gone by their number', () => {
    const { state } = threeBoxes()
    expect(boxes.takeOut({ ...state, lines: [] }, id(1), '-001')).toMatchObject({
      said: { name: '-001' },
      events: [{ identities: [] }],
    })
  })

  it('leaves numbers with units that have one: first goes what has none, then what was told last', () => {
    const desk = opened(twoLines(4), { marks: capturing('lot') })
    const told = (value: string, units: number, itemNo = '-001') =>
      desk.do(() =>
        accept(
          { kind: 'calledOff' },
          { type: 'itemIdentified', boxId: id(1), sectionCode: 's', itemNo, units, kind: 'lot', value },
        ),
      )
    for (const code of ['A', 'A', 'A', 'A', 'B']) desk.scan(code)
    told('L1', 2)
    told('L2', 1)
    told('LB', 1, '-002')
    const leaving = (units: number) => {
      const moving = boxes.moveItem(desk.state, { boxId: id(1), toBoxId: null, itemNo: '-001', units })
      const [, moved] = moving.ok ? moving.events : []
      return moved?.type === 'itemMoved' ? moved.identities.map((each) => [each.value, each.units]) : null
    }
    expect(leaving(1)).toEqual([])
    expect(leaving(2)).toEqual([['L2', 1]])
    expect(leaving(3)).toEqual([
      ['L2', 1],
      ['L1', 1],
    ])
    expect(leaving(4)).toEqual([
      ['L2', 1],
      ['L1', 2],
    ])
  })
})

describe('moving', () => {
  const move = (packing: Packing, changes: Partial<boxes.Move> = {}) =>
    boxes.moveItem(packing, { boxId: id(1), toBoxId: id(2), itemNo: '-001', units: 1, ...changes })

  it('goes from box to box, or into a new one', () => {
    const { state } = threeBoxes()
    const moved = (to: number): PackingEvent => ({
      type: 'itemMoved',
      boxId: id(1),
      toBoxId: id(to),
      sectionCode: 'os1',
      itemNo: '-001',
      units: 1,
      identities: [],
    })
    const said = (to: number) =>
      ({ kind: 'itemMoved', name: 'Product A', units: 1, from: 1, box: to }) as const
    expect(move(state)).toEqual(accept(said(2), moved(2)))
    expect(move(state, { toBoxId: id(3) })).toEqual(accept(said(3), moved(3)))
    expect(move(state, { toBoxId: null })).toEqual(
      accept(said(4), { type: 'boxOpened', boxId: id(4), number: 4 }, moved(4)),
    )
  })

  it('moves no more than there is, and nothing into the box it is in', () => {
    const { state } = threeBoxes()
    const nothing = refuse({ kind: 'nothingToDo' })
    expect(move(state, { units: 2 })).toEqual(nothing)
    expect(move(state, { itemNo: '-002' })).toEqual(nothing)
    expect(move(state, { toBoxId: id(1) })).toEqual(nothing)
    expect(move(state, { boxId: id(3), units: 0 })).toEqual(nothing)
    expect(move(state, { boxId: id(9) })).toEqual(refuse({ kind: 'noBox' }))
    expect(move(state, { toBoxId: id(9) })).toEqual(refuse({ kind: 'noBox' }))
  })

  it('keeps sections apart, and says which the goods are of', () => {
    const desk = opened(order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 1, 'B')])]))
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    const refused = { kind: 'otherSection', name: 'Product A', sectionNo: '1-s1', box: 2 } as const
    expect(move(desk.state)).toEqual(refuse(refused))
    expect(move({ ...desk.state, lines: [] })).toEqual(refuse({ ...refused, name: '-001', sectionNo: '' }))
  })
})
