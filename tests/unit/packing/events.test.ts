import { describe, expect, it } from 'vitest'
import { packingEventSchema } from '../../../shared/domain/packing/log/events.ts'

const receiver = { name: '김', phone: '010', zipcode: '06236', address: '서울', memo: '', entranceCode: '' }
const product = {
  key: '1:A',
  name: 'Product A',
  options: [{ name: '색', value: '빨강' }],
  optionSku: 'A',
  productSku: null,
  ownCode: null,
}
const line = {
  sectionCode: 's',
  sectionNo: '1-s',
  itemNo: '-001',
  orderItemCode: 'oi1',
  qty: 2,
  gift: false,
  exempt: true,
  capture: 'lot',
  product,
}
const invoice = { courierIdx: 4, invoiceNo: '689200000014' }
const inBox = { boxId: '1-B1', sectionCode: 's', itemNo: '-001', units: 1 }
const identities = [{ itemNo: '-001', kind: 'serial', value: 'SN-1', units: 1 }]
const contents = [{ itemNo: '-001', qty: 2 }]

/** Each event as a log may hold it. */
const written: { type: string; [field: string]: unknown }[] = [
  { type: 'orderOpened', channel: 'IMWEB', ordererName: '이', receiver, lines: [line] },
  { type: 'orderOpened', channel: { other: 'TOSS' }, ordererName: '', receiver: null, lines: [] },
  { type: 'orderResumed' },
  { type: 'orderPutDown' },
  { type: 'orderUpdated', receiver, lines: [line] },
  { type: 'boxOpened', boxId: '1-B1', number: 1 },
  { type: 'itemScanned', ...inBox, code: 'A', how: 'scan' },
  { type: 'itemScanned', ...inBox, code: '', how: 'hand' },
  { type: 'itemScanned', ...inBox, code: '', how: 'count' },
  { type: 'itemScanned', ...inBox, code: '', how: 'exempt' },
  { type: 'itemScanned', ...inBox, code: '', how: 'rest' },
  { type: 'itemTakenOut', ...inBox, identities },
  { type: 'itemMoved', ...inBox, toBoxId: '1-B2', identities },
  { type: 'itemIdentified', ...inBox, kind: 'lot', value: 'L1' },
  { type: 'itemIdentified', ...inBox, kind: 'serial', value: 'SN-1' },
  { type: 'boxTyped', boxId: '1-B1', typeCode: '01', before: null },
  { type: 'boxTyped', boxId: '1-B1', typeCode: '01', before: '02' },
  { type: 'boxWeighed', boxId: '1-B1', grams: 900, before: null },
  { type: 'boxWeighed', boxId: '1-B1', grams: 900, before: 800 },
  { type: 'boxClosed', boxId: '1-B1' },
  { type: 'boxSelected', boxId: '1-B1' },
  { type: 'boxEmptied', boxId: '1-B1', sectionCode: 's', contents, closed: true, identities },
  { type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents, invoice, shipped: 'atSeal' },
  { type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents, invoice, shipped: 'atHandover' },
  { type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents, invoice, shipped: 'byCourier' },
  { type: 'boxGivenToCourier', boxId: '1-B1' },
  { type: 'boxTakenBack', boxId: '1-B1' },
  { type: 'waybillCorrected', boxId: '1-B1', was: invoice, invoice: null, reason: 'torn' },
  { type: 'waybillCorrected', boxId: '1-B1', was: null, invoice, reason: 'torn' },
  { type: 'waybillFreed', boxId: '1-B1', invoice },
  { type: 'waybillKept', boxId: '1-B1', was: invoice, invoice: null },
  { type: 'boxReopened', boxId: '1-B1' },
  { type: 'boxVoided', boxId: '1-B1', reason: 'damaged' },
  { type: 'orderHeld', reason: 'ask' },
  { type: 'orderHandedOver', desk: '2', note: 'soon' },
  { type: 'orderTakenBack' },
  { type: 'noteWritten', text: 'fragile' },
  { type: 'waybillPresented', sectionCode: 's', invoice },
  { type: 'packerSignedIn', person: 1, name: '김' },
  { type: 'packerSignedOut', why: 'asked' },
  { type: 'packerSignedOut', why: 'idle' },
  { type: 'packerSignedOut', why: 'removed' },
  { type: 'undone', seq: 7 },
  { type: 'scanRefused', code: 'A', reason: 'unknownCode' },
]

const takes = (event: unknown): boolean => packingEventSchema.safeParse(event).success

describe('an event in the packing log', () => {
  it.each(written)('$type reads back as it was written', (event) => {
    expect(packingEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
  })

  it.each(written)('$type has none of its fields left out, but for those that came later', (event) => {
    const later = ['identities', 'how', 'shipped']
    for (const field of Object.keys(event)) {
      const { [field]: _, ...rest } = event
      expect([field, takes(rest)]).toEqual([field, later.includes(field)])
    }
  })

  it('of an early log reads as what it meant then', () => {
    expect(packingEventSchema.parse({ type: 'itemScanned', ...inBox, code: 'A' })).toMatchObject({
      how: 'scan',
    })
    expect(packingEventSchema.parse({ type: 'itemTakenOut', ...inBox })).toMatchObject({ identities: [] })
    expect(packingEventSchema.parse({ type: 'itemMoved', ...inBox, toBoxId: '1-B2' })).toMatchObject({
      identities: [],
    })
    expect(
      packingEventSchema.parse({
        type: 'boxEmptied',
        boxId: '1-B1',
        sectionCode: 's',
        contents,
        closed: false,
      }),
    ).toMatchObject({ identities: [] })
    expect(
      packingEventSchema.parse({ type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents, invoice }),
    ).toMatchObject({ shipped: 'atSeal' })
    const { exempt: _exempt, capture: _capture, ...early } = line
    expect(packingEventSchema.parse({ type: 'orderUpdated', receiver, lines: [early] })).toMatchObject({
      lines: [{ exempt: false, capture: null }],
    })
  })

  it.each([
    { type: 'never heard of' },
    { type: 'boxOpened', boxId: '1-B1', number: 0 },
    { type: 'boxOpened', boxId: '1-B1', number: 1.5 },
    { type: 'itemScanned', ...inBox, units: 0, code: '', how: 'scan' },
    { type: 'itemScanned', ...inBox, code: '', how: 'guessed' },
    { type: 'itemIdentified', ...inBox, kind: 'colour', value: '1' },
    {
      type: 'itemTakenOut',
      ...inBox,
      identities: [{ itemNo: '-001', kind: 'serial', value: 'SN-1', units: 0 }],
    },
    { type: 'boxWeighed', boxId: '1-B1', grams: 0, before: null },
    { type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents: [{ itemNo: '-001', qty: 0 }], invoice },
    { type: 'boxSealed', boxId: '1-B1', sectionCode: 's', contents, invoice, shipped: 'one day' },
    { type: 'orderUpdated', receiver, lines: [{ ...line, qty: -1 }] },
    { type: 'orderUpdated', receiver, lines: [{ ...line, capture: 'colour' }] },
    { type: 'packerSignedOut', why: 'bored' },
    { type: 'undone', seq: 0 },
  ])('%j is none', (event) => {
    expect(takes(event)).toBe(false)
  })

  it('may have a line of which the store wants none any more', () => {
    expect(takes({ type: 'orderUpdated', receiver, lines: [{ ...line, qty: 0 }] })).toBe(true)
  })
})
