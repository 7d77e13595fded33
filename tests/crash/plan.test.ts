import { describe, expect, it } from 'vitest'
import { diceOf } from '../../scripts/crash/dice.ts'
import { killKinds, mishapKinds, planKills } from '../../scripts/crash/kill-plan.ts'
import { emptyLedger, ordersChanged, outcomes, type Ledger } from '../../scripts/crash/ledger.ts'
import { auditWaybills } from '../../scripts/crash/audit.ts'

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planKills(40, diceOf(3))).toEqual(planKills(40, diceOf(3)))
    expect(planKills(40, diceOf(3))).not.toEqual(planKills(40, diceOf(4)))
  })

  it('has every kind of kill, and whatever else goes wrong', () => {
    const plans = planKills(60, diceOf(1))
    expect(new Set(plans.map(({ kind }) => kind))).toEqual(new Set(killKinds))
    expect(new Set(plans.flatMap(({ mishap }) => mishap?.kind ?? []))).toEqual(new Set(mishapKinds))
  })
})

describe('what an older file knows less of', () => {
  const opened = (ledger: Ledger, orderNo: string): Ledger =>
    outcomes(ledger, { kind: 'open', orderNo }, null)[0]
  const before = opened(opened(emptyLedger, '1'), '2')

  it('is every order that went on since', () => {
    const scanned = outcomes(before, { kind: 'item', code: 'A', itemNo: 'i', units: 1 }, null)[0]
    expect(ordersChanged(before, opened(scanned, '3'), null)).toEqual(['2', '3'])
  })

  it('and the one about which an answer is missing', () => {
    expect(ordersChanged(before, before, { kind: 'open', orderNo: '9' })).toEqual(['9'])
    expect(ordersChanged(before, before, { kind: 'undo' })).toEqual(['2'])
    expect(ordersChanged(before, before, null)).toEqual([])
  })
})

it('a waybill of ours on two sections is a duplicate, wherever they are', () => {
  const order = (orderNo: string, ...waybills: (string | null)[]) => ({
    orderNo,
    channel: 'IMWEB',
    sections: waybills.map((invoiceNo, n) => ({
      code: `${orderNo}-${String(n)}`,
      status: 'SHIPPING',
      invoiceNo,
      items: [],
    })),
  })
  const orders = [order('1', 'a', null, null), order('2', 'b', 'c'), order('3', 'a', 'shop', 'shop')]
  expect(auditWaybills(orders, new Set(['a', 'b', 'c']))).toEqual([
    { kind: 'extra', count: 1, text: 'waybill a is on sections 1-0, 3-0' },
  ])
})
