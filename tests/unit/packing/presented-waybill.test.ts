import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { sealWithPresented } from '../../../shared/domain/packing/waybill/decide-seal.ts'
import { accept } from '../../../shared/domain/packing/decision.ts'
import { deskWith, opened } from './desk-on-paper.ts'
import { twoLines } from '../orders.ts'

describe('a waybill scanned before the goods', () => {
  const invoice = { courierIdx: 4, invoiceNo: '689299999999' }
  const presented = () => {
    const desk = opened(twoLines(1))
    desk.do(() => accept({ kind: 'calledOff' }, { type: 'waybillPresented', sectionCode: 's', invoice }))
    return desk
  }
  const goods = { units: 1, code: '', how: 'scan' } as const

  it('goes on the box as soon as its section is in it', () => {
    const desk = presented()
    desk.scan('A')
    const last = (packing: Parameters<typeof sealWithPresented>[0]) =>
      sealWithPresented(
        packing,
        packGoods(packing, { sectionCode: 's', itemNo: '-002' }, goods, desk.rules),
        desk.rules,
      )
    expect(desk.do(last)).toEqual({ kind: 'boxSealed', box: 1, invoiceNo: '689299999999', last: true })
    expect(desk.state.waybill).toBeNull()
  })

  it('goes on the box that is closed first; the next one wants its own', () => {
    const desk = presented()
    desk.scan('A')
    expect(
      desk.do((packing) => sealWithPresented(packing, boxes.closeBox(packing), desk.rules)),
    ).toMatchObject({
      kind: 'boxSealed',
      invoiceNo: '689299999999',
    })
    desk.scan('B')
    expect(desk.expecting).toBe('invoice')
  })

  it('is forgotten when the order is opened anew', () => {
    const desk = deskWith(twoLines(1))
    desk.open(twoLines(1))
    expect(desk.state.waybill).toBeNull()
  })
})
