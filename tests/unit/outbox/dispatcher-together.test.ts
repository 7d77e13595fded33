import { beforeEach, describe, expect, it } from 'vitest'
import { createDispatcher } from '../../../electron/station/outbox/dispatcher.ts'
import { createOutbox, type OutboxWorld } from './outbox-world.ts'

let outbox: OutboxWorld
let dispatcher: ReturnType<typeof createDispatcher>
let reports: unknown[]
/** Orders that are worth being read together. */
let worthwhile: string[]
let answer: (error?: Error) => void
let isStopped: () => boolean

beforeEach(() => {
  outbox = createOutbox()
  reports = []
  worthwhile = ['a', 'b', 'd']
  dispatcher = createDispatcher({
    ...outbox.parts(),
    readAhead: {
      next: (except) => {
        const orderNos = worthwhile.filter((orderNo) => !except.includes(orderNo))
        return orderNos.length === 0 ? null : { from: '', to: '', orderNos }
      },
      read: ({ orderNos }, stopped) => {
        outbox.done.push(`together ${orderNos.join(' ')}`)
        worthwhile = []
        isStopped = stopped
        return new Promise((resolve, reject) => {
          answer = (error) => {
            if (error === undefined) resolve()
            else reject(error)
          }
        })
      },
    },
    schedule: () => () => undefined,
    graceMs: () => 0,
    report: (what) => reports.push(what),
    anchored: () => Promise.resolve(),
    onChange: () => undefined,
  })
  for (const orderNo of ['a', 'b', 'c', 'd', 'e']) outbox.give({ orderNo })
})

/** Lets everything that needs no waiting come to its end. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

describe('orders that are read together', () => {
  it('are not read by themselves meanwhile, and the others are', async () => {
    dispatcher.start()
    await settled()
    expect(outbox.done).toEqual(['together a b d', 'read c', 'read e'])
    expect(dispatcher.isIdle()).toBe(false)
    outbox.done.length = 0
    answer()
    await settled()
    expect(outbox.done).toEqual(['read a', 'read b', 'read d'])
    expect(dispatcher.isIdle()).toBe(true)
  })

  it('are read by themselves where that goes wrong, which is told', async () => {
    dispatcher.start()
    answer(new Error('odd'))
    await settled()
    expect(reports).toEqual(['outbox'])
    expect(outbox.done).toEqual(expect.arrayContaining(['read a', 'read b', 'read d']))
  })

  it('are asked for once at a time', () => {
    dispatcher.start()
    worthwhile = ['c', 'e']
    dispatcher.wake()
    expect(outbox.done.filter((each) => each.startsWith('together'))).toEqual(['together a b d'])
  })

  it('are left alone by a dispatcher that is told to stop', () => {
    dispatcher.start()
    expect(isStopped()).toBe(false)
    dispatcher.pause()
    expect(isStopped()).toBe(true)
  })
})
