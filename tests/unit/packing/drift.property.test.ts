import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { takeOverChanges } from '../../../shared/domain/packing/order/decide-order.ts'
import { aroundDesk } from './around-desk.ts'
import { opened, plainRules } from './desk-on-paper.ts'
import { item, order, section } from '../orders.ts'

const codes = ['s', 't', 'u'] as const
const kinds = ['a', 'b'] as const

/** Units of both items, section by section; own boxes have become sections of their own. */
type Units = Record<(typeof kinds)[number], number>
const units: fc.Arbitrary<Units> = fc.record({ a: fc.nat({ max: 4 }), b: fc.nat({ max: 4 }) })

/** Items keep their number in each section, or have one of their own there. */
const itemsOf = (code: string, held: Units, sameNumbers: boolean) =>
  kinds
    .filter((kind) => held[kind] > 0)
    .map((kind) => item(sameNumbers ? kind : `${code}-${kind}`, held[kind], kind, { orderItemCode: kind }))

function storeHas(waiting: readonly Units[], own: readonly Units[], sameNumbers: boolean): Order {
  return order([
    ...codes.map((code, index) =>
      section(code, itemsOf(code, waiting[index] ?? { a: 0, b: 0 }, sameNumbers)),
    ),
    ...own.map((held, index) =>
      section(`own-${String(index)}`, itemsOf(`own-${String(index)}`, held, sameNumbers), {
        status: 'SHIPPING',
      }),
    ),
  ])
}

const changes = fc.record({
  before: fc.array(units, { minLength: 2, maxLength: 2 }),
  sealed: fc.array(fc.record({ code: fc.constantFrom('s', 't'), kind: fc.constantFrom(...kinds) }), {
    maxLength: 4,
  }),
  waiting: fc.array(units, { minLength: 3, maxLength: 3 }),
  own: fc.array(units, { maxLength: 2 }),
  sameNumbers: fc.boolean(),
})

describe('a change at the store that the desk goes on with', () => {
  it('is taken over once: every unit has a line, its own section’s where that has one', () => {
    fc.assert(
      fc.property(changes, ({ before, sealed, waiting, own, sameNumbers }) => {
        const desk = opened(storeHas(before, [], sameNumbers))
        for (const [index, { code, kind }] of sealed.entries()) {
          const place = { sectionCode: code, itemNo: sameNumbers ? kind : `${code}-${kind}` }
          const goods = { units: 1, code: '', how: 'hand' } as const
          desk.do((packing) => packGoods(packing, place, goods, plainRules))
          desk.seal(String(1_000_000_001 + index))
        }
        const known = desk.state.lines.map(({ orderItemCode }) => orderItemCode)
        const now = storeHas(
          waiting,
          // A box can only have become what the desk has lines of.
          own.map(({ a, b }) => ({ a: known.includes('a') ? a : 0, b: known.includes('b') ? b : 0 })),
          sameNumbers,
        )
        const facts = { ownSections: own.map((_, index) => `own-${String(index)}`) }
        const { ok } = takeOverChanges(desk.state, aroundDesk(desk.state, now, facts))
        desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, now, facts)))
        // Where nothing waits any more, or there is as much as before, the desk has nothing to go on with.
        fc.pre(ok)
        expect(aroundDesk(desk.state, now, facts).drift).toBeNull()
        for (const { sectionCode, itemNo, qty } of desk.state.lines) {
          const there = now.sections.find(({ code }) => code === sectionCode)
          const waits = there?.items.find((each) => each.itemNo === itemNo)?.qty ?? 0
          expect(qty).toBeGreaterThanOrEqual(waits)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
