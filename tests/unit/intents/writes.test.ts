import { describe, expect, it } from 'vitest'
import { intentKinds, rulesOf } from '../../../shared/domain/intents/registry.ts'
import {
  answerTo,
  callOf,
  partOf,
  reconcile,
  stepSchema,
  type Step,
} from '../../../shared/domain/intents/step.ts'
import { complaintsBySchema, operationFor } from '../../contract/openapi-document.ts'
import { at, invoice, otherInvoice } from './boxes.ts'

const third = { courierIdx: 4, invoiceNo: '689200000099' }
const contents = [{ itemNo: '-001', qty: 1 }]
const sectionCode = 's 1'
const fields = { invoiceNo: invoice.invoiceNo, parcelCompanyIdx: invoice.courierIdx }
const part = [{ orderSectionItemNo: '-001', qty: 1 }]

/** Every write with the call that it is: method, what follows the section in the path, and body. */
const calls: [Step, string, string, object | null][] = [
  [
    { kind: 'prepare', sectionCode, contents },
    ...(['PATCH', 'shipping-operation'] as const),
    { orderSectionStatus: 'SHIPPING_READY', orderSectionItemDataList: part },
  ],
  [
    { kind: 'prepare', sectionCode, contents: null },
    ...(['PATCH', 'shipping-operation'] as const),
    { orderSectionStatus: 'SHIPPING_READY' },
  ],
  [
    { kind: 'ship', sectionCode, invoice, contents: null },
    ...(['PATCH', 'shipping-operation'] as const),
    { orderSectionStatus: 'SHIPPING', ...fields },
  ],
  [
    { kind: 'ship', sectionCode, invoice, contents },
    ...(['PATCH', 'shipping-operation'] as const),
    { orderSectionStatus: 'SHIPPING', orderSectionItemDataList: part, ...fields },
  ],
  [
    { kind: 'ship', sectionCode, invoice: null, contents: null },
    ...(['PATCH', 'shipping-operation'] as const),
    { orderSectionStatus: 'SHIPPING' },
  ],
  [
    { kind: 'register', sectionCode, contents, invoice },
    ...(['POST', 'invoice'] as const),
    { orderSectionItemInvoiceDataList: [{ orderSectionItemNo: '-001', qty: 1, ...fields }] },
  ],
  [
    { kind: 'register', sectionCode, contents: null, invoice },
    ...(['POST', 'invoice'] as const),
    { allInvoiceNo: invoice.invoiceNo, allParcelCompanyIdx: invoice.courierIdx },
  ],
  [{ kind: 'changeInvoice', sectionCode, was: otherInvoice, invoice }, 'PATCH', 'invoice', fields],
  [{ kind: 'removeInvoice', sectionCode, was: invoice }, 'DELETE', 'invoice', null],
]

describe('every write', () => {
  it.each(calls)('%o is this call, by the store’s document', (step, method, rest, body) => {
    const call = callOf(step)
    expect(call).toEqual({ method, path: `/order-section/s%201/${rest}`, body })
    const operation = operationFor(method, `/orders/1${call.path}`)
    if (operation === undefined) throw new Error(`${method} ${call.path} is not in the document`)
    if (operation.bodySchema !== undefined && body !== null)
      expect(complaintsBySchema(operation.bodySchema, body)).toEqual([])
    expect(stepSchema.parse(step)).toEqual(step)
    // What 배송중 lists is all there is, for the store to compare.
    expect(partOf(step)).toEqual('contents' in step && step.kind !== 'ship' ? step.contents : null)
  })

  it('is named here, each kind of them', () => {
    const named = new Set(calls.map(([{ kind }]) => kind))
    expect(
      stepSchema.options.map(({ shape }) => shape.kind.value).filter((kind) => !named.has(kind)),
    ).toEqual([])
  })

  it('that only says yes is answered by true and nothing else', () => {
    for (const step of calls.map(([each]) => each).filter(({ kind }) => kind.endsWith('Invoice'))) {
      expect(answerTo(step).parse(true)).toEqual({ newSection: null })
      for (const odd of [false, {}, null]) expect(answerTo(step).safeParse(odd).success).toBe(false)
    }
  })
})

describe('a lost answer is read back from the section', () => {
  const shows = (its: typeof invoice | null) => [at('SHIPPING_READY', 's', 1, 2, { invoice: its })]
  const changing: Step = { kind: 'changeInvoice', sectionCode: 's', was: invoice, invoice: otherInvoice }
  const removing: Step = { kind: 'removeInvoice', sectionCode: 's', was: invoice }
  const read = (step: Step, its: typeof invoice | null) =>
    reconcile(step, { before: shows(invoice), now: shows(its), taken: [] }).kind

  it('another waybill', () => {
    expect(read(changing, otherInvoice)).toBe('applied')
    expect(read(changing, invoice)).toBe('notApplied')
    expect(read(changing, third)).toBe('conflict')
    expect(read(changing, null)).toBe('conflict')
    expect(read(changing, { ...otherInvoice, courierIdx: 5 })).toBe('conflict')
  })

  it('a waybill taken off', () => {
    expect(read(removing, null)).toBe('applied')
    expect(read(removing, invoice)).toBe('notApplied')
    expect(read(removing, third)).toBe('conflict')
  })

  it('of a section that is gone', () => {
    for (const step of [changing, removing])
      expect(reconcile(step, { before: shows(invoice), now: [], taken: [] }).kind).toBe('conflict')
  })
})

it('the registry has the rules of every kind', () => {
  expect(Object.keys(rulesOf).sort()).toEqual([...intentKinds].sort())
})
