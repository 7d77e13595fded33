import { describe, expect, it } from 'vitest'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import {
  lines,
  invoice,
  receiver,
  opened,
  boxOpened,
  inBox,
  scanned,
  serial,
  identified,
  log,
  followedBy,
  filling,
  sealedBox,
} from './log-on-paper.ts'

describe('an order', () => {
  it('comes onto the desk with its lines, and begins a new run without what was under way', () => {
    const before = followedBy(followedBy(filling, { type: 'waybillPresented', sectionCode: 's', invoice }), {
      type: 'noteWritten',
      text: 'fragile',
    })
    const again = followedBy(before, {
      ...opened,
      ordererName: '김포장',
      lines: lines.slice(1),
      receiver: null,
    })
    expect(again).toEqual({
      ...before,
      onDesk: true,
      run: 2,
      ordererName: '김포장',
      receiver: null,
      lines: lines.slice(1),
      currentBoxId: null,
      waybill: null,
      undo: [],
    })
    expect(log(opened)).toMatchObject({ onDesk: true, run: 1, channel: 'COUPANG', receiver, lines })
  })

  it('leaves the desk and comes back as it was', () => {
    const away = followedBy(filling, { type: 'orderPutDown' })
    expect(away).toEqual({ ...filling, onDesk: false })
    expect(followedBy(away, { type: 'orderResumed' })).toEqual(filling)
  })

  it('is set aside or left to another desk, until it is taken back', () => {
    const held = followedBy(filling, { type: 'orderHeld', reason: 'missing' })
    expect(held).toEqual({ ...filling, onDesk: false, held: 'missing' })
    const handed = followedBy(held, { type: 'orderHandedOver', desk: '2', note: '' })
    expect(handed).toEqual({ ...held, handedTo: '2' })
    expect(followedBy(handed, { type: 'orderTakenBack' })).toEqual({ ...filling, onDesk: false })
    expect(followedBy(filling, { type: 'orderHandedOver', desk: '2', note: '' }).onDesk).toBe(false)
  })

  it('goes on with what the store has changed, and nothing before that is undone', () => {
    const event: PackingEvent = { type: 'orderUpdated', receiver: null, lines: lines.slice(0, 1) }
    expect(followedBy(filling, event)).toEqual({
      ...filling,
      receiver: null,
      lines: lines.slice(0, 1),
      undo: [],
    })
  })

  it('keeps its notes in their order, and the waybill that was scanned first', () => {
    const noted = log(opened, { type: 'noteWritten', text: 'a' }, { type: 'noteWritten', text: 'b' })
    expect(noted.notes).toEqual(['a', 'b'])
    const presented: PackingEvent = { type: 'waybillPresented', sectionCode: 's', invoice }
    expect(followedBy(filling, presented).waybill).toEqual({ sectionCode: 's', invoice })
  })

  it.each<PackingEvent>([
    { type: 'scanRefused', code: 'A', reason: 'unknownCode' },
    { type: 'waybillFreed', boxId: 'B1', invoice },
    { type: 'packerSignedIn', person: 1, name: '김' },
    { type: 'packerSignedOut', why: 'idle' },
    { type: 'intentGiven', kind: 'cancelOrder', payload: {} },
    { type: 'intentGivenUp', kind: 'cancelOrder', payload: {}, reason: 'refused' },
    { type: 'earlierDataTaken', kind: 'older', lastSeq: 9, missing: null, onlyAtStore: ['1'] },
  ])('is not changed by $type', (event) => {
    expect(followedBy(filling, event)).toBe(filling)
  })
})

describe('a box being filled', () => {
  it('begins empty, and is the one that goods go into', () => {
    const packing = log(opened, boxOpened(1), boxOpened(2))
    expect(packing.currentBoxId).toBe('B2')
    expect(packing.boxes[1]).toEqual({
      id: 'B2',
      number: 2,
      run: 1,
      state: 'open',
      sectionCode: null,
      contents: [],
      identities: [],
      typeCode: null,
      grams: null,
    })
  })

  it('holds what was scanned, item by item, and its section while it holds anything', () => {
    const packing = log(opened, boxOpened(1), scanned('B1'), scanned('B1', '-002'), scanned('B1', '-001', 2))
    expect(packing.boxes[0]).toMatchObject({
      sectionCode: 's',
      contents: [
        { itemNo: '-001', qty: 3 },
        { itemNo: '-002', qty: 1 },
      ],
    })
    const taken = followedBy(packing, { type: 'itemTakenOut', ...inBox('B1', '-001', 2), identities: [] })
    expect(taken.boxes[0]?.contents).toEqual([
      { itemNo: '-001', qty: 1 },
      { itemNo: '-002', qty: 1 },
    ])
    const out = followedBy(followedBy(taken, { type: 'itemTakenOut', ...inBox('B1'), identities: [] }), {
      type: 'itemTakenOut',
      ...inBox('B1', '-002'),
      identities: [],
    })
    expect(out.boxes[0]).toMatchObject({ sectionCode: null, contents: [], state: 'open' })
  })

  it('gives goods to another with the numbers that go along', () => {
    const two = followedBy(followedBy(filling, boxOpened(2)), {
      type: 'itemMoved',
      ...inBox('B1'),
      toBoxId: 'B2',
      identities: [serial('SN-1')],
    })
    expect(two.boxes.map(({ contents, identities }) => [contents, identities])).toEqual([
      [[{ itemNo: '-001', qty: 1 }], []],
      [[{ itemNo: '-001', qty: 1 }], [serial('SN-1')]],
    ])
  })

  it('knows a lot once, however often it was told, and apart from any other', () => {
    const lot = (
      value: string,
      units: number,
      itemNo = '-001',
      kind: 'lot' | 'serial' = 'lot',
    ): PackingEvent => ({
      type: 'itemIdentified',
      ...inBox('B1', itemNo, units),
      kind,
      value,
    })
    const told = log(
      opened,
      boxOpened(1),
      scanned('B1', '-001', 3),
      lot('L1', 1),
      lot('L1', 2),
      lot('L2', 1),
      lot('L1', 1, '-002'),
      lot('L1', 1, '-001', 'serial'),
    )
    expect(told.boxes[0]?.identities).toEqual([
      { itemNo: '-001', kind: 'lot', value: 'L1', units: 3 },
      { itemNo: '-001', kind: 'lot', value: 'L2', units: 1 },
      { itemNo: '-002', kind: 'lot', value: 'L1', units: 1 },
      { itemNo: '-001', kind: 'serial', value: 'L1', units: 1 },
    ])
  })

  it('loses no number that it does not have', () => {
    const taken = followedBy(filling, { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-9')] })
    expect(taken.boxes[0]?.identities).toEqual([serial('SN-1')])
  })

  it('is emptied with all that was said of its goods; what kind of box it is stays', () => {
    const typed = followedBy(filling, { type: 'boxTyped', boxId: 'B1', typeCode: '01', before: null })
    const closed = followedBy(typed, { type: 'boxClosed', boxId: 'B1' })
    const empty = followedBy(closed, {
      type: 'boxEmptied',
      boxId: 'B1',
      sectionCode: 's',
      contents: [{ itemNo: '-001', qty: 2 }],
      closed: true,
      identities: [serial('SN-1')],
    })
    expect(empty.boxes[0]).toMatchObject({
      state: 'open',
      sectionCode: null,
      contents: [],
      identities: [],
      typeCode: '01',
    })
  })

  it('is selected only where there is one', () => {
    const two = followedBy(filling, boxOpened(2))
    expect(followedBy(two, { type: 'boxSelected', boxId: 'B1' }).currentBoxId).toBe('B1')
    expect(followedBy(two, { type: 'boxSelected', boxId: 'B9' }).currentBoxId).toBe('B2')
  })
})

describe('going back', () => {
  const two = followedBy(filling, boxOpened(2))

  it.each<[Packing, PackingEvent]>([
    [filling, boxOpened(2)],
    [filling, scanned('B1')],
    [filling, scanned('B1', '-002')],
    [filling, { type: 'itemTakenOut', ...inBox('B1'), identities: [serial('SN-1')] }],
    [two, { type: 'itemMoved', ...inBox('B1'), toBoxId: 'B2', identities: [serial('SN-1')] }],
    [filling, identified('B1', 'SN-2')],
    [filling, { type: 'boxTyped', boxId: 'B1', typeCode: '01', before: null }],
    [filling, { type: 'boxWeighed', boxId: 'B1', grams: 900, before: null }],
    [filling, { type: 'boxClosed', boxId: 'B1' }],
    [two, { type: 'boxSelected', boxId: 'B1' }],
    [
      filling,
      {
        type: 'boxEmptied',
        boxId: 'B1',
        sectionCode: 's',
        contents: [{ itemNo: '-001', qty: 2 }],
        closed: false,
        identities: [serial('SN-1')],
      },
    ],
    [
      followedBy(filling, { type: 'boxClosed', boxId: 'B1' }),
      {
        type: 'boxEmptied',
        boxId: 'B1',
        sectionCode: 's',
        contents: [{ itemNo: '-001', qty: 2 }],
        closed: true,
        identities: [serial('SN-1')],
      },
    ],
  ])('%#: everything is as it was before', (before, event) => {
    const after = followedBy(before, event)
    expect(after).not.toEqual(before)
    expect(after.undo.at(-1)).toEqual({ seq: 99, event, currentBefore: before.currentBoxId })
    expect(followedBy(after, { type: 'undone', seq: 99 })).toEqual(before)
  })

  it('takes back only the last thing, by its place in the log', () => {
    expect(followedBy(filling, { type: 'undone', seq: 2 })).toBe(filling)
    expect(followedBy(sealedBox, { type: 'undone', seq: 5 })).toBe(sealedBox)
  })
})
