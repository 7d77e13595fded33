import { describe, expect, test } from 'vitest'
import { ConnectionLost } from '../../electron/demo-store/spoil.ts'
import { demo } from './demo-orders.ts'
import { orderPath, sectionPath } from './paths.ts'
import { at, openTestStore } from './test-store.ts'

/** A schedule that runs nothing until told to. */
const handSchedule = () => {
  const waiting: { ms: number; run: () => void }[] = []
  return {
    schedule: (ms: number, run: () => void) => {
      waiting.push({ ms, run })
    },
    waiting,
    runAll: () => {
      for (const { run } of waiting.splice(0)) run()
    },
  }
}

const openFaulty = async () => {
  const hand = handSchedule()
  const opened = await openTestStore({ schedule: hand.schedule, isContractChecked: false })
  const path = sectionPath(demo.guide, opened.section(demo.guide).orderSectionCode, 'shipping-operation')
  const ready = { orderSectionStatus: 'SHIPPING_READY' }
  const part = { ...ready, orderSectionItemDataList: [{ orderSectionItemNo: `${demo.guide}-002`, qty: 1 }] }
  return {
    ...opened,
    hand,
    control: opened.store.control,
    makeReady: () => opened.send('PATCH', path, ready),
    splitOff: () => opened.send('PATCH', path, part),
    raw: () => opened.sendRaw('GET', orderPath(demo.guide), undefined, {}),
    status: () => opened.section(demo.guide).orderSectionStatus,
  }
}

describe('a misbehaving network', () => {
  test('latency: the answer comes when its time has come', async () => {
    const { control, hand, raw } = await openFaulty()
    control.addFault({ fault: { kind: 'latency', ms: 3_000 } })
    let isAnswered = false
    const answer = raw().then(() => {
      isAnswered = true
    })
    await Promise.resolve()
    expect([isAnswered, hand.waiting.map((w) => w.ms)]).toEqual([false, [3_000]])
    hand.runAll()
    await answer
    expect(isAnswered).toBe(true)
  })

  test('no answer: until the caller gives up, or the store is closed', async () => {
    const { control, store, sendRaw } = await openFaulty()
    control.addFault({ fault: { kind: 'no-answer' }, times: 0 })
    const giveUp = new AbortController()
    const request = new Request(`http://store.test${orderPath(demo.guide)}`, { signal: giveUp.signal })
    const given = store.fetch(request)
    giveUp.abort()
    await expect(given).rejects.toBeInstanceOf(ConnectionLost)
    const open = sendRaw('GET', orderPath(demo.guide), undefined, {})
    store.close()
    await expect(open).rejects.toBeInstanceOf(ConnectionLost)
  })

  test('the answer lost: the write is done, the caller sees a broken connection', async () => {
    const { control, makeReady, status } = await openFaulty()
    control.addFault({ fault: { kind: 'lost-answer' }, method: 'PATCH' })
    await expect(makeReady()).rejects.toBeInstanceOf(ConnectionLost)
    expect(status()).toBe('SHIPPING_READY')
    expect((await makeReady()).code).toBe(30108)
  })

  test('delivered twice: a split is made twice', async () => {
    const { control, splitOff, order } = await openFaulty()
    control.addFault({ fault: { kind: 'delivered-twice' }, method: 'PATCH' })
    await splitOff()
    expect(order(demo.guide).sections.map((s) => s.orderSectionStatus)).toEqual([
      'PRODUCT_PREPARATION',
      'SHIPPING_READY',
      'SHIPPING_READY',
    ])
  })

  test('10000 with a 500, applied or not', async () => {
    const { control, makeReady, status } = await openFaulty()
    control.addFault({ fault: { kind: 'server-error' }, method: 'PATCH' })
    expect((await makeReady()).code).toBe(10000)
    expect(status()).toBe('PRODUCT_PREPARATION')
    control.addFault({ fault: { kind: 'server-error', isApplied: true }, method: 'PATCH' })
    expect((await makeReady()).status).toBe(500)
    expect(status()).toBe('SHIPPING_READY')
  })

  test('429 without a reason', async () => {
    const { control, makeReady, status } = await openFaulty()
    control.addFault({ fault: { kind: 'rate-limited' } })
    const answer = await makeReady()
    expect([answer.status, answer.code, status()]).toEqual([429, 429, 'PRODUCT_PREPARATION'])
  })

  test('a body that ends in the middle, or is a page of HTML', async () => {
    const { control, raw } = await openFaulty()
    control.addFault({ fault: { kind: 'truncated-body' } })
    control.addFault({ fault: { kind: 'not-json' } })
    const cut = await raw()
    expect(cut.status).toBe(200)
    const text = await cut.text()
    expect((): unknown => JSON.parse(text)).toThrow(SyntaxError)
    const page = await raw()
    expect([page.status, page.headers.get('content-type'), (await page.text()).slice(0, 9)]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype',
    ])
  })

  test('a field missing, or of the wrong type', async () => {
    const { control, send } = await openFaulty()
    control.addFault({ fault: { kind: 'missing-field', path: 'data.sections.0.orderSectionCode' } })
    control.addFault({
      fault: { kind: 'wrong-type', path: 'data.sections.0.sectionItems.1.qty', value: 'four' },
    })
    const without = await send('GET', orderPath(demo.guide))
    expect(at(without.data, 'sections', 0, 'orderSectionNo')).toBe(`${demo.guide}-S1`)
    expect(at(without.data, 'sections', 0, 'orderSectionCode')).toBeUndefined()
    const wrong = await send('GET', orderPath(demo.guide))
    expect(at(wrong.data, 'sections', 0, 'sectionItems', 1, 'qty')).toBe('four')
  })

  test('a slow trickle brings the whole body, piece by piece', async () => {
    const { control, raw, hand } = await openFaulty()
    const whole = await (await raw()).text()
    control.addFault({ fault: { kind: 'slow-trickle', bytes: 500, ms: 40 } })
    const answer = await raw()
    const reading = answer.text()
    const progress = { isRead: false }
    void reading.then(() => {
      progress.isRead = true
    })
    let pieces = 0
    while (!progress.isRead) {
      pieces += hand.waiting.length
      hand.runAll()
      await new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
    }
    expect(await reading).toBe(whole)
    expect(pieces).toBeGreaterThanOrEqual(Math.floor(Buffer.byteLength(whole) / 500))
  })

  test('connections refused, for as long as said', async () => {
    const { control, clock, raw } = await openFaulty()
    control.refuseConnections(5_000)
    await expect(raw()).rejects.toBeInstanceOf(ConnectionLost)
    clock.now += 5_000
    expect((await raw()).status).toBe(200)
  })
})

describe('a plan of faults', () => {
  test('hits the requests it is meant for, so many times, after so many', async () => {
    const { control, raw, makeReady } = await openFaulty()
    control.addFault({ fault: { kind: 'server-error' }, method: 'GET', path: '/orders/', skip: 1, times: 2 })
    const statuses: number[] = []
    for (let i = 0; i < 4; i += 1) statuses.push((await raw()).status)
    expect(statuses).toEqual([200, 500, 500, 200])
    control.addFault({ fault: { kind: 'server-error' }, times: 0 })
    expect(control.faults()).toHaveLength(1)
    expect([(await raw()).status, (await makeReady()).status]).toEqual([500, 500])
    control.clearFaults()
    expect((await raw()).status).toBe(200)
  })
})

describe('time and tokens', () => {
  test('a clock jump ages what the store knows', async () => {
    const { control, send } = await openFaulty()
    control.jumpClock(2 * 3_600_000)
    expect((await send('GET', '/site-info')).code).toBe(30102)
    control.jumpClock(-2 * 3_600_000)
    expect((await send('GET', '/site-info')).status).toBe(200)
  })

  test('access tokens can be ended at once', async () => {
    const { control, send } = await openFaulty()
    control.expireTokens('access')
    expect((await send('GET', '/site-info')).code).toBe(30102)
  })

  test('what was asked is remembered in order', async () => {
    const { control, raw, makeReady } = await openFaulty()
    control.forgetRequests()
    await raw()
    control.addFault({ fault: { kind: 'lost-answer' } })
    await makeReady().catch(() => undefined)
    expect(control.requests().map((r) => [r.method, r.status])).toEqual([
      ['GET', 200],
      ['PATCH', 0],
    ])
  })
})
