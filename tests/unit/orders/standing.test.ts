import { describe, expect, it } from 'vitest'
import type { Order, Section, UnreadSection } from '../../../shared/domain/orders/order.ts'
import { sectionsToPack, standingOf, standOf, type Standing } from '../../../shared/domain/orders/standing.ts'
import { item, order, section } from '../orders.ts'

const of = (code: string, changes: Partial<Section> = {}) =>
  section(code, [item(`-${code}`, 1, 'A')], changes)

const ready = of('ready')
const readyToo = of('prepared', { status: 'SHIPPING_READY' })
const boxed = of('boxed', { status: 'SHIPPING_READY', boxed: true })
const boxedAndGone = of('gone', { status: 'SHIPPING', boxed: true })
const shipped = of('shipped', { status: 'SHIPPING_COMPLETE' })
const cancelled = of('cancelled', { status: 'CANCEL_COMPLETE' })
const asked = of('asked', { status: 'CANCEL_REQUEST' })
const held = of('held', { held: true })
const fetched = of('fetched', { deliveryType: 'VISIT' })
const heldAndFetched = of('both', { held: true, deliveryType: 'VISIT' })

const oddOf = (path: string) => ({ path, value: '"?"' })
const unread = (path: string, changes: Partial<UnreadSection> = {}): UnreadSection => ({
  odd: oddOf(path),
  status: 'PRODUCT_PREPARATION',
  aside: false,
  codes: [],
  ...changes,
})

describe('sections to pack', () => {
  it('are those that wait to be shipped by courier, are not held and are no box of this desk yet', () => {
    const all = [ready, readyToo, boxed, shipped, cancelled, asked, held, fetched]
    expect(sectionsToPack(order(all)).map(({ code }) => code)).toEqual(['ready', 'prepared'])
  })
})

describe('how an order stands', () => {
  it.each<[Standing, Section[]]>([
    ['ready', [ready]],
    ['ready', [readyToo]],
    ['ready', [held, fetched, shipped, cancelled, boxed, ready]],
    ['cancelRequested', [ready, asked]],
    ['packed', [boxed]],
    ['packed', [boxed, shipped, cancelled]],
    ['done', [boxedAndGone]],
    ['done', [shipped]],
    ['done', [shipped, cancelled]],
    ['cancelled', [cancelled]],
    ['cancelled', [cancelled, cancelled]],
    ['held', [held]],
    ['held', [fetched, held]],
    ['held', [heldAndFetched]],
    ['notParcel', [fetched]],
    ['notParcel', [fetched, boxed, shipped]],
  ])('is %s with sections %j', (standing, sections) => {
    expect(standingOf(order(sections))).toBe(standing)
  })

  it.each<[Standing, Partial<Order>]>([
    ['unpaid', { payment: 'unpaid' }],
    ['cancelled', { payment: 'refunded' }],
    ['cancelled', { open: false }],
    ['cancelled', { open: false, payment: 'unpaid' }],
    ['unreadable', { payment: oddOf('payments') }],
    ['unreadable', { odd: [oddOf('orderStatus')] }],
  ])('is %s where it is to be packed but for %j', (standing, changes) => {
    expect(standingOf(order([ready], changes))).toBe(standing)
  })

  it.each<[Standing, Partial<Order>]>([
    ['packed', { payment: 'unpaid' }],
    ['packed', { open: false }],
    ['packed', { odd: [oddOf('orderStatus')] }],
  ])('is %s where nothing is left to pack, also with %j', (standing, changes) => {
    expect(standingOf(order([boxed], changes))).toBe(standing)
  })
})

describe('what could not be understood', () => {
  const failsOn = (changes: Partial<Order>, sections: Section[] = [ready]): string => {
    const stand = standOf(order(sections, changes))
    return stand.standing === 'unreadable' ? stand.odd.path : stand.standing
  }

  it('is named: the payment, then the order’s own fields, then a section that may have to be packed', () => {
    const all = { payment: oddOf('payments'), odd: [oddOf('orderStatus')], unread: [unread('sections[1]')] }
    expect(failsOn(all)).toBe('payments')
    expect(failsOn({ ...all, payment: 'paid' })).toBe('orderStatus')
    expect(failsOn({ ...all, payment: 'paid', odd: [] })).toBe('sections[1]')
  })

  it('is an order without sections, by the field that says so', () => {
    expect(standOf(order([]))).toEqual({
      standing: 'unreadable',
      odd: { path: 'sections', value: '[]' },
    })
    expect(failsOn({ odd: [oddOf('orderNo')] }, [])).toBe('orderNo')
  })

  it.each<[string, UnreadSection, string]>([
    ['of unknown status', unread('at', { status: null }), 'at'],
    ['to be packed', unread('at'), 'at'],
    ['shipped', unread('at', { status: 'SHIPPING' }), 'ready'],
    ['held or fetched', unread('at', { aside: true }), 'ready'],
    ['being cancelled', unread('at', { status: 'CANCEL_REQUEST' }), 'cancelRequested'],
  ])('a section %s beside one that is ready: %#', (_what, section, standing) => {
    expect(failsOn({ unread: [section] })).toBe(standing)
  })

  it.each<[string, UnreadSection, string]>([
    ['of unknown status', unread('at', { status: null, aside: true }), 'at'],
    ['set aside', unread('at', { aside: true }), 'at'],
    ['shipped', unread('at', { status: 'SHIPPING' }), 'done'],
    ['cancelled', unread('at', { status: 'CANCEL_COMPLETE' }), 'cancelled'],
  ])('a section %s, alone: %#', (_what, section, standing) => {
    expect(failsOn({ unread: [section] }, [])).toBe(standing)
  })

  it('and goes nobody knows how is not said where another section is held', () => {
    expect(failsOn({ unread: [unread('at', { aside: true })] }, [held])).toBe('held')
    expect(failsOn({ unread: [unread('at', { aside: true })] }, [fetched])).toBe('at')
  })

  it('takes the order for packed while a box of it waits for the courier', () => {
    expect(failsOn({ unread: [unread('at', { status: 'SHIPPING' })] }, [boxed])).toBe('packed')
  })
})
