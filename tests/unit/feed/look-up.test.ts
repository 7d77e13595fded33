import { describe, expect, it } from 'vitest'
import { createLookUp } from '../../../electron/station/feed/look-up.ts'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import { snapshot } from '../../renderer/fixtures.ts'
import { guideOrder, heard } from '../orders.ts'

const found = heard(guideOrder())
const { orderNo } = found
const unknown: Answer = { ok: false, said: { kind: 'unknownOrder' } }
const asking: Answer = { ok: false, said: { kind: 'lookingUpOrder' } }
const open: Answer = { ok: true, said: { kind: 'undone', what: 'itemScanned' } }

/** A desk that has been asked for orders it does not know, and a store that answers when a test lets it. */
function createAsked() {
  const told: unknown[] = []
  let lastId = 0
  let online = true
  let saves = (): void => undefined
  let answerNow: (answer: StoreAnswer<HeardOrder>) => void = () => undefined
  const answers = new Promise<StoreAnswer<HeardOrder>>((resolve) => {
    answerNow = resolve
  })
  const lookUp = createLookUp({
    service: {
      order: (no, priority) => {
        told.push(['asked', no, priority])
        return answers
      },
    },
    takeIn: ({ orderNo }, asked, manner) => {
      saves()
      told.push(['taken in', orderNo, asked.place, manner])
      return { kind: 'kept', order: guideOrder(), leftOut: [], contradicted: false }
    },
    readings: { moment: () => ({ place: 7, at: 0 }) },
    isOnline: () => online,
    report: (what, error) => told.push([what, error instanceof Error ? error.message : '']),
    open: (no, code) => {
      told.push(['opened', no, code])
      return open
    },
    answered: (answer, code) => {
      lastId += 1
      told.push([answer, code])
      return snapshot({ lastScan: { id: lastId, at: 0, code, answer } })
    },
    answeredLater: (answer, code) => told.push(['later', answer, code]),
    lastId: () => lastId,
    onOrders: () => told.push('orders'),
  })
  return {
    told,
    lookUp,
    offline: () => {
      online = false
    },
    scanMore: () => {
      lastId += 1
    },
    saveFails: () => {
      saves = () => {
        throw new Error('disk full')
      }
    },
    /** What has been told by the time the store's answer has been dealt with. */
    async after(answer: StoreAnswer<HeardOrder>): Promise<unknown[]> {
      told.length = 0
      answerNow(answer)
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      return told
    },
  }
}

describe('an order number that this desk has not heard of', () => {
  const code = ` ${orderNo}-S1 `

  it('is asked for at the store, and the packer is told so at once', () => {
    const { told, lookUp } = createAsked()
    expect(lookUp(code, unknown).lastScan).toEqual({ id: 1, at: 0, code, answer: asking })
    expect(told).toEqual([
      [asking, code],
      ['asked', orderNo, 'read'],
    ])
  })

  it('opens by itself once the store knows it', async () => {
    const { lookUp, after } = createAsked()
    lookUp(code, unknown)
    expect(await after({ kind: 'ok', data: found })).toEqual([
      ['taken in', orderNo, 7, 'alone'],
      'orders',
      ['opened', orderNo, code],
      ['later', open, code],
    ])
  })

  it('is only kept where something else was scanned meanwhile', async () => {
    const { lookUp, scanMore, after } = createAsked()
    lookUp(code, unknown)
    scanMore()
    expect(await after({ kind: 'ok', data: found })).toEqual([['taken in', orderNo, 7, 'alone'], 'orders'])
  })

  it('stays unknown where the store does not give it, if that is still asked', async () => {
    const refused = { kind: 'refused', errorCode: '30026', words: '' } as const
    const { lookUp, after } = createAsked()
    lookUp(code, unknown)
    expect(await after(refused)).toEqual([['later', unknown, code]])
    const busy = createAsked()
    busy.lookUp(code, unknown)
    busy.scanMore()
    expect(await busy.after(refused)).toEqual([])
  })

  it('that cannot be kept is reported', async () => {
    const { lookUp, saveFails, after } = createAsked()
    lookUp(code, unknown)
    saveFails()
    expect(await after({ kind: 'ok', data: found })).toEqual([['look-up', 'disk full']])
  })

  it('is not asked for without a network', () => {
    const { told, lookUp, offline } = createAsked()
    offline()
    lookUp(code, unknown)
    expect(told).toEqual([[unknown, code]])
  })
})

describe('the store is not asked', () => {
  it.each<[string, string, Answer]>([
    ['what is no order’s number', 'A-CITRUS', unknown],
    ['an order that could be opened', orderNo, open],
    [
      'an order that was refused for another reason',
      orderNo,
      { ok: false, said: { kind: 'scanOrderFirst' } },
    ],
  ])('for %s', (_what, code, answer) => {
    const { told, lookUp } = createAsked()
    expect(lookUp(code, answer).lastScan?.answer).toBe(answer)
    expect(told).toEqual([[answer, code]])
  })
})
