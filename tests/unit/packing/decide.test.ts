import { describe, expect, it } from 'vitest'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import { stopOf } from '../../../shared/domain/packing/around.ts'
import { closeBox, nextBox } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { completing, decide, stopOfUnscanned, unlessStopped } from '../../../shared/domain/packing/decide.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { aroundDesk } from './around-desk.ts'
import { capturing, opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'
import { orderNo, id, invoice, filled, doing, said, type Desk } from './doing.ts'

describe('what a packer does', () => {
  const sealed = () => {
    const desk = filled()
    desk.seal(invoice.invoiceNo)
    return desk
  }
  const twoBoxes = () => {
    const desk = filled()
    desk.do(nextBox)
    return desk
  }
  const many = () => {
    const desk = opened(twoLines(9))
    desk.scan('A')
    return desk
  }

  it.each<[Desk, DeskAction, object, Order?]>([
    [filled(), { do: 'closeBox' }, { kind: 'boxClosed', box: 1 }],
    [filled(), { do: 'nextBox' }, { kind: 'boxOpened', box: 2 }],
    [filled(), { do: 'sealAll' }, { kind: 'boxesClosed', boxes: [1] }],
    [twoBoxes(), { do: 'selectBox', boxId: id(1) }, { kind: 'boxSelected', box: 1 }],
    [filled(), { do: 'emptyBox', boxId: null }, { kind: 'boxEmptied', box: 1 }],
    [twoBoxes(), { do: 'emptyBox', boxId: id(1) }, { kind: 'boxEmptied', box: 1 }],
    [sealed(), { do: 'reopenBox', boxId: id(1) }, { kind: 'boxReopened', box: 1 }],
    [filled(), { do: 'typeBox', code: '01' }, { kind: 'boxTyped', box: 1, name: 'Small' }],
    [filled(), { do: 'weighBox', grams: 900 }, { kind: 'boxWeighed', box: 1, grams: 900 }],
    [filled(), { do: 'takeOut', boxId: id(1), itemNo: '-001' }, { kind: 'itemTakenOut', box: 1 }],
    [
      twoBoxes(),
      { do: 'moveItem', boxId: id(1), toBoxId: id(2), itemNo: '-001', units: 1 },
      { kind: 'itemMoved', from: 1, box: 2 },
    ],
    [filled(), { do: 'undo' }, { kind: 'undone', what: 'itemScanned' }],
    [
      filled(),
      { do: 'packByHand', sectionCode: 'os1', itemNo: '-002' },
      { kind: 'itemScanned', name: 'Product B', units: 1 },
    ],
    [filled(), { do: 'takeRest' }, { kind: 'restTaken', units: 5 }],
    [many(), { do: 'countItem', units: 5 }, { kind: 'itemScanned', units: 4, done: 5 }, twoLines(9)],
    [filled(), { do: 'seal', invoice }, { kind: 'boxSealed', invoiceNo: invoice.invoiceNo }],
    [filled(), { do: 'putDown', leaveGoods: true }, { kind: 'orderPutDown', left: 5 }],
    [filled(), { do: 'holdOrder', reason: 'ask' }, { kind: 'orderHeld', reason: 'ask' }],
    [sealed(), { do: 'handOver', desk: '2', note: '' }, { kind: 'orderHandedOver', desk: '2' }],
    [filled(), { do: 'writeNote', text: 'x' }, { kind: 'noteWritten' }],
  ])('%#: $1.do comes to what it says', (desk, action, outcome, now = guideOrder()) => {
    expect(doing(desk, action, {}, now)).toMatchObject({ ok: true, said: outcome })
  })

  it('comes to a refusal by what else the desk knows', () => {
    expect(said(sealed(), { do: 'handOver', desk: '1', note: '' })).toEqual({ kind: 'ownDesk', desk: '1' })
    expect(said(filled(), { do: 'putDown', leaveGoods: false })).toEqual({
      kind: 'unsealedGoods',
      boxes: [1],
    })
    expect(said(sealed(), { do: 'reopenBox', boxId: id(1) }, { reported: () => 'underWay' })).toEqual({
      kind: 'beingReported',
    })
    const usedBy = { orderNo: 'other', box: 3 }
    expect(said(filled(), { do: 'seal', invoice }, { boxWithWaybill: () => usedBy })).toEqual({
      kind: 'trackingNumberUsed',
      ...usedBy,
    })
    expect(said(filled(), { do: 'takeOverChanges' })).toEqual({ kind: 'nothingToDo' })
  })

  it('by hand is written down as such', () => {
    const action = { do: 'packByHand', sectionCode: 'os1', itemNo: '-002' } as const
    expect(doing(filled(), action)).toMatchObject({ events: [{ units: 1, code: '', how: 'hand' }] })
  })
})

describe('packing on', () => {
  const changed = order([section('os1', [item('-001', 2, 'A'), item('-002', 3, 'B')])])
  const held = order([section('os1', [item('-001', 2, 'A'), item('-002', 4, 'B')], { held: true })])
  const packsOn: DeskAction[] = [
    { do: 'packByHand', sectionCode: 'os1', itemNo: '-002' },
    { do: 'takeRest' },
    { do: 'seal', invoice },
    { do: 'countItem', units: 2 },
  ]

  it.each(packsOn)('stops at $do where the store has changed the order, or holds it back', (action) => {
    expect(said(filled(), action, {}, changed)).toEqual({ kind: 'orderChanged', orderNo })
    expect(said(filled(), action, {}, held)).toEqual({ kind: 'standing', orderNo, standing: 'held' })
  })

  it('does not stop what only puts things right', () => {
    for (const action of [{ do: 'undo' }, { do: 'closeBox' }, { do: 'putDown', leaveGoods: true }] as const)
      expect(doing(filled(), action, {}, held).ok).toBe(true)
    expect(doing(filled(), { do: 'takeOverChanges' }, {}, changed)).toMatchObject({
      said: { kind: 'orderUpdated' },
    })
  })

  it('goes on where nothing is known against it', () => {
    const { state } = filled()
    const around = aroundDesk(state, null)
    expect(stopOf(state, around)).toBeNull()
    const done = accept({ kind: 'noteWritten' })
    expect(unlessStopped(state, around, () => done)).toBe(done)
    expect(unlessStopped(state, aroundDesk(state, held), () => done)).toMatchObject({ ok: false })
  })

  it('without scanning is for those who may', () => {
    const { state } = filled()
    const may = { mayPackUnscanned: false }
    for (const action of packsOn.slice(0, 2))
      expect(said(filled(), action, may, held)).toEqual({ kind: 'leadOnly' })
    expect(stopOfUnscanned(state, aroundDesk(state, guideOrder(), may))).toEqual({ kind: 'leadOnly' })
    expect(stopOfUnscanned(state, aroundDesk(state, guideOrder()))).toBeNull()
    expect(doing(filled(), { do: 'seal', invoice }, may).ok).toBe(true)
  })
})

describe('a waybill that the shop has registered', () => {
  const registered = order([section('s', [item('-001', 2, 'A'), item('-002', 1, 'B')], { invoice })])
  const deskFor = (...codes: string[]) => {
    const desk = opened(registered)
    for (const code of codes) desk.scan(code)
    return desk
  }

  it('is the only one that the box may have, with all of its section', () => {
    const all = deskFor('A', 'A', 'B')
    expect(said(all, { do: 'seal', invoice: { ...invoice, invoiceNo: '2' } }, {}, registered)).toMatchObject({
      kind: 'otherWaybill',
      invoiceNo: invoice.invoiceNo,
    })
    expect(doing(all, { do: 'seal', invoice }, {}, registered).ok).toBe(true)
    expect(said(deskFor('A'), { do: 'closeBox' }, {}, registered)).toMatchObject({ kind: 'oneWaybill' })
    expect(doing(deskFor('A'), { do: 'closeBox' }, {}, null).ok).toBe(true)
  })

  it('goes on another box once the one that had it was given up', () => {
    const desk = deskFor('A', 'A', 'B')
    const sealing: DeskAction = { do: 'seal', invoice }
    const had = { boxWithWaybill: () => ({ orderNo, box: 1 }) }
    const used = { kind: 'trackingNumberUsed', orderNo, box: 1 }
    desk.do(() => doing(desk, sealing, {}, registered))
    expect(said(desk, sealing, had, registered)).toEqual(used)
    desk.do((packing) => giveUp(packing, { type: 'boxVoided', boxId: id(1), reason: 'damaged' }))
    expect(said(desk, sealing, had, registered)).toEqual(used)
    for (const code of ['A', 'A', 'B']) desk.scan(code)
    expect(said(desk, sealing, had, registered)).toMatchObject({ kind: 'boxSealed', box: 2 })
  })

  describe('and that was scanned first', () => {
    const presented = (...codes: string[]) => {
      const desk = deskFor(...codes)
      desk.do(() => accept({ kind: 'calledOff' }, { type: 'waybillPresented', sectionCode: 's', invoice }))
      return desk
    }

    it.each<[string[], DeskAction]>([
      [['A', 'A'], { do: 'packByHand', sectionCode: 's', itemNo: '-002' }],
      [['A'], { do: 'takeRest' }],
    ])('goes on the box with what completes it: %j, then $1.do', (codes, action) => {
      expect(said(presented(...codes), action, {}, registered)).toEqual({
        kind: 'boxSealed',
        box: 1,
        invoiceNo: invoice.invoiceNo,
        last: true,
      })
    })

    it('goes on with the box’s kind, its weight or its closing, if that was all that was missing', () => {
      const ready = presented('A', 'A', 'B')
      const rules = { ...plainRules, boxType: 'required' } as const
      expect(said(ready, { do: 'typeBox', code: '01' }, { rules }, registered)).toMatchObject({
        kind: 'boxSealed',
      })
      const weighed = { ...plainRules, weight: 'required' } as const
      expect(said(ready, { do: 'weighBox', grams: 9 }, { rules: weighed }, registered)).toMatchObject({
        kind: 'boxSealed',
      })
      expect(said(ready, { do: 'closeBox' }, {}, registered)).toMatchObject({ kind: 'boxSealed' })
    })

    it('goes on with a count', () => {
      const many = order([section('s', [item('-001', 9, 'A')], { invoice })])
      const desk = opened(many)
      desk.do(() => accept({ kind: 'calledOff' }, { type: 'waybillPresented', sectionCode: 's', invoice }))
      desk.scan('A')
      expect(said(desk, { do: 'countItem', units: 9 }, {}, many)).toMatchObject({ kind: 'boxSealed' })
    })

    it('does not go on by anything else', () => {
      expect(said(presented('A', 'A', 'B'), { do: 'writeNote', text: 'x' }, {}, registered)).toEqual({
        kind: 'noteWritten',
      })
    })

    it('waits for a scan where the number has gone out, or the goods lie in two boxes', () => {
      const action = { do: 'packByHand', sectionCode: 's', itemNo: '-002' } as const
      const gone = { boxWithWaybill: () => ({ orderNo: 'other', box: 1 }) }
      expect(said(presented('A', 'A'), action, gone, registered)).toMatchObject({ kind: 'orderComplete' })
      const two = presented('A')
      two.do(nextBox)
      two.scan('A')
      expect(said(two, action, {}, registered)).toMatchObject({ kind: 'orderComplete' })
    })

    it('stays off where packing has to stop', () => {
      const desk = presented('A', 'A', 'B')
      const unpaid: Order = { ...registered, payment: 'unpaid' }
      expect(completing(desk.state, aroundDesk(desk.state, unpaid), closeBox(desk.state))).toEqual(
        refuse({ kind: 'standing', orderNo, standing: 'unpaid' }),
      )
    })
  })
})

describe('a serial number that another order has', () => {
  it('does not come back by going back', () => {
    const desk = opened(twoLines(), { marks: capturing('serial') })
    desk.scan('A', { printed: { serial: 'SN-1', lot: null, units: 1 } })
    desk.do((packing) =>
      decide(packing, aroundDesk(packing, twoLines()), { do: 'takeOut', boxId: id(1), itemNo: '-001' }),
    )
    const taken = { orderWithSerial: () => 'other' }
    expect(said(desk, { do: 'undo' }, taken, twoLines())).toEqual({
      kind: 'serialUsed',
      value: 'SN-1',
      orderNo: 'other',
    })
    expect(doing(desk, { do: 'undo' }, {}, twoLines()).ok).toBe(true)
  })
})
