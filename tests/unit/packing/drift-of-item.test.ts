import { describe, expect, it } from 'vitest'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { putDown, takeOverChanges } from '../../../shared/domain/packing/order/decide-order.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { aroundDesk } from './around-desk.ts'
import { opened, plainRules } from './desk-on-paper.ts'
import { item, order, section } from '../orders.ts'

/** Units of the one item in a section: under which number, how many. `told`: a box of this desk has become the section. */
type Part = { at: string; no: string; units: number; told?: true }

/** The order with the item's units in these sections; other goods lie beside them in s. */
const storeHas = (...parts: Part[]): Order => {
  const codes = [...new Set(['s', ...parts.map(({ at }) => at)])]
  return order(
    codes.map((code) => {
      const here = parts.filter(({ at }) => at === code)
      const items = here.map(({ no, units }) => item(no, units, 'A', { orderItemCode: 'a' }))
      const beside = code === 's' ? [item('-009', 9, 'B', { orderItemCode: 'b' })] : []
      return section(code, [...items, ...beside], here.some(({ told }) => told) ? { status: 'SHIPPING' } : {})
    }),
  )
}

type Desk = ReturnType<typeof opened>

const put = (desk: Desk, sectionCode: string, itemNo: string, units = 1) =>
  desk.do((packing) =>
    packGoods(packing, { sectionCode, itemNo }, { units, code: '', how: 'hand' }, plainRules),
  )

/** Puts one unit of a section into a box of its own and seals that. */
function box(desk: Desk, sectionCode: string, itemNo: string): void {
  put(desk, sectionCode, itemNo)
  desk.seal(String(1_000_000_001 + desk.state.boxes.length))
}

/** Units of the item by line once the desk goes on with what the store has now; nothing is left to take over then. */
function after(desk: Desk, now: Order): number[] {
  const facts = {
    ownSections: now.sections.filter(({ status }) => status === 'SHIPPING').map(({ code }) => code),
  }
  desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, now, facts)))
  expect(aroundDesk(desk.state, now, facts).drift).toBeNull()
  return desk.state.lines.filter(({ orderItemCode }) => orderItemCode === 'a').map(({ qty }) => qty)
}

describe('an item in several sections that the store has changed', () => {
  const s = (units: number, no = '-001'): Part => ({ at: 's', no, units })
  const t = (units: number, no = '-002'): Part => ({ at: 't', no, units })
  const told = (at: string, no = '-003'): Part => ({ at, no, units: 1, told: true })

  it.each(['-001', '-002'])('is told apart by its section, its number in the other being %s', (no) => {
    expect(after(opened(storeHas(s(2), t(3, no))), storeHas(s(1), t(5, no)))).toEqual([1, 5])
  })

  it('is told apart by its numbers, where one section has it twice', () => {
    expect(after(opened(storeHas(s(2), s(1, '-002'))), storeHas(s(1), s(3, '-002')))).toEqual([1, 3])
  })

  it('fills a line up from a section that is new, though the box that went is the other’s', () => {
    const desk = opened(storeHas(s(2), t(2)))
    box(desk, 't', '-002')
    expect(after(desk, storeHas(s(1), t(1), { at: 'u', no: '-003', units: 1 }))).toEqual([2, 1])
  })

  it('has each line keep what its own boxes took, though another of its units was cancelled', () => {
    const desk = opened(storeHas(s(3), t(3)))
    box(desk, 's', '-001')
    box(desk, 't', '-002')
    expect(after(desk, storeHas(s(2), t(1), told('u'), told('v')))).toEqual([3, 2])
  })

  it('leaves to a line no more of the others’ boxes for one of its own that the store has not heard of', () => {
    const desk = opened(storeHas(s(2), t(3)))
    box(desk, 's', '-001')
    box(desk, 't', '-002')
    expect(after(desk, storeHas(s(2), t(3), told('u')))).toEqual([2, 4])
  })

  it.each(['-001', '-002'])(
    'goes by the sealed boxes of a line’s own section, with number %s in the other',
    (no) => {
      const desk = opened(storeHas(s(3), t(3, no)))
      box(desk, 's', '-001')
      box(desk, 't', no)
      expect(after(desk, storeHas(s(1), t(2, no), told('u'), told('v')))).toEqual([2, 3])
    },
  )

  describe('gives a cancelled unit back to no line', () => {
    /** A unit of s was cancelled; one of t has gone out. */
    const now = storeHas(s(1), t(2), told('u'))

    it('for other goods in its boxes', () => {
      const desk = opened(storeHas(s(2), t(3)))
      box(desk, 's', '-009')
      box(desk, 't', '-002')
      expect(after(desk, now)).toEqual([1, 3])
    })

    it('for a box that is not sealed', () => {
      const desk = opened(storeHas(s(2), t(3)))
      box(desk, 't', '-002')
      put(desk, 's', '-001')
      expect(after(desk, now)).toEqual([1, 3])
    })

    it('for a box that was given up', () => {
      const desk = opened(storeHas(s(2), t(3)))
      box(desk, 's', '-001')
      box(desk, 't', '-002')
      const boxId = desk.state.boxes[0]?.id ?? ''
      desk.do((packing) => giveUp(packing, { type: 'boxVoided', boxId, reason: 'damaged' }))
      expect(after(desk, now)).toEqual([1, 3])
    })

    it('for a box of an earlier opening', () => {
      const desk = opened(storeHas(s(3), t(3)))
      box(desk, 's', '-001')
      desk.do((packing) => putDown(packing, false))
      desk.open(storeHas(s(2), t(3)))
      box(desk, 't', '-002')
      expect(after(desk, now)).toEqual([1, 3])
    })
  })
})
