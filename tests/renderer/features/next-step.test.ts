import { describe, expect, it } from 'vitest'
import { nextStepOf } from '../../../renderer/features/next-step/next-step.ts'
import { box, desk, snapshot } from '../fixtures.ts'

const step = (change: Parameters<typeof desk>[0], courierIdx: number | null = 1) =>
  nextStepOf(snapshot({ desk: desk(change), courierIdx }))

describe('what to do next', () => {
  it('is to scan an order while the desk is clear', () => {
    expect(nextStepOf(snapshot())).toEqual({ kind: 'scanOrder' })
  })

  it('is to scan goods, into the open box where there is one', () => {
    expect(step({})).toEqual({ kind: 'scanGoods', left: 4, box: 1 })
    expect(step({ boxes: [], currentBoxId: null, unitsDone: 0 })).toEqual({
      kind: 'scanGoods',
      left: 7,
      box: null,
    })
  })

  it('is the waybill of a closed box, after its courier', () => {
    const boxes = [box(1, { state: 'closed', units: 3 })]
    const closed = { expecting: 'invoice' as const, boxes }
    expect(step(closed)).toEqual({ kind: 'scanWaybill', box: 1 })
    expect(step(closed, null)).toEqual({ kind: 'chooseCourier', box: 1 })
  })

  it('is the waybill that the shop has registered, whatever courier the desk uses', () => {
    const registered = { courierName: 'CJ대한통운', invoiceNo: '680000000077' }
    const closed = desk({ expecting: 'invoice', registered, boxes: [box(1, { state: 'closed', units: 3 })] })
    expect(nextStepOf(snapshot({ desk: closed, courierIdx: null }))).toEqual({
      kind: 'scanRegistered',
      box: 1,
      waybill: registered,
    })
  })

  it('is to select the box still without a waybill once everything is in boxes', () => {
    const boxes = [box(1, { state: 'closed', units: 3 }), box(2, { state: 'sealed', units: 4 })]
    const change = { boxes, currentBoxId: boxes[1]?.id ?? null, unitsDone: 7 }
    expect(step(change)).toEqual({ kind: 'selectBox', box: 1 })
  })

  it('is the next order once every box is sealed, although the store then calls the order done', () => {
    expect(step({ expecting: 'nothing', standing: 'done', unitsDone: 7 })).toEqual({ kind: 'orderComplete' })
  })

  it('is to stop when the order may not be packed any more', () => {
    expect(step({ standing: 'cancelled' })).toEqual({ kind: 'stop', standing: 'cancelled' })
    expect(step({ standing: 'done' })).toEqual({ kind: 'stop', standing: 'done' })
    expect(step({ standing: 'cancelRequested', expecting: 'nothing' })).toEqual({
      kind: 'stop',
      standing: 'cancelRequested',
    })
  })
})
