import { describe, expect, it } from 'vitest'
import type { HistoryBox } from '../../shared/contract/board.ts'
import type { DispatchView, UnsentRow } from '../../shared/contract/snapshot.ts'
import { judge, type Evidence } from './judge.ts'
import { createLedger } from './ledger.ts'
import { tallyOf } from './tasks.ts'
import { tally, type OrderAtStore, type SectionAtStore } from './store-reader.ts'

const orderNo = '1'
const waybill = '681000000015'
const goods = tally([['A', 2]])

const section: SectionAtStore = {
  code: 's1',
  status: 'SHIPPING',
  isHeld: false,
  sentAt: null,
  waybill,
  address: 'here',
  goods,
  items: [],
}

const orderWith = (...sections: SectionAtStore[]): OrderAtStore => ({
  orderNo,
  wtime: '2026-11-24T00:00:00.000Z',
  sections,
  document: { orderNo: 1, wtime: '', sections: [] },
})

const confirmed: DispatchView = {
  state: 'confirmed',
  sectionCode: 's1',
  sectionStatus: 'SHIPPING',
  since: 0,
  attempts: 1,
  problem: null,
}

const box = (dispatch: DispatchView | null): HistoryBox => ({
  boxId: '1-B1',
  number: 1,
  state: 'sealed',
  contents: [{ name: 'a', options: '', qty: 2 }],
  identities: [],
  grams: null,
  invoice: { courierIdx: 4, courierName: '', invoiceNo: waybill },
  sealedAt: 0,
  dispatch,
  handled: null,
})

const unsent = (dispatch: DispatchView): UnsentRow => ({
  seq: 1,
  kind: 'dispatch',
  orderNo,
  boxId: '1-B1',
  box: 1,
  givenAt: 0,
  waybill: null,
  contents: [],
  step: null,
  lastAnswer: null,
  can: { handOver: null, discard: null },
  dispatch,
})

type Case = {
  order?: OrderAtStore
  boxes?: HistoryBox[]
  rows?: UnsentRow[]
  label?: string
  ordered?: number
  known?: string[]
  acts?: Evidence['acts']
}

function evidence(given: Case): Evidence {
  const { order = orderWith(section), boxes = [box(confirmed)], rows = [], label = 'here' } = given
  const { ordered = 2, known = [], acts = [] } = given
  const ledger = createLedger()
  ledger.boxes.push({ orderNo, boxId: '1-B1', goods, waybill, sealedAt: 0, label, rolledBack: false })
  const shown = {
    boxes: new Map([[orderNo, boxes]]),
    unsent: rows,
    known: new Set(known),
    doubted: new Set<string>(),
    isInDoubt: false,
  }
  return {
    desks: [{ name: 'desk', ledger, shown }],
    orders: new Map([[orderNo, order]]),
    ordered: new Map([[orderNo, tally([['A', ordered]])]]),
    addressAt: () => 'here',
    landed: [{ at: 0, orderNo, body: waybill, status: 200 }],
    acts,
  }
}

const waiting: DispatchView = { ...confirmed, state: 'waiting' }
const stuckAt: DispatchView = {
  ...confirmed,
  state: 'needsPerson',
  problem: { kind: 'cannotTell', errorCode: null, words: null },
}
const shopsHand = { at: 0, orderNo, what: 'otherWaybill', waybill }

describe('the reckoning', () => {
  it('has nothing against a box that is what it says', () => {
    expect(judge(evidence({}))).toEqual([])
  })

  it.each<[string, Case]>([
    ['lostScan', { boxes: [] }],
    ['lostScan', { boxes: [{ ...box(confirmed), contents: [] }] }],
    ['silentDuplicate', { order: orderWith(section, { ...section, code: 's2' }), ordered: 4 }],
    ['silentDuplicate', { order: orderWith(section, { ...section, code: 's2', waybill: '99' }) }],
    ['wrongContents', { order: orderWith({ ...section, goods: tally([['A', 1]]) }) }],
    ['wrongContents', { order: orderWith({ ...section, waybill: '99' }) }],
    ['falseConfirmation', { order: orderWith({ ...section, status: 'SHIPPING_READY' }) }],
    ['falseConfirmation', { order: orderWith() }],
    ['overPacked', { ordered: 1, order: orderWith(section), rows: [{ ...unsent(stuckAt), boxId: '1-B2' }] }],
    ['oldLabel', { label: 'there' }],
    ['stuck', { boxes: [box(waiting)], rows: [unsent(waiting)] }],
    ['neverNoticed', { acts: [shopsHand], order: orderWith({ ...section, waybill: '99' }) }],
    [
      'neverNoticed',
      { order: orderWith(section, { ...section, code: 's2', status: 'PRODUCT_PREPARATION', waybill: null }) },
    ],
  ])('finds %s', (name, given) => {
    expect(judge(evidence(given)).map((failure) => failure.name)).toEqual([name])
  })

  it('says nothing where somebody is asked', () => {
    const twice = { order: orderWith(section, { ...section, code: 's2' }), ordered: 4 }
    expect(judge(evidence({ ...twice, boxes: [box(stuckAt)], rows: [unsent(stuckAt)] }))).toEqual([])
  })

  it('counts what is left to people, and what reading the store would have told', () => {
    const asked = { boxes: [box(stuckAt)], rows: [unsent(stuckAt)] }
    const untouched = orderWith({ ...section, status: 'PRODUCT_PREPARATION', waybill: null })
    expect(tallyOf(evidence(asked))).toMatchObject({
      sealed: 1,
      forPerson: 1,
      decidable: [expect.any(String)],
    })
    expect(tallyOf(evidence({ ...asked, order: untouched })).decidable).toHaveLength(1)
    expect(tallyOf(evidence({ ...asked, order: orderWith() })).decidable).toEqual([])
  })
})
