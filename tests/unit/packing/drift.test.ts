import { describe, expect, it } from 'vitest'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { nextBox, takeOut } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { takeOverChanges } from '../../../shared/domain/packing/order/decide-order.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { aroundDesk } from './around-desk.ts'
import { opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section } from '../orders.ts'

const orderNo = guideOrder().orderNo

describe('an order that the store has changed', () => {
  /** One A of three is in box 1, which has become a section of the store's; B is as it was. */
  const before = order([section('s', [item('-001', 3, 'A'), item('-002', 2, 'B')])])
  const packed = () => {
    const desk = opened(before)
    desk.scan('A')
    return desk
  }
  const withUnits = (a: number, b: number, rest: Partial<Order> = {}) =>
    order(
      [
        section(
          's',
          [item('-001', a, 'A'), item('-002', b, 'B')].filter(({ qty }) => qty > 0),
        ),
      ],
      rest,
    )
  const drift = (now: Order, ownSections: readonly string[] | null = [], desk = packed()) =>
    aroundDesk(desk.state, now, { ownSections }).drift
  const after = (
    now: Order,
    ownSections: readonly string[] = [],
    desk: { readonly state: Packing } = packed(),
  ) => {
    const decided = takeOverChanges(desk.state, aroundDesk(desk.state, now, { ownSections }))
    const [event] = decided.ok ? decided.events : []
    return event?.type === 'orderUpdated' ? event.lines.map(({ itemNo, qty }) => [itemNo, qty]) : decided
  }

  it('is told of an order that has come to nothing', () => {
    expect(drift(order([]))).toEqual({
      lines: [
        { name: 'Product A', was: 3, now: 0 },
        { name: 'Product B', was: 2, now: 0 },
      ],
      receiver: null,
    })
  })

  it('is told line by line, by name', () => {
    expect(drift(before)).toBeNull()
    expect(drift(withUnits(1, 2))).toEqual({
      lines: [{ name: 'Product A', was: 3, now: 1 }],
      receiver: null,
    })
    const added = order([section('s', [item('-001', 3, 'A'), item('-003', 1, 'C')])])
    expect(drift(added)?.lines).toEqual([
      { name: 'Product B', was: 2, now: 0 },
      { name: 'Product C', was: 0, now: 1 },
    ])
  })

  it('is not changed by what this desk’s own boxes have become there', () => {
    const told = order([
      section('s', [item('-001', 2, 'A'), item('-002', 2, 'B')]),
      section('own', [item('-009', 1, 'A', { orderItemCode: 'line--001' })], { status: 'SHIPPING' }),
    ])
    expect(drift(told, ['own'])).toBeNull()
    expect(drift(told, [])?.lines).toEqual([{ name: 'Product A', was: 3, now: 2 }])
    const waiting = order([
      section('s', [item('-001', 2, 'A'), item('-002', 2, 'B')]),
      section('own', [item('-009', 1, 'A', { orderItemCode: 'line--001' })]),
    ])
    expect(drift(waiting, ['own'])).toBeNull()
  })

  describe('of an item that waits in two sections', () => {
    const halves = (s: number, t: number, more: Order['sections'] = []) =>
      order([
        section('s', [item('-001', s, 'A', { orderItemCode: 'a' })]),
        section('t', [item('-002', t, 'A', { orderItemCode: 'a' })]),
        ...more,
      ])
    const own = section('own', [item('-009', 1, 'A', { orderItemCode: 'a' })], { status: 'SHIPPING' })
    const elsewhere = section('u', [item('-007', 2, 'A', { orderItemCode: 'a' })])

    it('leaves what the desk’s own boxes became with the lines they are of', () => {
      const desk = opened(halves(2, 3))
      const inT = { sectionCode: 't', itemNo: '-002' }
      desk.do((packing) => packGoods(packing, inT, { units: 1, code: '', how: 'hand' }, plainRules))
      desk.seal('1000000001')
      const whole = order([
        section('s', [item('-001', 1, 'A', { orderItemCode: 'a' })]),
        section('t', [item('-002', 2, 'A', { orderItemCode: 'a' })]),
        own,
      ])
      desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, whole, { ownSections: ['own'] })))
      expect(desk.state.lines.map(({ qty }) => qty)).toEqual([1, 3])
    })

    it('leaves a section that became a box whole with its line', () => {
      const desk = opened(halves(2, 1))
      const now = order([
        section('s', [item('-001', 1, 'A', { orderItemCode: 'a' })]),
        section('t', [item('-002', 1, 'A', { orderItemCode: 'a' })], { status: 'SHIPPING' }),
      ])
      desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, now, { ownSections: ['t'] })))
      expect(desk.state.lines.map(({ qty }) => qty)).toEqual([1, 1])
    })

    it.each<[string, Order, number[]]>([
      ['the one that has more, or fewer', halves(3, 3), [3, 3]],
      ['each its own', halves(1, 5), [1, 5]],
      ['the one that the desk’s own box came out of', halves(1, 4, [own]), [2, 4]],
      ['the last, what waits in a third', halves(2, 3, [elsewhere]), [2, 5]],
    ])('takes over the change for %s, once', (_what, now, units) => {
      const desk = opened(halves(2, 3))
      desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, now, { ownSections: ['own'] })))
      expect(desk.state.lines.map(({ qty }) => qty)).toEqual(units)
      expect(aroundDesk(desk.state, now, { ownSections: ['own'] }).drift).toBeNull()
    })
  })

  it('is not known while a person sees to a box of it, or where the order is not kept any more', () => {
    expect(drift(withUnits(1, 2), null)).toBeNull()
    expect(aroundDesk(packed().state, null).drift).toBeNull()
    expect(aroundDesk(packed().state, null).stand).toEqual({ standing: 'ready' })
  })

  it('goes to another receiver, if a parcel for the old one would not arrive', () => {
    const { receiver } = before.sections[0] ?? section('s', [])
    const moved = receiver === null ? null : { ...receiver, address: '부산' }
    const toward = (to: typeof moved) =>
      order([section('s', [item('-001', 3, 'A'), item('-002', 2, 'B')], { receiver: to })])
    expect(drift(toward(moved))).toEqual({ lines: [], receiver: moved })
    expect(drift(toward(null))).toBeNull()
    const around = aroundDesk(packed().state, toward(moved))
    expect(takeOverChanges(packed().state, around)).toEqual(
      accept(
        { kind: 'orderUpdated', orderNo },
        { type: 'orderUpdated', receiver: moved, lines: packed().state.lines },
      ),
    )
  })

  it('goes to whom the sections on the desk go, else to whom the first goes', () => {
    const to = (name: string) => ({ name, phone: '', zipcode: '', address: '', memo: '', entranceCode: '' })
    const goesTo = (...sections: Parameters<typeof order>[0]) => drift(order(sections))?.receiver?.name
    const all = [item('-001', 3, 'A'), item('-002', 2, 'B')]
    expect(
      goesTo(section('r', [], { receiver: to('first') }), section('s', all, { receiver: to('own') })),
    ).toBe('own')
    expect(
      goesTo(section('r', all, { receiver: to('first') }), section('q', [], { receiver: to('last') })),
    ).toBe('first')
  })

  it('is taken over: lines keep their place, those that are gone go, and new ones come last', () => {
    expect(after(withUnits(2, 2))).toEqual([
      ['-001', 2],
      ['-002', 2],
    ])
    expect(after(withUnits(3, 0))).toEqual([['-001', 3]])
    const added = order([section('s', [item('-003', 1, 'C'), item('-001', 3, 'A')])])
    expect(after(added)).toEqual([
      ['-001', 3],
      ['-003', 1],
    ])
  })

  it('keeps a line that is gone while a box of this opening holds some of it', () => {
    const gone = withUnits(0, 2)
    expect(after(gone)).toEqual([
      ['-001', 0],
      ['-002', 2],
    ])
    const out = packed()
    out.do((packing) => takeOut(packing, packing.boxes[0]?.id ?? '', '-001'))
    expect(after(gone, [], out)).toEqual([['-002', 2]])
  })

  it('keeps no line that is gone for a box of an earlier opening, of another section or of other goods', () => {
    const otherGoods = order([section('s', [item('-003', 1, 'C')])])
    const desk = packed()
    desk.scan('B')
    desk.do(nextBox)
    const { state } = desk
    expect(after(otherGoods, [], desk)).toEqual([
      ['-001', 0],
      ['-002', 0],
      ['-003', 1],
    ])
    expect(after(otherGoods)).toEqual([
      ['-001', 0],
      ['-003', 1],
    ])
    expect(after(otherGoods, [], { state: { ...state, run: 2 } })).toEqual([['-003', 1]])
    const elsewhere = state.lines.map((line) => ({ ...line, sectionCode: 't' }))
    expect(after(otherGoods, [], { state: { ...state, lines: elsewhere } })).toEqual([['-003', 1]])
  })

  it('counts the units of one line together where two sections have some', () => {
    const twice = order([
      section('s1', [item('-001', 2, 'A', { orderItemCode: 'a' })]),
      section('s2', [item('-002', 3, 'A', { orderItemCode: 'a' })]),
    ])
    const desk = opened(twice)
    const now = order([
      section('s1', [item('-001', 2, 'A', { orderItemCode: 'a' })]),
      section('s2', [item('-002', 4, 'A', { orderItemCode: 'a' })]),
    ])
    expect(drift(now, [], desk)?.lines).toEqual([{ name: 'Product A', was: 5, now: 6 }])
    expect(drift(twice, [], desk)).toBeNull()
  })

  it('is nothing to take over where nothing has changed or nothing is known, and blocked where it is', () => {
    const { state } = packed()
    const nothing = refuse({ kind: 'nothingToDo' })
    expect(takeOverChanges(state, aroundDesk(state, before))).toEqual(nothing)
    expect(takeOverChanges(state, aroundDesk(state, withUnits(1, 2), { ownSections: null }))).toEqual(nothing)
    expect(takeOverChanges(state, aroundDesk(state, null))).toEqual(nothing)
    expect(takeOverChanges(state, aroundDesk(state, withUnits(1, 2, { payment: 'unpaid' })))).toEqual(
      refuse({ kind: 'standing', orderNo, standing: 'unpaid' }),
    )
  })
})
