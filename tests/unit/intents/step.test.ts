import { describe, expect, it } from 'vitest'
import {
  applyStep,
  dividesItsSection,
  ownAfter,
  sameStep,
  type Step,
} from '../../../shared/domain/intents/step.ts'
import type { Content } from '../../../shared/domain/orders/goods.ts'
import { item, order, section } from '../orders.ts'
import { at, half, invoice, preparing, ready, whole } from './boxes.ts'

const prepareHalf: Step = { kind: 'prepare', sectionCode: 'os1', contents: half }
const prepareAll: Step = { kind: 'prepare', sectionCode: 'os1', contents: null }
const registerHalf: Step = { kind: 'register', sectionCode: 'os1', contents: half, invoice }
const ship: Step = { kind: 'ship', sectionCode: 'os1', invoice, contents: null }

describe('the order after a step, as the store’s answer says', () => {
  const after = (step: Step, own: string, rest: string | null, ownItems: Content[] | null = null) =>
    applyStep(order([preparing('os1', 2, 4), at('SHIPPING', 'os7', 1, 0)]), step, { own, rest, ownItems })
      .sections

  it('has its section changed whole, and no other one', () => {
    expect(after(prepareAll, 'os1', null)).toEqual([ready('os1', 2, 4), at('SHIPPING', 'os7', 1, 0)])
    expect(after({ ...prepareAll, contents: whole }, 'os1', null)[0]).toEqual(ready('os1', 2, 4))
    expect(after(prepareAll, 'os1', 'os2')[0]).toEqual(ready('os1', 2, 4))
  })

  it('has two where a part was taken: the new one is named by its code until the store gives it a label', () => {
    expect(after(prepareHalf, 'os2', 'os1')).toEqual([
      preparing('os1', 1, 2),
      { ...ready('os2', 1, 2), no: 'os2' },
      at('SHIPPING', 'os7', 1, 0),
    ])
    expect(after(registerHalf, 'os1', 'os2').slice(0, 2)).toEqual([
      { ...preparing('os2', 1, 2), no: 'os2' },
      { ...preparing('os1', 1, 2), invoice },
    ])
  })

  it('has the new section’s items by the numbers that the store gave them', () => {
    const numbers = (told: Content[]) =>
      after(prepareHalf, 'os2', 'os1', told)[1]?.items.map(({ itemNo, qty, product }) => [
        ...[itemNo, qty, product.optionSku],
      ])
    const told = [
      { itemNo: '-004', qty: 2 },
      { itemNo: '-003', qty: 1 },
    ]
    expect(numbers(told)).toEqual([
      ['-003', 1, 'A'],
      ['-004', 2, 'B'],
    ])
    expect(numbers([{ itemNo: '-004', qty: 2 }])).toEqual([
      ['-001', 1, 'A'],
      ['-004', 2, 'B'],
    ])
    const equal = ready('os1', 3, 3)
    const step: Step = {
      kind: 'prepare',
      sectionCode: 'os1',
      contents: [
        { itemNo: '-001', qty: 1 },
        { itemNo: '-002', qty: 1 },
      ],
    }
    const twins = [
      { itemNo: '-008', qty: 1 },
      { itemNo: '-009', qty: 1 },
    ]
    const [, own] = applyStep(order([equal]), step, { own: 'os2', rest: 'os1', ownItems: twins }).sections
    expect(own?.items.map(({ itemNo }) => itemNo)).toEqual(['-008', '-009'])
  })

  it('leaves out what is all gone, on either side', () => {
    const onlyA: Step = { kind: 'prepare', sectionCode: 'os1', contents: [{ itemNo: '-001', qty: 2 }] }
    const [rest, own] = after(onlyA, 'os2', 'os1')
    expect(rest?.items.map(({ itemNo, qty }) => [itemNo, qty])).toEqual([['-002', 4]])
    expect(own?.items.map(({ itemNo, qty }) => [itemNo, qty])).toEqual([['-001', 2]])
  })
})

describe('whether a step makes two sections of one', () => {
  it('does with a part of it only', () => {
    expect(dividesItsSection(prepareHalf, [preparing('os0', 1, 2), preparing('os1', 2, 4)])).toBe(true)
    expect(dividesItsSection(prepareHalf, [preparing('os0', 2, 4), preparing('os1', 1, 2)])).toBe(false)
    expect(dividesItsSection(prepareAll, [preparing('os1', 2, 4)])).toBe(false)
    expect(dividesItsSection(ship, [ready('os1', 2, 4)])).toBe(false)
  })

  it('does not where the section is not known', () => {
    expect(dividesItsSection(prepareHalf, [preparing('os0', 2, 4)])).toBe(false)
  })

  it('goes by the goods: two items of one line are one', () => {
    const twice = section('os1', [
      item('-001', 1, 'A'),
      { ...item('-003', 1, 'A'), orderItemCode: 'line--001' },
    ])
    const both = [
      { itemNo: '-001', qty: 1 },
      { itemNo: '-003', qty: 1 },
    ]
    expect(dividesItsSection({ ...prepareHalf, contents: both }, [twice])).toBe(false)
    expect(dividesItsSection({ ...prepareHalf, contents: both.slice(0, 1) }, [twice])).toBe(true)
  })
})

describe('the section that is a box’s own after a step', () => {
  it('is the one worked on, but for a whole section that is only made ready', () => {
    expect(ownAfter(prepareAll, null, 'os1')).toBeNull()
    expect(ownAfter(prepareAll, 'os3', 'os1')).toBe('os3')
    expect(ownAfter(prepareHalf, null, 'os2')).toBe('os2')
    expect(ownAfter(ship, null, 'os1')).toBe('os1')
  })
})

it('two steps are the same where they ask the same of the same section', () => {
  expect(sameStep(prepareHalf, { kind: 'prepare', sectionCode: 'os1', contents: [...half] })).toBe(true)
  expect(sameStep(prepareHalf, { ...prepareHalf, sectionCode: 'os2' })).toBe(false)
  expect(sameStep(prepareHalf, prepareAll)).toBe(false)
})
