import { describe, expect, it } from 'vitest'
import { problemIn } from '../../../electron/station/outbox/problem-in.ts'
import type { ProblemKind } from '../../../shared/domain/intents/problem.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { guideOrder } from '../orders.ts'

const order = guideOrder()
const odd = { path: 'sections', value: '7' }
const unread = { odd: { path: 'sections.0.qty', value: 'many' }, status: null, aside: false, codes: [] }
const refused = { errorCode: '30118', words: '안 됨' }
const unreadable = (words: string) => ({ kind: 'unreadable', errorCode: null, words })

const notFound: ProblemKind[] = ['goodsGone', 'changedMeanwhile', 'cannotTell']
const found: ProblemKind[] = ['sectionHeld', 'sectionCancelled', 'otherInvoice', 'addressChanged', 'onItsWay']

describe("what stands in a box's way", () => {
  it.each([...notFound, ...found])('is what the order shows, where it could be read: %s', (kind) => {
    expect(problemIn(order, kind)).toEqual({ kind, errorCode: null, words: null })
    expect(problemIn(order, kind, refused)).toEqual({ kind, ...refused })
  })

  const partly: [string, Partial<Order>, string][] = [
    ['a field', { odd: [odd] }, 'sections = 7'],
    ['a section', { unread: [unread] }, 'sections.0.qty = many'],
    ['both', { odd: [odd], unread: [unread] }, 'sections = 7'],
  ]

  it.each(partly)('may be in what could not be read: %s', (_what, changes, words) => {
    for (const kind of notFound) {
      expect(problemIn({ ...order, ...changes }, kind)).toEqual(unreadable(words))
      expect(problemIn({ ...order, ...changes }, kind, refused)).toEqual(unreadable(words))
    }
  })

  it.each(partly)('is told where it was found in the rest: %s', (_what, changes) => {
    for (const kind of found)
      expect(problemIn({ ...order, ...changes }, kind)).toEqual({ kind, errorCode: null, words: null })
  })
})
