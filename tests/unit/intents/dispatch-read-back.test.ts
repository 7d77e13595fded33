import { describe, expect, it } from 'vitest'
import { reconcile, type Step } from '../../../shared/domain/intents/step.ts'
import type { Reading } from '../../../shared/domain/intents/writes/write.ts'
import type { Section } from '../../../shared/domain/orders/order.ts'
import { item, section } from '../orders.ts'
import { at, half, invoice, otherInvoice, preparing, ready, shipping, whole } from './boxes.ts'

describe('reading back a write without an answer', () => {
  const prepareHalf: Step = { kind: 'prepare', sectionCode: 'os1', contents: half }
  const prepareAll: Step = { kind: 'prepare', sectionCode: 'os1', contents: whole }
  const registerHalf: Step = { kind: 'register', sectionCode: 'os1', contents: half, invoice }
  const registerAll: Step = { kind: 'register', sectionCode: 'os1', contents: null, invoice }
  const ship: Step = { kind: 'ship', sectionCode: 'os1', invoice, contents: null }
  const applied = (sectionCode: string): Reading => ({ kind: 'applied', sectionCode })
  const renumbered = (code: string) =>
    section(
      code,
      [
        item('-101', 1, 'A', { orderItemCode: 'line--001' }),
        item('-102', 2, 'B', { orderItemCode: 'line--002' }),
      ],
      { status: 'SHIPPING_READY' },
    )

  it.each<[string, Step, Section[], Section[], string[], Reading]>([
    [
      'split, the box in the new section',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [preparing('os1', 1, 2), ready('os2', 1, 2)],
      [],
      applied('os2'),
    ],
    [
      'split, the box keeping the old code',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [ready('os1', 1, 2), preparing('os2', 1, 2)],
      [],
      applied('os1'),
    ],
    [
      'split, item numbers given anew',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [preparing('os1', 1, 2), renumbered('os2')],
      [],
      applied('os2'),
    ],
    [
      'nothing changed',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [preparing('os1', 2, 4)],
      [],
      { kind: 'notApplied' },
    ],
    [
      "nothing changed, another box's identical section there before",
      prepareHalf,
      [preparing('os1', 2, 4), ready('os5', 1, 2)],
      [preparing('os1', 2, 4), ready('os5', 1, 2)],
      ['os5'],
      { kind: 'notApplied' },
    ],
    [
      "split, another box's identical section there before",
      prepareHalf,
      [preparing('os1', 2, 4), shipping('os5', 1, 2)],
      [preparing('os1', 1, 2), shipping('os5', 1, 2), ready('os6', 1, 2)],
      ['os5'],
      applied('os6'),
    ],
    [
      'the whole section taken',
      prepareAll,
      [preparing('os1', 2, 4)],
      [ready('os1', 2, 4)],
      [],
      applied('os1'),
    ],
    [
      'cancelled meanwhile',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [at('CANCEL_REQUEST', 'os1', 2, 4)],
      [],
      { kind: 'conflict' },
    ],
    [
      'split otherwise by someone else',
      prepareHalf,
      [preparing('os1', 2, 4)],
      [preparing('os1', 2, 3), ready('os2', 0, 1)],
      [],
      { kind: 'conflict' },
    ],
    [
      'split twice the same way: by us and by someone else',
      { kind: 'prepare', sectionCode: 'os1', contents: [{ itemNo: '-002', qty: 1 }] },
      [preparing('os1', 2, 4)],
      [preparing('os1', 2, 2), ready('os2', 0, 1), ready('os3', 0, 1)],
      [],
      { kind: 'conflict' },
    ],
    [
      'registered by a split',
      registerHalf,
      [ready('os1', 2, 4)],
      [ready('os1', 1, 2), ready('os2', 1, 2, { invoice })],
      [],
      applied('os2'),
    ],
    ['not registered', registerHalf, [ready('os1', 2, 4)], [ready('os1', 2, 4)], [], { kind: 'notApplied' }],
    [
      'registered on the whole section',
      registerAll,
      [ready('os1', 2, 4)],
      [ready('os1', 2, 4, { invoice })],
      [],
      applied('os1'),
    ],
    [
      'another waybill registered meanwhile',
      registerAll,
      [ready('os1', 2, 4)],
      [ready('os1', 2, 4, { invoice: otherInvoice })],
      [],
      { kind: 'conflict' },
    ],
    ['shipped', ship, [ready('os1', 1, 2)], [shipping('os1', 1, 2)], [], applied('os1')],
    [
      'shipped and moved on by the courier',
      ship,
      [ready('os1', 1, 2)],
      [at('SHIPPING_COMPLETE', 'os1', 1, 2, { invoice })],
      [],
      applied('os1'),
    ],
    ['not shipped', ship, [ready('os1', 1, 2)], [ready('os1', 1, 2)], [], { kind: 'notApplied' }],
    [
      'shipped under another waybill',
      ship,
      [ready('os1', 1, 2)],
      [shipping('os1', 1, 2, otherInvoice)],
      [],
      { kind: 'conflict' },
    ],
    [
      'waybill changed by the shop',
      ship,
      [ready('os1', 1, 2)],
      [ready('os1', 1, 2, { invoice: otherInvoice })],
      [],
      { kind: 'conflict' },
    ],
    ['gone', ship, [ready('os1', 1, 2)], [], [], { kind: 'conflict' }],
    [
      'shipped with the waybill it had',
      { kind: 'ship', sectionCode: 'os1', invoice: null, contents: null },
      [ready('os1', 1, 2, { invoice })],
      [shipping('os1', 1, 2)],
      [],
      applied('os1'),
    ],
  ])('%s', (_what, step, before, now, taken, reading) => {
    expect(reconcile(step, { before, now, taken })).toEqual(reading)
  })
})
