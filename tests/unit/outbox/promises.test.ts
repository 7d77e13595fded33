import { beforeEach, describe, expect, it } from 'vitest'
import { handOverOf } from '../../../electron/station/outbox/promises.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  boxOpened,
  filling,
  invoice,
  log,
  opened,
  scanned,
  sealed,
  sealedBox,
} from '../packing/log-on-paper.ts'
import {
  corrected,
  courier,
  createDeskWorld,
  dispatched,
  handedOver,
  takenBack,
  waitMs,
  type DeskWorld,
} from './desk-world.ts'
import { promise } from './outbox-world.ts'

let desk: DeskWorld
beforeEach(() => {
  desk = createDeskWorld()
})

const reopened: PackingEvent = { type: 'boxReopened', boxId: 'B1' }
const voided: PackingEvent = { type: 'boxVoided', boxId: 'B1', reason: '파손' }

describe('a sealed box', () => {
  it('is promised with its goods, its waybill and whom that is for, once it can no longer be taken back', () => {
    desk.happens(sealed('B1'))
    expect(desk.intents()).toMatchObject([
      {
        kind: 'dispatch',
        boxId: 'B1',
        boxNumber: 1,
        payload: dispatched,
        givenAt: desk.outbox.now,
        nextAt: desk.outbox.pace + waitMs,
      },
    ])
  })

  it.each(['B1', 'B9'])('is one that is sealed: %s', (boxId) => {
    expect(() => {
      desk.promises.keep({ event: sealed(boxId), after: filling, at: desk.outbox.now })
    }).toThrow(`box ${boxId} is not sealed`)
    expect(desk.intents()).toEqual([])
  })

  it('is promised no more once it is open again, in the cage or not', () => {
    desk.happens(sealed('B1'), courier)
    expect(desk.kinds()).toEqual(['dispatch', 'handOver'])
    desk.happens(reopened)
    expect(desk.intents()).toEqual([])
  })

  it('is not opened again where the store may have heard of it', () => {
    desk.happens(sealed('B1'))
    desk.change(1, { sentAt: 1 })
    expect(() => {
      desk.happens(reopened)
    }).toThrow('may have been reported')
    expect(desk.kinds()).toEqual(['dispatch'])
  })

  it('of which nothing was promised can be opened again', () => {
    desk.happens(sealed('B1'))
    desk.outbox.table.takeBack(desk.outbox.newest())
    expect(() => {
      desk.happens(reopened)
    }).not.toThrow()
  })
})

describe('what the store is not to hear of', () => {
  it('promises nothing', () => {
    desk.happens({ type: 'noteWritten', text: '메모' }, { type: 'waybillFreed', boxId: 'B1', invoice })
    expect(desk.intents()).toEqual([])
  })
})

describe('what is asked for by itself', () => {
  it('is promised as it was asked for, about no box', () => {
    desk.happens({ type: 'intentGiven', kind: 'dispatch', payload: promise() })
    expect(desk.intents()).toMatchObject([
      {
        kind: 'dispatch',
        boxId: null,
        boxNumber: null,
        payload: promise(),
        givenAt: desk.outbox.now,
        nextAt: desk.outbox.pace + waitMs,
      },
    ])
  })

  it('is of a kind that this desk knows', () => {
    expect(() => {
      desk.happens({ type: 'intentGiven', kind: 'other', payload: {} })
    }).toThrow('there is no kind of intent other')
  })
})

describe('a box in the cage', () => {
  it('is told of with its waybill, for whom the box was sealed for', () => {
    desk.happens(sealed('B1'))
    desk.packing = { ...desk.packing, receiver: null }
    desk.happens(courier)
    expect(desk.intents()[1]).toMatchObject({
      kind: 'handOver',
      boxId: 'B1',
      boxNumber: 1,
      payload: handedOver,
      givenAt: desk.outbox.now,
      nextAt: desk.outbox.pace + waitMs,
    })
  })

  it('is told of without a receiver where nothing was promised of it', () => {
    desk.packing = sealedBox
    desk.happens(courier)
    expect(desk.payloads()).toEqual([{ ...handedOver, receiver: null }])
  })

  it('is not told of where a person sees to the box', () => {
    desk.happens(sealed('B1'))
    desk.change(1, { state: 'handled', handled: { how: 'handedOver', reason: '직접', at: 1 } })
    desk.happens(courier)
    expect(desk.kinds()).toEqual(['dispatch'])
  })

  it('has a waybill', () => {
    const box = sealedBox.boxes[0]
    if (box?.state !== 'sealed') throw new Error('not sealed')
    expect(() => handOverOf({ ...box, invoice: null }, null)).toThrow(
      'box B1 went to the courier without a waybill',
    )
  })

  it('that comes out of it again is not told of', () => {
    desk.happens(sealed('B1'), courier, takenBack)
    expect(desk.kinds()).toEqual(['dispatch'])
  })

  it.each(['confirmed', 'handled'] as const)('leaves what was %s as it ended', (state) => {
    desk.happens(sealed('B1'), courier)
    desk.change(2, { state })
    desk.happens(takenBack)
    expect(desk.intents()[1]?.state).toBe(state)
  })

  it('that nothing was told of comes out of it all the same', () => {
    desk.happens(sealed('B1'), takenBack)
    expect(desk.kinds()).toEqual(['dispatch'])
  })
})

describe('a box that is given up', () => {
  it('ends what else was promised of it, and of no other box', () => {
    desk.packing = log(opened, boxOpened(1), scanned('B1'), boxOpened(2), scanned('B2'))
    desk.happens(sealed('B1'), courier, corrected(null), sealed('B2'), {
      type: 'boxGivenToCourier',
      boxId: 'B2',
    })
    desk.happens(voided)
    const handled = { how: 'superseded', reason: '파손', at: desk.outbox.now }
    expect(desk.intents().map(({ kind, boxId, state, handled: how }) => [kind, boxId, state, how])).toEqual([
      ['dispatch', 'B1', 'waiting', null],
      ['handOver', 'B1', 'handled', handled],
      ['correctWaybill', 'B1', 'handled', handled],
      ['dispatch', 'B2', 'waiting', null],
      ['handOver', 'B2', 'waiting', null],
    ])
    expect(desk.intents()[1]?.since).toBe(desk.outbox.now)
  })

  it('leaves what the store has done', () => {
    desk.happens(sealed('B1'), courier)
    desk.change(2, { state: 'confirmed' })
    desk.happens(voided)
    expect(desk.intents()[1]).toMatchObject({ state: 'confirmed', handled: null })
  })
})
