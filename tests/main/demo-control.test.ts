import { afterEach, describe, expect, it } from 'vitest'
import { createDemoStore, type DemoStore } from '../../electron/demo-store/store.ts'
import { createDemoControl } from '../../electron/main/demo-control.ts'
import { plainFaults, type DemoMisbehaviour } from '../../shared/contract/demo.ts'

const guideOrder = '202410104747676'
const now = Date.UTC(2026, 10, 24, 5, 5)

let store: DemoStore | null = null

afterEach(() => {
  store?.close()
  store = null
})

/** A panel on a demo store in memory; `secret` is what the panel believes the store's to be. */
function panel(secret: string | null = 'sesame') {
  const opened = createDemoStore({
    file: ':memory:',
    clock: () => now,
    random: () => 0.5,
    rateLimit: 'off',
    controlSecret: 'sesame',
  })
  store = opened
  const control = createDemoControl({
    baseUrl: 'http://store.test',
    secret,
    fetch: (input, init) => opened.fetch(new Request(input, init)),
    newInvoiceNo: () => '512345678901',
  })
  return { control, opened }
}

const sectionOf = (opened: DemoStore) => opened.readOrder(Number(guideOrder))?.order.sections[0]

describe('faults armed from the demo panel', () => {
  const hit = { calls: 'boxes', times: 2 } as const
  const onCalls: Extract<DemoMisbehaviour, { calls: unknown }>[] = [
    ...plainFaults.map((kind) => ({ kind, ...hit })),
    { kind: 'latency', seconds: 3, ...hit },
    { kind: 'missingField', field: 'data', ...hit },
    { kind: 'wrongType', field: 'data', ...hit },
  ]

  it.each(onCalls.map((fault) => [fault.kind, fault] as const))('arm %s and list it', async (kind, fault) => {
    const { control } = panel()
    expect(await control.demoMisbehave(fault)).toEqual({ ok: true })
    expect(await control.demoFaults({})).toEqual({ ok: true, faults: [{ kind, calls: 'boxes', times: 2 }] })
  })

  it('are listed in order, with the calls they were armed for, and cleared together', async () => {
    const { control, opened } = panel()
    for (const calls of ['any', 'boxes', 'orders', 'signIn'] as const) {
      await control.demoMisbehave({ kind: 'serverError', calls, times: 0 })
    }
    opened.control.addFault({ fault: { kind: 'not-json' }, path: '/coupons' })
    const listed = await control.demoFaults({})
    expect(listed.ok && listed.faults.map((fault) => fault.calls)).toEqual([
      'any',
      'boxes',
      'orders',
      'signIn',
      'other',
    ])
    expect(await control.demoClearFaults({})).toEqual({ ok: true })
    expect(await control.demoFaults({})).toEqual({ ok: true, faults: [] })
  })

  it('move the clock, end tokens and refuse connections', async () => {
    const { control, opened } = panel()
    const refused: number[] = []
    opened.onRefuse((ms) => {
      refused.push(ms)
    })
    expect(await control.demoMisbehave({ kind: 'clockJump', minutes: 60 })).toEqual({ ok: true })
    expect(await control.demoMisbehave({ kind: 'expireTokens', token: 'access' })).toEqual({ ok: true })
    expect(await control.demoMisbehave({ kind: 'refuse', seconds: 5 })).toEqual({ ok: true })
    expect(refused).toEqual([5000])
  })
})

describe('the shop’s side, moved from the demo panel', () => {
  it('shows an order without changing it', async () => {
    const { control, opened } = panel()
    const before = opened.readOrder(Number(guideOrder))
    const looked = await control.demoShop({ act: 'look', orderNo: guideOrder })
    expect(looked).toMatchObject({
      ok: true,
      order: { orderNo: guideOrder, sections: [{ status: 'PRODUCT_PREPARATION', held: false }] },
    })
    expect(opened.readOrder(Number(guideOrder))).toEqual(before)
  })

  it('holds, releases, readdresses, changes a quantity, and cancels', async () => {
    const { control, opened } = panel()
    const orderNo = guideOrder
    await control.demoShop({ act: 'hold', orderNo })
    expect(sectionOf(opened)?.isDeliveryHold).toBe('Y')
    await control.demoShop({ act: 'release', orderNo })
    expect(sectionOf(opened)?.isDeliveryHold).toBe('N')
    await control.demoShop({ act: 'changeAddress', orderNo, address: '부산광역시 수영구 1' })
    expect(sectionOf(opened)?.delivery).toMatchObject({ addr1: '부산광역시 수영구 1', addr2: '' })
    const itemNo = sectionOf(opened)?.sectionItems[0]?.orderSectionItemNo ?? ''
    await control.demoShop({ act: 'changeItem', orderNo, itemNo, qty: 5 })
    expect(sectionOf(opened)?.sectionItems[0]?.qty).toBe(5)
    await control.demoShop({ act: 'requestCancel', orderNo })
    expect(sectionOf(opened)?.orderSectionStatus).toBe('CANCEL_REQUEST')
  })

  it('ships a section elsewhere with a waybill of its own', async () => {
    const { control, opened } = panel()
    const sectionCode = sectionOf(opened)?.orderSectionCode ?? ''
    const sent = await control.demoShop({
      act: 'shipElsewhere',
      orderNo: guideOrder,
      sectionCode,
      courierIdx: 4,
    })
    expect(sent).toMatchObject({ ok: true, order: { sections: [{ status: 'SHIPPING' }] } })
    expect(sectionOf(opened)?.invoice?.invoiceNo).toBe('512345678901')
  })

  it('takes a new order that is paid later', async () => {
    const { control, opened } = panel()
    const added = await control.demoShop({ act: 'addOrder', paid: false })
    if (!added.ok) throw new Error(added.why)
    const { orderNo } = added.order
    expect(opened.readOrder(Number(orderNo))?.order.totalPaymentPrice).toBe(0)
    expect(await control.demoShop({ act: 'pay', orderNo })).toMatchObject({ ok: true })
    expect(opened.readOrder(Number(orderNo))?.order.totalPaymentPrice).toBeGreaterThan(0)
  })
})

describe('what cannot be done', () => {
  it('is told in the store’s own words', async () => {
    const { control } = panel()
    const answer = await control.demoShop({ act: 'cancel', orderNo: '1' })
    if (answer.ok) throw new Error('an order that does not exist was cancelled')
    expect(answer.why).toBe('refused')
    expect(answer.words).toContain('30060')
  })

  it('without the secret is everything', async () => {
    const { control } = panel(null)
    const noControl = { ok: false, why: 'noControl', words: null }
    expect(await control.demoFaults({})).toEqual(noControl)
    expect(await control.demoClearFaults({})).toEqual(noControl)
    expect(await control.demoShop({ act: 'cancel', orderNo: guideOrder })).toEqual(noControl)
  })

  it('with a wrong secret changes nothing', async () => {
    const { control, opened } = panel('open')
    expect(await control.demoShop({ act: 'cancel', orderNo: guideOrder })).toMatchObject({ ok: false })
    expect(sectionOf(opened)?.orderSectionStatus).toBe('PRODUCT_PREPARATION')
  })

  it('while the store refuses connections is told as such', async () => {
    const cut = createDemoControl({
      baseUrl: 'http://store.test',
      secret: 'sesame',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
      newInvoiceNo: () => '1',
    })
    expect(await cut.demoFaults({})).toEqual({ ok: false, why: 'unreachable', words: 'fetch failed' })
  })
})
