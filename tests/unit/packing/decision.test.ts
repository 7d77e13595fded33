import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { goOn, refusalOf, refuse } from '../../../shared/domain/packing/decision.ts'
import { holdOrder, writeNote } from '../../../shared/domain/packing/order/decide-order.ts'
import { opened } from './desk-on-paper.ts'

describe('two decisions in one', () => {
  it('are done one after the other, and the second’s word is said', () => {
    const desk = opened()
    desk.scan('A')
    const both = goOn(desk.state, boxes.closeBox(desk.state), (packing) => holdOrder(packing, 'ask'))
    expect(both).toMatchObject({
      ok: true,
      said: { kind: 'orderHeld' },
      events: [{ type: 'boxClosed' }, { type: 'orderHeld' }],
    })
    const next = goOn(desk.state, boxes.closeBox(desk.state), boxes.closeBox)
    expect(next).toEqual(refuse({ kind: 'waybillFirst', box: 1 }))
  })

  it('are neither done where the first says no', () => {
    const no = refuse({ kind: 'noBox' })
    expect(goOn(opened().state, no, () => writeNote('never'))).toBe(no)
    expect([refusalOf(no), refusalOf(writeNote('x'))]).toEqual([{ kind: 'noBox' }, null])
  })

  it('can be gone back on by themselves', () => {
    const desk = opened()
    desk.scan('A')
    const both = goOn(desk.state, boxes.closeBox(desk.state), boxes.undo)
    expect(both).toMatchObject({ ok: true, said: { kind: 'undone', what: 'boxClosed' } })
  })
})
