import { describe, expect, it } from 'vitest'
import { auditStore, auditWrites } from '../../scripts/crash/audit.ts'
import { deskDifferences, type SeenDesk } from '../../scripts/crash/compare.ts'
import { emptyLedger, outcomes, type Action, type Ledger } from '../../scripts/crash/ledger.ts'
import type { ShopOrder, ShopSection } from '../../scripts/crash/read-shop.ts'

const orderNo = '20250102000000001'

/** What a packer remembers after these accepted actions, each with the box that was current. */
function remembered(...actions: readonly (readonly [Action, number | null])[]): Ledger {
  return actions.reduce<Ledger>(
    (ledger, [action, current]) => outcomes(ledger, action, current)[0],
    emptyLedger,
  )
}

const opened = [{ kind: 'open', orderNo }, null] as const
const scanned = (current: number | null) =>
  [{ kind: 'item', code: 'A', itemNo: 'i1', units: 1 }, current] as const
const sealed = [{ kind: 'seal', invoiceNo: '690000000011' }, 1] as const

const oneBox = (units: number, more: Partial<SeenDesk['boxes'][number]> = {}): SeenDesk => ({
  orderNo,
  lines: [{ itemNo: 'i1', done: units }],
  boxes: [{ number: 1, state: 'open', goods: new Map([['i1', units]]), invoiceNo: null, ...more }],
})

describe('the screen after a restart', () => {
  const ledger = remembered(opened, scanned(null), scanned(1))

  it('is as it was told', () => {
    expect(deskDifferences(ledger, oneBox(2))).toEqual([])
  })

  it.each([
    ['a unit is missing', oneBox(1), 'lost'],
    ['a unit is there twice', oneBox(3), 'extra'],
    ['the box is gone', { ...oneBox(2), boxes: [] }, 'lost'],
    ['the order is gone', null, 'lost'],
    ['the box is sealed, and nobody sealed it', oneBox(2, { state: 'sealed', invoiceNo: '1' }), 'extra'],
  ] as const)('shows that %s', (_name, desk, kind) => {
    expect(deskDifferences(ledger, desk).map((found) => found.kind)).toContain(kind)
  })

  it('shows that a seal is missing', () => {
    const differences = deskDifferences(
      remembered(opened, scanned(null), sealed),
      oneBox(1, { state: 'closed' }),
    )
    expect(differences).toHaveLength(1)
  })

  it('shows nothing of what was taken back', () => {
    const undone = remembered(opened, scanned(null), scanned(1), [{ kind: 'undo' }, 1])
    expect(deskDifferences(undone, oneBox(1))).toEqual([])
  })
})

describe('the store at the end', () => {
  const ledger = remembered(opened, scanned(null), scanned(1), sealed)
  const section = (code: string, qty: number, more: Partial<ShopSection> = {}): ShopSection => ({
    code,
    status: 'SHIPPING',
    invoiceNo: '690000000011',
    items: [{ itemNo: 'i1', line: 'l1', qty }],
    ...more,
  })
  const rest = section('s0', 1, { status: 'PRODUCT_PREPARATION', invoiceNo: null })
  const before: ShopOrder = {
    orderNo,
    channel: 'IMWEB',
    sections: [{ ...rest, items: [{ itemNo: 'i1', line: 'l1', qty: 3 }] }],
  }
  const audit = (...sections: ShopSection[]) =>
    auditStore(ledger, new Map([[orderNo, before]]), [{ orderNo, channel: 'IMWEB', sections }])

  it('has the box once, with its goods', () => {
    const { differences, sections, boxesSealed, duplicates } = audit(rest, section('s1', 2))
    expect({ differences, sections, boxesSealed, duplicates }).toEqual({
      differences: [],
      sections: 1,
      boxesSealed: 1,
      duplicates: 0,
    })
  })

  it('has never heard of the box', () => {
    expect(
      audit(section('s0', 3, { status: 'PRODUCT_PREPARATION', invoiceNo: null })).differences,
    ).toHaveLength(1)
  })

  it('has the box twice', () => {
    expect(audit(section('s1', 2), section('s2', 1)).duplicates).toBe(1)
  })

  it('sent goods that nobody packed', () => {
    expect(audit(section('s1', 2), section('s2', 1, { invoiceNo: '7' })).duplicates).toBe(1)
  })

  it('has other goods under the waybill', () => {
    expect(
      audit(section('s1', 1), { ...rest, items: [{ itemNo: 'i1', line: 'l1', qty: 2 }] }).differences,
    ).toHaveLength(1)
  })

  it('has the box prepared, and not on its way', () => {
    expect(audit(rest, section('s1', 2, { status: 'SHIPPING_READY' })).differences).toHaveLength(1)
  })

  it('was split once more than a box was packed', () => {
    const again = section('s2', 1, { status: 'SHIPPING_READY', invoiceNo: null })
    expect(audit({ ...rest, items: [] }, again, section('s1', 2)).differences).toHaveLength(1)
  })

  it('was written to twice', () => {
    const write = { orderNo, outcome: 'done' } as const
    expect(auditWrites(ledger, [write, write], () => false)).toEqual([])
    expect(auditWrites(ledger, [write, write, write], () => false)).toHaveLength(1)
    expect(auditWrites(ledger, [write, { orderNo, outcome: 'refused' }], () => false)).toHaveLength(1)
  })
})
