import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SectionAssumptions } from '../../shared/domain/sections/assumptions.ts'
import { changeSection } from '../../shared/domain/sections/change-section.ts'
import {
  canActOnClaim,
  claimKinds,
  claimOutcome,
  possibleClaimType,
} from '../../shared/domain/sections/claims.ts'
import {
  formatItemNo,
  formatSectionNo,
  nextItemNo,
  nextSectionNo,
} from '../../shared/domain/sections/numbering.ts'
import { plainSections } from '../../shared/domain/sections/plain.ts'
import type { ItemQuantity, SectionShape } from '../../shared/domain/sections/shapes.ts'
import { splitItems } from '../../shared/domain/sections/split.ts'
import { splitSection } from '../../shared/domain/sections/split-section.ts'
import type { SectionStatus } from '../../shared/domain/sections/status.ts'
import { sectionStatuses } from '../../shared/domain/sections/status.ts'
import {
  canBecome,
  hasEnded,
  nextStatuses,
  shippingStatusFor,
  shippingTargets,
} from '../../shared/domain/sections/steps.ts'

const cases = { numRuns: 10_000 }
const orderNo = 202410104747676

interface Item extends ItemQuantity {
  /** Which line of the order a unit comes from; never changes, so units can be counted by it. */
  readonly line: number
}

type Section = SectionShape<Item>

const assumptions: fc.Arbitrary<SectionAssumptions> = fc.record({
  codeStaysWith: fc.constantFrom('rest', 'part'),
  splitItemNumbers: fc.constantFrom('next-when-divided', 'next-always', 'same'),
  approvedExchange: fc.constantFrom('prepared-again', 'complete'),
})

const orderOf = (quantities: readonly number[], status: SectionStatus = 'PRODUCT_PREPARATION'): Section => ({
  orderSectionNo: formatSectionNo(orderNo, 1),
  orderSectionCode: 'os1',
  orderSectionStatus: status,
  sectionItems: quantities.map((qty, i) => ({
    orderSectionItemNo: formatItemNo(orderNo, i + 1),
    qty,
    line: i,
  })),
})

const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })

/** One try at changing some section: which, to what, and how many of each item (0 leaves it out). */
const attempt = fc.record({
  section: fc.nat(8),
  to: fc.option(fc.constantFrom(...sectionStatuses), { nil: undefined }),
  isOnEdge: fc.boolean(),
  part: fc.option(fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), { nil: undefined }),
})

const unitsByLine = (sections: readonly Section[]): Map<number, number> => {
  const count = new Map<number, number>()
  for (const { sectionItems } of sections) {
    for (const { line, qty } of sectionItems) count.set(line, (count.get(line) ?? 0) + qty)
  }
  return count
}

const optionsFor = (assumed: SectionAssumptions) => {
  let codes = 1
  return plainSections<Item, Section>(
    orderNo,
    () => {
      codes += 1
      return `os${codes}`
    },
    assumed,
  )
}

const partOf = (section: Section, counts: readonly number[] | undefined): ItemQuantity[] | undefined =>
  counts?.flatMap((qty, i) => {
    const item = section.sectionItems[i]
    return item === undefined || qty === 0 ? [] : [{ orderSectionItemNo: item.orderSectionItemNo, qty }]
  })

/** Runs attempts on an order, telling each change that was allowed. */
const live = (
  start: Section,
  attempts: readonly {
    section: number
    to: SectionStatus | undefined
    isOnEdge: boolean
    part: number[] | undefined
  }[],
  assumed: SectionAssumptions,
  onChange: (before: readonly Section[], after: readonly Section[], changed: Section, from: Section) => void,
): void => {
  const options = optionsFor(assumed)
  let sections: readonly Section[] = [start]
  for (const { section: index, to: wild, isOnEdge, part } of attempts) {
    const from = sections[index % sections.length] ?? start
    const edges = nextStatuses(from.orderSectionStatus)
    const to = isOnEdge ? (edges[index % Math.max(1, edges.length)] ?? wild) : wild
    const change = { orderSectionCode: from.orderSectionCode, to, part: partOf(from, part) }
    const result = changeSection<Item, Section>(sections, change, options)
    if ('problem' in result) continue
    onChange(sections, result.sections, result.changed, from)
    sections = result.sections
  }
}

const lives = fc.tuple(quantities, fc.array(attempt, { minLength: 1, maxLength: 12 }), assumptions)

describe('whatever happens to the sections of an order', () => {
  test('no unit of an item is made or lost', () => {
    fc.assert(
      fc.property(lives, ([counts, attempts, assumed]) => {
        const start = orderOf(counts)
        live(start, attempts, assumed, (_before, after) => {
          expect(unitsByLine(after)).toEqual(unitsByLine([start]))
        })
      }),
      cases,
    )
  })

  test('no section goes empty, and none disappears', () => {
    fc.assert(
      fc.property(lives, ([counts, attempts, assumed]) => {
        live(orderOf(counts), attempts, assumed, (before, after) => {
          for (const { sectionItems } of after) {
            if (sectionItems.length === 0 || sectionItems.some((it) => it.qty < 1))
              throw new Error('an empty section')
          }
          const codes = after.map((s) => s.orderSectionCode)
          for (const { orderSectionCode } of before) {
            if (!codes.includes(orderSectionCode)) throw new Error(`${orderSectionCode} is gone`)
          }
        })
      }),
      cases,
    )
  })

  test('a status only moves along an allowed edge, and only where it was asked to', () => {
    fc.assert(
      fc.property(lives, ([counts, attempts, assumed]) => {
        live(orderOf(counts), attempts, assumed, (before, after, changed, from) => {
          const moved = changed.orderSectionStatus !== from.orderSectionStatus
          if (moved && !nextStatuses(from.orderSectionStatus).includes(changed.orderSectionStatus))
            throw new Error('no such edge')
          for (const section of after) {
            if (section === changed) continue
            const old = before.find((s) => s.orderSectionCode === section.orderSectionCode) ?? from
            if (section.orderSectionStatus !== old.orderSectionStatus)
              throw new Error('another section moved')
          }
        })
      }),
      cases,
    )
  })

  test('codes and labels stay unique, and so do item numbers unless they are assumed to stay the same', () => {
    fc.assert(
      fc.property(lives, ([counts, attempts, assumed]) => {
        live(orderOf(counts), attempts, assumed, (_before, after) => {
          const codes = after.map((s) => s.orderSectionCode)
          const labels = after.map((s) => s.orderSectionNo)
          const numbers = after.flatMap((s) => s.sectionItems.map((it) => it.orderSectionItemNo))
          if (new Set(codes).size !== codes.length || new Set(labels).size !== labels.length)
            throw new Error('twice')
          const areUnique = new Set(numbers).size === numbers.length
          if (assumed.splitItemNumbers !== 'same' && !areUnique) throw new Error('an item number twice')
        })
      }),
      cases,
    )
  })

  test('a section that has ended never changes again', () => {
    fc.assert(
      fc.property(lives, ([counts, attempts, assumed]) => {
        live(orderOf(counts), attempts, assumed, (_before, _after, changed, from) => {
          if (hasEnded(from.orderSectionStatus) && changed.orderSectionStatus !== from.orderSectionStatus) {
            throw new Error('an ended section moved')
          }
        })
      }),
      cases,
    )
  })
})

describe('splitting', () => {
  test('both sides together are the section, for any quantities asked for', () => {
    fc.assert(
      fc.property(quantities, fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), (counts, wanted) => {
        const section = orderOf(counts)
        const asked = partOf(section, wanted) ?? []
        const sides = splitItems<Item>(section, asked, (item, qty) => ({ ...item, qty }))
        const isTooMuch = wanted.some((qty, i) => qty > (counts[i] ?? 9))
        if ('problem' in sides) {
          expect(sides.problem === 'too-many' ? isTooMuch : asked.length === 0).toBe(true)
          return
        }
        const { part, rest } = sides
        const both = [part, rest].map((sectionItems) => ({ ...section, sectionItems }))
        expect(unitsByLine(both)).toEqual(unitsByLine([section]))
        expect(part.map(({ line, qty }) => [line, qty])).toEqual(
          wanted.flatMap((qty, i) => (qty === 0 || i >= counts.length ? [] : [[i, qty]])),
        )
      }),
      cases,
    )
  })

  test('is new exactly when something is left', () => {
    fc.assert(
      fc.property(
        quantities,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        assumptions,
        (counts, wanted, assumed) => {
          const section = orderOf(counts)
          const options = { ...optionsFor(assumed), siblings: [section] }
          const split = splitSection<Item, Section>(section, partOf(section, wanted) ?? [], options)
          if ('problem' in split) return
          const isWhole = counts.every((qty, i) => wanted[i] === qty)
          expect(split.isNewSection).toBe(!isWhole)
          const keeper = assumed.codeStaysWith === 'rest' ? (split.rest ?? split.part) : split.part
          expect(keeper.orderSectionCode).toBe('os1')
        },
      ),
      cases,
    )
  })
})

describe('numbering', () => {
  test('never gives out a number twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 30 }), (used) => {
        const labels = used.map((n) => formatSectionNo(orderNo, n))
        const numbers = used.map((n) => formatItemNo(orderNo, n))
        expect(labels).not.toContain(nextSectionNo(orderNo, labels))
        expect(numbers).not.toContain(nextItemNo(orderNo, numbers))
      }),
      cases,
    )
  })

  test('reads as the order system writes it', () => {
    expect(formatSectionNo(orderNo, 1)).toBe('202410104747676-S1')
    expect(formatItemNo(orderNo, 1)).toBe('202410104747676-001')
    expect(nextItemNo(orderNo, ['202410104747676-001', '202410104747676-009'])).toBe('202410104747676-010')
  })
})

describe('statuses', () => {
  test('every claim action leads along an allowed edge', () => {
    const assumed = fc.sample(assumptions, 20)
    for (const kind of claimKinds) {
      for (const action of ['request', 'reject', 'approve'] as const) {
        for (const status of sectionStatuses.filter((s) => canActOnClaim(kind, action, s))) {
          for (const a of assumed) expect(canBecome(status, claimOutcome(kind, action, a))).toBe(true)
        }
      }
    }
  })

  test('every shipping step leads along an allowed edge', () => {
    const path: SectionStatus[] = ['PRODUCT_PREPARATION', 'EXCHANGE_PRODUCT_PREPARATION']
    for (let status of path) {
      for (const target of shippingTargets) {
        const next = shippingStatusFor(status, target)
        expect(canBecome(status, next)).toBe(true)
        status = next
      }
    }
  })

  test('before sending a customer can cancel, afterwards return', () => {
    expect(possibleClaimType('SHIPPING_READY')).toBe('cancel')
    expect(possibleClaimType('SHIPPING')).toBe('return')
    expect(possibleClaimType('PURCHASE_CONFIRMATION')).toBeUndefined()
  })
})
