import { describe, expect, it } from 'vitest'
import { exportLog } from '../../../electron/station/log/log-export.ts'
import { orderReport, replayLogFile, reportText } from '../../../electron/station/log/log-replay.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  boxOpened,
  filling,
  followedBy,
  invoice,
  log,
  opened,
  scanned,
  sealed,
  sealedBox,
} from '../packing/log-on-paper.ts'
import { createLogDesk, refused } from './log-desk.ts'

async function fileOf(...events: [orderNo: string | null, event: PackingEvent][]): Promise<string> {
  const desk = createLogDesk()
  const at = new Date(2026, 10, 25).getTime()
  for (const [orderNo, event] of events) desk.log.append(orderNo, [event], at)
  const parts = { db: desk.db, pause: () => Promise.resolve(), now: 99, app: null }
  return (await exportLog({ kind: 'day', day: '2026-11-25' }, parts))?.text ?? ''
}

describe('an excerpt that is replayed', () => {
  it('gives each order’s state, as they first appear; what is of no order changes none', async () => {
    const text = await fileOf(
      ['8', opened],
      [null, refused('x')],
      ['1', opened],
      ['1', boxOpened(1)],
      ['8', { type: 'orderPutDown' }],
      ['1', scanned('B1')],
    )
    const { orders, problems, header } = replayLogFile(text)
    expect([header.events, problems]).toEqual([6, []])
    expect(orders.map(({ orderNo, onDesk }) => [orderNo, onDesk])).toEqual([
      ['8', false],
      ['1', true],
    ])
    expect(orders[1]?.boxes).toMatchObject([{ id: 'B1', contents: [{ itemNo: '-001', qty: 1 }] }])
    expect(orders[1]?.undo.map(({ seq }) => seq)).toEqual([4, 6])
  })

  it('names what is not as the desk wrote it', async () => {
    const text = await fileOf(['1', opened], ['1', boxOpened(1)])
    expect(replayLogFile(text.replace('B1', 'B2')).problems).toContainEqual({ line: 3, what: 'changed' })
  })
})

describe('the report of an order', () => {
  it('has its boxes with their goods and waybills, and what is not in a box yet', () => {
    const packing = followedBy(followedBy(sealedBox, boxOpened(2)), scanned('B2', '-002'))
    expect(orderReport(packing)).toEqual({
      orderNo: '1',
      channel: 'COUPANG',
      onDesk: true,
      boxes: [
        {
          id: 'B1',
          number: 1,
          state: 'sealed',
          current: false,
          sectionCode: 's',
          contents: [{ itemNo: '-001', qty: 1, name: 'Product A' }],
          invoice,
        },
        {
          id: 'B2',
          number: 2,
          state: 'open',
          current: true,
          sectionCode: 's',
          contents: [{ itemNo: '-002', qty: 1, name: 'Product B' }],
          invoice: null,
        },
      ],
      lines: [
        { sectionCode: 's', itemNo: '-001', name: 'Product A', needed: 3, done: 1, left: 2 },
        { sectionCode: 's', itemNo: '-002', name: 'Product B', needed: 1, done: 1, left: 0 },
      ],
    })
  })

  it('a box that was given up has no waybill any more', () => {
    const voided = followedBy(sealedBox, { type: 'boxVoided', boxId: 'B1', reason: '파손' })
    expect(orderReport(voided).boxes).toMatchObject([{ state: 'voided', invoice: null }])
  })

  it('goods that are no longer among the lines go by their number', () => {
    const { boxes } = orderReport(followedBy(sealedBox, { ...opened, lines: [] }))
    expect(boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1, name: '-001' }])
  })
})

describe('the report as a person reads it', () => {
  it('names boxes, goods, waybills and what is left', () => {
    expect(
      reportText(orderReport(followedBy(followedBy(sealedBox, boxOpened(2)), scanned('B2', '-002')))),
    ).toBe(
      `order 1 (COUPANG), on the desk
  box 1: sealed, waybill 1000000001 (courier 4)
    1 × Product A (-001)
  box 2: open, current
    1 × Product B (-002)
  left to pack:
    2 of 3 × Product A (-001)`,
    )
  })

  it('says so where there is no box, and where nothing is left', () => {
    expect(reportText(orderReport(log(opened, { type: 'orderPutDown' })))).toBe(
      `order 1 (COUPANG)
  no boxes
  left to pack:
    3 of 3 × Product A (-001)
    1 of 1 × Product B (-002)`,
    )
    const whole = [
      { itemNo: '-001', qty: 3 },
      { itemNo: '-002', qty: 1 },
    ]
    expect(reportText(orderReport(followedBy(filling, sealed('B1', whole))))).toBe(
      `order 1 (COUPANG), on the desk
  box 1: sealed, waybill 1000000001 (courier 4)
    3 × Product A (-001)
    1 × Product B (-002)
  nothing left to pack`,
    )
  })

  it('shows what is in boxes beyond what the order is of now', () => {
    const changed = followedBy(sealedBox, {
      type: 'orderUpdated',
      receiver: null,
      lines: opened.lines.slice(0, 1).map((line) => ({ ...line, qty: 0 })),
    })
    expect(reportText(orderReport(changed))).toContain('left to pack:\n    -1 of 0 × Product A (-001)')
  })
})
