import { describe, expect, it } from 'vitest'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  invoice,
  other,
  opened,
  boxOpened,
  inBox,
  scanned,
  serial,
  identified,
  sealed,
  log,
  followedBy,
  boxes,
  filling,
  sealedBox,
} from './log-on-paper.ts'

describe('a sealed box', () => {
  const ready = followedBy(
    followedBy(filling, { type: 'boxTyped', boxId: 'B1', typeCode: '01', before: null }),
    {
      type: 'boxWeighed',
      boxId: 'B1',
      grams: 900,
      before: null,
    },
  )

  it('is what it was sealed as, with all that was said of it, and nothing before it is undone', () => {
    const after = followedBy(ready, sealed('B1', [{ itemNo: '-001', qty: 2 }]))
    expect(after.boxes).toEqual([
      {
        id: 'B1',
        number: 1,
        run: 1,
        identities: [serial('SN-1')],
        typeCode: '01',
        grams: 900,
        state: 'sealed',
        sectionCode: 's',
        contents: [{ itemNo: '-001', qty: 2 }],
        invoice,
        shipped: 'atHandover',
        withCourier: false,
      },
    ])
    expect(after).toMatchObject({ currentBoxId: null, undo: [] })
  })

  it('takes the waybill that was scanned first, if it is its own', () => {
    const presented = (shown: typeof invoice) =>
      followedBy(filling, { type: 'waybillPresented', sectionCode: 's', invoice: shown })
    expect(followedBy(presented(invoice), sealed('B1')).waybill).toBeNull()
    expect(followedBy(presented(other), sealed('B1')).waybill).toEqual({ sectionCode: 's', invoice: other })
  })

  it('makes way for the next box that waits, once nothing is left to scan', () => {
    const all = log(opened, boxOpened(1), scanned('B1', '-001', 3), boxOpened(2), scanned('B2', '-002'))
    const contents = [{ itemNo: '-002', qty: 1 }]
    expect(followedBy(all, sealed('B2', contents)).currentBoxId).toBe('B1')
    const other = followedBy(all, sealed('B1', [{ itemNo: '-001', qty: 3 }]))
    expect(other.currentBoxId).toBe('B2')
    expect(followedBy(other, sealed('B2', contents)).currentBoxId).toBeNull()
    expect(followedBy(followedBy(filling, boxOpened(2)), sealed('B1')).currentBoxId).toBe('B2')
  })

  const voided = followedBy(sealedBox, { type: 'boxVoided', boxId: 'B1', reason: 'damaged' })

  it.each<PackingEvent>([
    scanned('B1'),
    { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-1')] },
    identified('B1', 'SN-2'),
    { type: 'boxClosed', boxId: 'B1' },
    {
      type: 'boxEmptied',
      boxId: 'B1',
      sectionCode: 's',
      contents: [],
      closed: false,
      identities: [],
    },
  ])('is not changed any more by $type, nor by taking that back, given up or not', (event) => {
    for (const fixed of [sealedBox, voided]) {
      const after = followedBy(fixed, event)
      expect(after.boxes).toEqual(fixed.boxes)
      expect(followedBy(after, { type: 'undone', seq: 99 }).boxes).toEqual(fixed.boxes)
    }
  })

  it('is opened again with what it holds, and goods go into it', () => {
    const again = followedBy(followedBy(ready, sealed('B1', [{ itemNo: '-001', qty: 2 }])), {
      type: 'boxReopened',
      boxId: 'B1',
    })
    expect(again).toEqual({ ...ready, undo: [] })
  })

  it('is given up: its goods count no more, and it is never opened again', () => {
    expect(boxes(voided)).toEqual([['B1', 'voided', [{ itemNo: '-001', qty: 1 }]]])
    expect(boxes(followedBy(voided, { type: 'boxReopened', boxId: 'B1' }))).toEqual(boxes(voided))
  })

  it('goes into the courier’s cage and out of it', () => {
    const given = followedBy(sealedBox, { type: 'boxGivenToCourier', boxId: 'B1' })
    expect(given.boxes[0]).toEqual({ ...sealedBox.boxes[0], withCourier: true })
    expect(followedBy(given, { type: 'boxTakenBack', boxId: 'B1' })).toEqual(sealedBox)
  })

  it('gets another waybill, and its own again where that was given up', () => {
    const corrected = followedBy(sealedBox, {
      type: 'waybillCorrected',
      boxId: 'B1',
      was: invoice,
      invoice: other,
      reason: 'torn',
    })
    expect(corrected.boxes[0]).toMatchObject({ invoice: other })
    expect(followedBy(corrected, { type: 'waybillKept', boxId: 'B1', was: invoice, invoice: other })).toEqual(
      sealedBox,
    )
    const off = followedBy(sealedBox, {
      type: 'waybillCorrected',
      boxId: 'B1',
      was: invoice,
      invoice: null,
      reason: 'torn',
    })
    expect(off.boxes[0]).toMatchObject({ invoice: null })
  })
})

describe('an event that does not fit', () => {
  it.each<PackingEvent>([
    { type: 'boxGivenToCourier', boxId: 'B1' },
    { type: 'boxTakenBack', boxId: 'B1' },
    { type: 'waybillCorrected', boxId: 'B1', was: null, invoice, reason: '' },
    { type: 'waybillKept', boxId: 'B1', was: invoice, invoice },
  ])('$type changes no box that has no waybill yet', (event) => {
    expect(followedBy(filling, event)).toEqual(filling)
  })

  it('giving up, or opening again, leaves an open box open', () => {
    expect(followedBy(filling, { type: 'boxVoided', boxId: 'B1', reason: '' }).boxes).toEqual(filling.boxes)
    expect(followedBy(filling, { type: 'boxReopened', boxId: 'B1' }).boxes).toEqual(filling.boxes)
    expect(followedBy(filling, { type: 'boxVoided', boxId: 'B1', reason: '' }).undo).toEqual([])
  })

  it.each<PackingEvent>([
    scanned('B9'),
    { type: 'itemTakenOut', ...inBox('B9'), identities: [] },
    identified('B9', 'SN-1'),
    { type: 'boxTyped', boxId: 'B9', typeCode: '01', before: null },
    { type: 'boxWeighed', boxId: 'B9', grams: 1, before: null },
    { type: 'boxClosed', boxId: 'B9' },
    { type: 'boxEmptied', boxId: 'B9', sectionCode: 's', contents: [], closed: false, identities: [] },
    sealed('B9'),
    { type: 'boxVoided', boxId: 'B9', reason: '' },
    { type: 'boxGivenToCourier', boxId: 'B9' },
  ])('$type of a box that is not there changes none that is', (event) => {
    expect(followedBy(filling, event).boxes).toEqual(filling.boxes)
    expect(followedBy(sealedBox, event).boxes).toEqual(sealedBox.boxes)
  })

  it('takes out no more than there is', () => {
    const taken = followedBy(filling, { type: 'itemTakenOut', ...inBox('B1', '-001', 9), identities: [] })
    expect(taken.boxes[0]).toMatchObject({ contents: [], sectionCode: null })
  })
})
