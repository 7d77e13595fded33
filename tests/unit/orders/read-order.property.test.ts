import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecord } from '../../../shared/domain/orders/fields.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { numberOf, readOrder } from '../../../shared/domain/orders/read-order.ts'
import { sectionsToPack, standOf } from '../../../shared/domain/orders/standing.ts'
import { document, itemDocument, orderNo, sectionDocument } from '../documents.ts'

/** An order of several sections: two are to be packed, one is on its way, one is held, one is fetched by the customer. */
const whole = document({
  payments: [
    { isCancel: 'N', paymentStatus: 'PAYMENT_COMPLETE' },
    { isCancel: 'Y', paymentStatus: 'PAYMENT_EXIT' },
  ],
  sections: [
    sectionDocument('S1', {
      sectionItems: [
        itemDocument(),
        itemDocument({ orderSectionItemNo: `${orderNo}-002`, orderItemCode: 'oi2' }),
      ],
      invoice: { invoiceNo: '689200000014', parcelCompanyIdx: 4 },
    }),
    sectionDocument('S2'),
    sectionDocument('S3', { orderSectionStatus: 'SHIPPING' }),
    sectionDocument('S4', { isDeliveryHold: 'Y' }),
    sectionDocument('S5', { deliveryType: 'VISIT' }),
  ],
})

type Path = (string | number)[]

/** Every place in a document. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const children: Path[] = Array.isArray(value)
    ? value.flatMap((entry: unknown, index) => placesIn(entry, [...path, index]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...path, name]))
      : []
  return path.length === 0 ? children : [path, ...children]
}

type Change = { path: Path; to: { value: unknown } | null }

/** The document with one place changed, or taken out. */
function changed(value: unknown, [name, ...rest]: Path, to: Change['to']): unknown {
  if (name === undefined) return to?.value
  const isLeftOut = rest.length === 0 && to === null
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) =>
      index !== name ? [entry] : isLeftOut ? [] : [changed(entry, rest, to)],
    )
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      key !== name ? [[key, entry]] : isLeftOut ? [] : [[key, changed(entry, rest, to)]],
    ),
  )
}

/** Values that are no way of saying anything the document knows. */
const nonsense = fc.oneof(
  fc.constantFrom(null, '', [], {}, true, -1, 0.5, 1e300, '<html>', 'NEVER_HEARD_OF', ['x'], { x: 1 }),
  fc.string({ unit: 'grapheme' }).map((text) => `~${text}`),
  fc.anything({ values: [fc.string(), fc.double(), fc.constant(null)], maxDepth: 2 }).filter(isRecord),
)

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.constantFrom(...placesIn(whole)),
  to: fc.option(fc.record({ value: nonsense })),
})

/** What packing decides on. */
const decisions = (order: Order) => ({
  stand: standOf(order).standing,
  sections: sectionsToPack(order).map(({ code, status, held, deliveryType, invoice, items }) => ({
    ...{ code, status, held, deliveryType, invoice },
    items: items.map(({ itemNo, orderItemCode, qty }) => ({ itemNo, orderItemCode, qty })),
  })),
})

const before = decisions(readOrder(orderNo, whole))

const free = ['orderItemCode', 'orderSectionItemNo', 'orderSectionCode', 'invoiceNo']
const flags = ['isCancel', 'isDeliveryHold']

/**
 * Taken out of a list, emptied where the document allows that, under another name or with another flag, it is an order of
 * another kind, and a good one.
 */
const isAnotherOrder = ({ path, to }: Change): boolean => {
  const last = path.at(-1)
  if (free.some((name) => name === last) && (typeof to?.value === 'string' || to?.value === -1)) return true
  if (flags.some((name) => name === last) && to?.value === true) return true
  if (last === 'invoice' && isRecord(to?.value)) return true
  const nothing = to === null || to.value === null || to.value === ''
  const optional = last === 'invoice' || last === 'invoiceNo' || last === 'payments'
  return (to === null && typeof last === 'number') || (optional && (nothing || isEmptyList(to.value)))
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

describe('any one field of an order, left out or in another’s words', () => {
  it('never hides the order, and leaves each decision as it was or blocks it by that field', () => {
    expect(before).toMatchObject({ stand: 'ready', sections: [{ code: 'S1' }, { code: 'S2' }] })
    fc.assert(
      fc.property(change, ({ path, to }) => {
        const odd = changed(whole, path, to)
        expect(numberOf(odd)).toBe(orderNo)
        const order = readOrder(orderNo, odd)
        const stand = standOf(order)
        if (isAnotherOrder({ path, to })) expect(stand.standing).not.toBe('done')
        else if (stand.standing === 'unreadable') expect(stand.odd.path).toContain(nameOf(path).split('.')[0])
        else expect(decisions(order)).toEqual(before)
      }),
      { numRuns: 5_000 },
    )
  })

  it('many at once neither throw nor hide it', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 12 }), (changes) => {
        const odd = changes.reduce((value: unknown, { path, to }) => changed(value, path, to), whole)
        const standing = standOf(readOrder(orderNo, odd)).standing
        const settled = JSON.stringify(odd).includes('PRODUCT_PREPARATION') ? [] : ['done', 'unreadable']
        // Without the two that are to be packed, the one on hold is all that is left.
        const held = /"S[12]"/.test(JSON.stringify(odd)) ? [] : ['held']
        expect([...settled, ...held, 'ready', 'unreadable', 'unpaid']).toContain(standing)
      }),
      { numRuns: 2_000 },
    )
  })
})

const nameOf = (path: Path): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${String(part)}]` : name === '' ? part : `${name}.${part}`,
    '',
  )
