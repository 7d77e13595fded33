import { describe, expect, it } from 'vitest'
import { cueOf, messageOf, toneOf } from '../../../renderer/features/answers/message.ts'
import { textIn } from '../../../renderer/i18n/text.ts'
import type { Acceptance, Refusal } from '../../../shared/domain/packing/answer.ts'

const orderNo = '202611245870123'
const name = '소이 캔들'

const refusals: { [K in Refusal['kind']]: Extract<Refusal, { kind: K }> } = {
  mangledCode: { kind: 'mangledCode' },
  damagedCommand: { kind: 'damagedCommand' },
  unknownOrder: { kind: 'unknownOrder' },
  lookingUpOrder: { kind: 'lookingUpOrder' },
  scanOrderFirst: { kind: 'scanOrderFirst' },
  standing: { kind: 'standing', orderNo, standing: 'held' },
  unreadable: { kind: 'unreadable', orderNo, field: 'sections[0].orderSectionStatus', value: '"LOST"' },
  allInBoxes: { kind: 'allInBoxes', orderNo },
  otherOrderOnDesk: { kind: 'otherOrderOnDesk', orderNo },
  sameOrder: { kind: 'sameOrder', orderNo },
  unknownCode: { kind: 'unknownCode' },
  wrongItem: { kind: 'wrongItem', name },
  whichOne: {
    kind: 'whichOne',
    choices: [
      { kind: 'item', sectionCode: 's', itemNo: '-001', name, options: '' },
      { kind: 'order', orderNo },
    ],
  },
  badCheckDigit: { kind: 'badCheckDigit' },
  gs1Ambiguous: { kind: 'gs1Ambiguous' },
  gs1Invalid: { kind: 'gs1Invalid' },
  doubleScan: { kind: 'doubleScan' },
  outOfOrder: { kind: 'outOfOrder', name, expected: '머그컵' },
  countEach: { kind: 'countEach', name },
  scanItemFirst: { kind: 'scanItemFirst' },
  notInABox: { kind: 'notInABox', name },
  identityFirst: { kind: 'identityFirst', name, capture: 'serial' },
  notAnIdentity: { kind: 'notAnIdentity', capture: 'lot' },
  serialUsed: { kind: 'serialUsed', value: 'SN-1', orderNo },
  noOneItemOrder: { kind: 'noOneItemOrder', name },
  setAside: { kind: 'setAside', orderNo, reason: 'missing' },
  ownDesk: { kind: 'ownDesk', desk: '2' },
  atOtherDesk: { kind: 'atOtherDesk', orderNo, desk: '2' },
  boxTypeFirst: { kind: 'boxTypeFirst', box: 1 },
  weightFirst: { kind: 'weightFirst', box: 1 },
  unknownBoxType: { kind: 'unknownBoxType', code: '07' },
  reportedAlready: { kind: 'reportedAlready', box: 1 },
  signInFirst: { kind: 'signInFirst' },
  leadOnly: { kind: 'leadOnly' },
  unknownBadge: { kind: 'unknownBadge' },
  waitForPin: { kind: 'waitForPin', seconds: 30 },
  nameTaken: { kind: 'nameTaken', name: '김포장' },
  lastLead: { kind: 'lastLead' },
  tooMany: { kind: 'tooMany', name, needed: 4, done: 4, units: 1 },
  otherSection: { kind: 'otherSection', name, sectionNo: 'S2', box: 1 },
  waybillFirst: { kind: 'waybillFirst', box: 1 },
  noBox: { kind: 'noBox' },
  emptyBox: { kind: 'emptyBox', box: 1 },
  alreadySealed: { kind: 'alreadySealed', box: 1 },
  givenUpBox: { kind: 'givenUpBox', box: 1 },
  goodsStayHere: { kind: 'goodsStayHere', boxes: [1, 2] },
  nothingToUndo: { kind: 'nothingToUndo' },
  unsealedGoods: { kind: 'unsealedGoods', boxes: [1, 3] },
  looksLikeProduct: { kind: 'looksLikeProduct' },
  looksLikeOrder: { kind: 'looksLikeOrder', orderNo },
  badTrackingNumber: { kind: 'badTrackingNumber' },
  trackingNumberUsed: { kind: 'trackingNumberUsed', orderNo, box: 1 },
  noCourier: { kind: 'noCourier' },
  orderChanged: { kind: 'orderChanged', orderNo },
  takeOut: { kind: 'takeOut', name, units: 1, box: 1 },
  nothingToDo: { kind: 'nothingToDo' },
  pinNeeded: { kind: 'pinNeeded' },
  wrongPin: { kind: 'wrongPin' },
  stillReading: { kind: 'stillReading' },
  beingReported: { kind: 'beingReported' },
  otherWaybill: { kind: 'otherWaybill', invoiceNo: '689200000014', box: 1 },
  oneWaybill: { kind: 'oneWaybill', invoiceNo: '689200000014', box: 1 },
  promisedAlready: { kind: 'promisedAlready', orderNo },
  notAsItStands: { kind: 'notAsItStands', orderNo },
  undividable: { kind: 'undividable', itemNo: '-001', name, inBox: 1, ordered: 2 },
  sameWaybill: { kind: 'sameWaybill', box: 1 },
  waybillFixed: { kind: 'waybillFixed', box: 1 },
  onItsWay: { kind: 'onItsWay', box: 1 },
  reopenInstead: { kind: 'reopenInstead', box: 1, canReopen: true },
  correctionPending: { kind: 'correctionPending', box: 1 },
  seenToByHand: { kind: 'seenToByHand', box: 1 },
  unknownWaybill: { kind: 'unknownWaybill' },
  waybillsOnly: { kind: 'waybillsOnly' },
  notForHandover: { kind: 'notForHandover', orderNo, box: 1, shipped: 'byCourier' },
  oldWaybill: { kind: 'oldWaybill', orderNo, box: 1, invoiceNo: '680000000042' },
  alreadyWithCourier: { kind: 'alreadyWithCourier', orderNo, box: 1 },
  handoverReported: { kind: 'handoverReported', orderNo, box: 1 },
  keepFromCourier: { kind: 'keepFromCourier', orderNo, box: 1, why: 'cancelled' },
}

const acceptances: { [K in Acceptance['kind']]: Extract<Acceptance, { kind: K }> } = {
  orderOpened: { kind: 'orderOpened', orderNo, units: 6 },
  orderResumed: { kind: 'orderResumed', orderNo, units: 6 },
  orderPutDown: { kind: 'orderPutDown', orderNo, left: 2 },
  orderHeld: { kind: 'orderHeld', orderNo, reason: 'ask' },
  orderHandedOver: { kind: 'orderHandedOver', orderNo, desk: '2' },
  noteWritten: { kind: 'noteWritten' },
  restTaken: { kind: 'restTaken', units: 3, box: 1 },
  itemMoved: { kind: 'itemMoved', name, units: 1, from: 1, box: 2 },
  itemIdentified: { kind: 'itemIdentified', name, capture: 'lot', value: 'L24', missing: 2 },
  boxTyped: { kind: 'boxTyped', box: 1, name: '소' },
  boxWeighed: { kind: 'boxWeighed', box: 1, grams: 1250 },
  boxesClosed: { kind: 'boxesClosed', boxes: [1, 2] },
  boxReopened: { kind: 'boxReopened', box: 1 },
  slipWanted: { kind: 'slipWanted', box: 1 },
  takeOutNext: { kind: 'takeOutNext' },
  calledOff: { kind: 'calledOff' },
  signedIn: { kind: 'signedIn', name: '김포장' },
  signedOut: { kind: 'signedOut' },
  personSaved: { kind: 'personSaved', name: '김포장' },
  itemScanned: { kind: 'itemScanned', name, units: 1, done: 2, needed: 4, box: 1 },
  orderComplete: { kind: 'orderComplete', name, box: 1 },
  boxOpened: { kind: 'boxOpened', box: 2 },
  boxClosed: { kind: 'boxClosed', box: 1 },
  boxSelected: { kind: 'boxSelected', box: 1 },
  boxEmptied: { kind: 'boxEmptied', box: 1 },
  boxSealed: { kind: 'boxSealed', invoiceNo: '651234001201', last: false, box: 1 },
  orderUpdated: { kind: 'orderUpdated', orderNo },
  itemTakenOut: { kind: 'itemTakenOut', name, box: 1 },
  boxVoided: { kind: 'boxVoided', box: 1 },
  intentGiven: { kind: 'intentGiven', orderNo, what: 'dispatch' },
  intentGivenUp: { kind: 'intentGivenUp', orderNo, what: 'dispatch' },
  handedToPerson: { kind: 'handedToPerson', box: 1 },
  wentOn: { kind: 'wentOn' },
  pinSet: { kind: 'pinSet' },
  undone: { kind: 'undone', what: 'itemScanned' },
  waybillCorrected: { kind: 'waybillCorrected', invoiceNo: '689200000014', box: 1 },
  waybillKept: { kind: 'waybillKept', invoiceNo: '689200000014', box: 1 },
  boxGivenToCourier: { kind: 'boxGivenToCourier', orderNo, box: 1 },
  boxTakenBack: { kind: 'boxTakenBack', orderNo, box: 1 },
  placeWanted: { kind: 'placeWanted', place: 'handover' },
}

const answers = [
  ...Object.values(refusals).map((said) => ({ ok: false as const, said })),
  ...Object.values(acceptances).map((said) => ({ ok: true as const, said })),
]

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  it('every answer of the desk has words of its own', () => {
    const messages = answers.map((answer) => messageOf(answer, textIn(language), language))
    for (const { title, detail } of messages) {
      expect(title).not.toMatch(/{{|^(said|no)\./)
      expect(detail).not.toMatch(/{{|^$|^(said|no)\./)
    }
    expect(new Set(messages.map((message) => message.title)).size).toBe(messages.length)
  })
})

describe('an answer', () => {
  const sealed = (last: boolean) => ({ ok: true, said: { ...acceptances.boxSealed, last } }) as const

  it('shows how much of the line is done', () => {
    const { title, count } = messageOf({ ok: true, said: acceptances.itemScanned }, textIn('ko'), 'ko')
    expect({ title, count }).toEqual({ title: '소이 캔들', count: { done: 2, needed: 4 } })
  })

  it('names what the store is told by its kind, and one of a later version of the desk as any other', () => {
    const detail = (what: string) =>
      messageOf({ ok: true, said: { ...acceptances.intentGiven, what } }, textIn('ko'), 'ko').detail
    expect(detail('handOver')).toContain('택배사 인계 알리기')
    expect(detail('later')).toContain('스토어에 알리기')
  })

  it('sounds and looks like what it is', () => {
    const heard = (answer: Parameters<typeof cueOf>[0]) => [toneOf(answer), cueOf(answer)]
    expect(heard({ ok: true, said: acceptances.itemScanned })).toEqual(['accepted', 'accepted'])
    expect(heard({ ok: false, said: refusals.wrongItem })).toEqual(['refused', 'refused'])
    expect(heard({ ok: false, said: refusals.whichOne })).toEqual(['asked', 'refused'])
    expect(heard({ ok: true, said: acceptances.orderComplete })).toEqual(['complete', 'complete'])
    expect(heard(sealed(false))).toEqual(['accepted', 'sealed'])
    expect(heard(sealed(true))).toEqual(['complete', 'complete'])
    expect(heard({ ok: false, said: refusals.lookingUpOrder })).toEqual(['idle', null])
  })
})
