import { describe, expect, it } from 'vitest'
import {
  defaultSectionAssumptions,
  type SectionAssumptions,
} from '../../../shared/domain/sections/assumptions.ts'
import { changeSection } from '../../../shared/domain/sections/change-section.ts'
import {
  formatItemNo,
  formatSectionNo,
  nextItemNo,
  nextSectionNo,
} from '../../../shared/domain/sections/numbering.ts'
import { plainSections } from '../../../shared/domain/sections/plain.ts'
import type { SectionShape } from '../../../shared/domain/sections/shapes.ts'
import { splitSection } from '../../../shared/domain/sections/split-section.ts'
import { dividesAnItem, isWholeSection, splitItems } from '../../../shared/domain/sections/split.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'

const item = (no: string, qty: number) => ({ orderSectionItemNo: no, qty })

const section = (
  n: number,
  items = [item('9-001', 2), item('9-002', 4)],
  status: SectionStatus = 'PRODUCT_PREPARATION',
) => ({
  orderSectionNo: `9-S${String(n)}`,
  orderSectionCode: `os${String(n)}`,
  orderSectionStatus: status,
  sectionItems: items,
})

const options = (assumptions: Partial<SectionAssumptions> = {}) =>
  plainSections(9, () => 'new', { ...defaultSectionAssumptions, ...assumptions })

const withQuantity = (each: { orderSectionItemNo: string; qty: number }, qty: number) => ({ ...each, qty })

describe('dividing a list of items', () => {
  it.each([
    ['nothing', [], { problem: 'nothing-asked' }],
    ['an item it has not', [item('9-003', 1)], { problem: 'unknown-item', orderSectionItemNo: '9-003' }],
    ['none of an item', [item('9-001', 0)], { problem: 'bad-quantity', orderSectionItemNo: '9-001' }],
    ['half of an item', [item('9-001', 1.5)], { problem: 'bad-quantity', orderSectionItemNo: '9-001' }],
    ['more than there is', [item('9-001', 3)], { problem: 'too-many', orderSectionItemNo: '9-001' }],
    [
      'more than there is, little by little',
      [item('9-001', 1), item('9-001', 2)],
      { problem: 'too-many', orderSectionItemNo: '9-001' },
    ],
  ])('asked for %s', (_what, asked, problem) => {
    expect(splitItems(section(1), asked, withQuantity)).toEqual(problem)
  })

  it('gives each side what it has, in the section’s order, and says what is on both', () => {
    expect(
      splitItems(section(1), [item('9-002', 1), item('9-001', 2), item('9-002', 1)], withQuantity),
    ).toEqual({
      part: [item('9-001', 2), item('9-002', 2)],
      rest: [item('9-002', 2)],
      divided: ['9-002'],
    })
  })

  it('tells a store which side it makes', () => {
    const sides: string[] = []
    splitItems(section(1), [item('9-002', 1)], (each, qty, side) => {
      sides.push(`${each.orderSectionItemNo} ${String(qty)} ${side}`)
      return each
    })
    expect(sides.sort()).toEqual(['9-002 1 part', '9-002 3 rest'])
  })
})

it.each([
  ['all there is', [item('9-001', 2), item('9-002', 3), item('9-002', 1)], true, false],
  ['whole items', [item('9-001', 2)], false, false],
  ['part of an item', [item('9-001', 2), item('9-002', 3)], false, true],
  ['part of two', [item('9-001', 1), item('9-002', 3)], false, true],
  ['nothing', [], false, false],
  ['too much', [item('9-001', 3)], false, false],
])('asked for %s', (_what, asked, whole, divides) => {
  expect([isWholeSection(section(1), asked), dividesAnItem(section(1), asked)]).toEqual([whole, divides])
})

describe('dividing a section', () => {
  const split = (
    asked: { orderSectionItemNo: string; qty: number }[],
    assumptions: Partial<SectionAssumptions> = {},
  ) =>
    splitSection(section(1), asked, {
      ...options(assumptions),
      siblings: [section(1), section(2, [item('9-007', 1)])],
    })

  it('asked for whole it stays as it is', () => {
    const whole = [item('9-001', 2), item('9-002', 4)]
    expect(split(whole)).toEqual({ isNewSection: false, part: section(1), rest: undefined })
  })

  it('says what is wrong with what is asked for', () => {
    expect(split([])).toEqual({ problem: 'nothing-asked' })
  })

  const old = { orderSectionCode: 'os1', orderSectionNo: '9-S1' }
  const made = { orderSectionCode: 'new', orderSectionNo: '9-S3' }
  const asked = [item('9-001', 2), item('9-002', 1)]

  it('the rest keeps code, label and numbers; in the part a divided item gets the next number', () => {
    expect(split(asked)).toMatchObject({
      isNewSection: true,
      part: { ...made, sectionItems: [item('9-001', 2), item('9-008', 1)] },
      rest: { ...old, sectionItems: [item('9-002', 3)] },
    })
  })

  it('or the part keeps them, and the rest is new', () => {
    expect(split(asked, { codeStaysWith: 'part' })).toMatchObject({
      isNewSection: true,
      part: { ...old, sectionItems: asked },
      rest: { ...made, sectionItems: [item('9-008', 3)] },
    })
  })

  it.each([
    ['next-always', [item('9-008', 2), item('9-009', 1)]],
    ['same', asked],
  ] as const)('numbers in the part, where they are assumed "%s"', (splitItemNumbers, sectionItems) => {
    expect(split(asked, { splitItemNumbers })).toMatchObject({ part: { sectionItems } })
  })
})

describe('changing a section', () => {
  const sections: readonly SectionShape[] = [section(1), section(2, [item('9-007', 1)], 'SHIPPING_READY')]
  const change = (
    asked: Parameters<typeof changeSection>[1],
    assumptions: Partial<SectionAssumptions> = {},
  ) =>
    changeSection(
      sections,
      asked,
      plainSections(9, () => 'new', { ...defaultSectionAssumptions, ...assumptions }),
    )

  it.each([
    ['a section there is not', { orderSectionCode: 'os3', to: undefined }, { problem: 'unknown-section' }],
    [
      'a way the map does not have',
      { orderSectionCode: 'os1', to: 'SHIPPING' as const },
      { problem: 'not-allowed' },
    ],
    [
      'too much of it',
      { orderSectionCode: 'os1', to: undefined, part: [item('9-001', 3)] },
      { problem: 'too-many', orderSectionItemNo: '9-001' },
    ],
  ])('%s: nothing is done', (_what, asked, problem) => {
    expect(change(asked)).toEqual(problem)
  })

  it('whole: it moves where it stands, the others stay', () => {
    const moved = { ...section(1), orderSectionStatus: 'SHIPPING_READY' }
    expect(change({ orderSectionCode: 'os1', to: 'SHIPPING_READY' })).toEqual({
      sections: [moved, sections[1]],
      changed: moved,
      created: undefined,
      isNewSection: false,
    })
  })

  const part = [item('9-001', 2)]

  it('in part: the part moves and comes last, the rest stays as it was', () => {
    const changed = {
      ...section(3, part, 'SHIPPING_READY'),
      orderSectionCode: 'new',
    }
    const rest = section(1, [item('9-002', 4)])
    expect(change({ orderSectionCode: 'os1', to: 'SHIPPING_READY', part })).toEqual({
      sections: [rest, sections[1], changed],
      changed,
      created: changed,
      isNewSection: true,
    })
  })

  it('in part, where the part keeps the code: what is left is the new one', () => {
    const changed = section(1, part, 'SHIPPING_READY')
    const created = { ...section(3, [item('9-002', 4)]), orderSectionCode: 'new' }
    expect(
      change({ orderSectionCode: 'os1', to: 'SHIPPING_READY', part }, { codeStaysWith: 'part' }),
    ).toEqual({
      sections: [changed, sections[1], created],
      changed,
      created,
      isNewSection: true,
    })
  })

  it('to nothing else: it is divided only, and both sides keep their status', () => {
    expect(change({ orderSectionCode: 'os2', to: undefined })).toEqual({
      sections,
      changed: sections[1],
      created: undefined,
      isNewSection: false,
    })
    expect(change({ orderSectionCode: 'os1', to: undefined, part })).toMatchObject({
      changed: { orderSectionStatus: 'PRODUCT_PREPARATION' },
    })
  })
})

describe('numbers', () => {
  it('read as the order system writes them', () => {
    expect([formatSectionNo(9, 1), formatItemNo(9, 1), formatItemNo(9, 1234)]).toEqual([
      '9-S1',
      '9-001',
      '9-1234',
    ])
  })

  it('follow the highest that was used', () => {
    expect(nextSectionNo(9, ['9-S2', '9-S11', '9-S3'])).toBe('9-S12')
    expect(nextItemNo(9, ['9-002', '9-011', '9-003'])).toBe('9-012')
  })

  it.each([
    [[]],
    [['9']],
    [['9-Sx']],
    [['9-S']],
    [['9-S0']],
    [['9-S-4']],
    [['9-S1.5']],
    [['9-S99999999999999999999']],
  ])('begin at one where none was: %j', (used) => {
    expect(nextSectionNo(9, used)).toBe('9-S1')
  })
})
