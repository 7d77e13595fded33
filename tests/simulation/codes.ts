import type { LineView } from '../../shared/contract/snapshot.ts'
import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { orderBarcode } from '../../shared/domain/codes/command-barcode.ts'
import type { Chance } from './chance.ts'
import { printedGtin, serialSku, type Plan } from './plan.ts'

/** Everything a packer could hold under the scanner. Serial numbers and waybills run on; now and then one comes again. */
export function createCodes(chance: Chance, plan: Plan, orderNos: readonly string[]) {
  const waybills: string[] = []
  const serials: string[] = []
  const { registered } = plan

  function waybill(): string {
    if (chance.is(0.1)) return chance.pick([...waybills, ...registered]) ?? ''
    const number = cjInvoiceNo(`68${String(waybills.length + 1).padStart(9, '0')}`)
    waybills.push(number)
    return number
  }

  function serial(): string {
    if (chance.is(0.2)) return chance.pick(serials) ?? 'SN1'
    const number = `SN${String(serials.length + 1)}`
    serials.push(number)
    return number
  }

  return {
    waybill,
    serial: (): string => (chance.is(0.1) ? (chance.pick(orderNos) ?? '') : serial()),
    lot: (): string => `LOT${String(1 + chance.below(3))}`,

    /** One of these goods; where it has its serial number printed with its code, sometimes that. */
    goods(lines: readonly LineView[]): string {
      const line = chance.pick(lines)
      if (line?.codes.includes(serialSku) === true && chance.is(0.4)) {
        return `]C1010${printedGtin}21${serial()}`
      }
      return chance.pick(line?.codes ?? []) ?? chance.pick(orderNos) ?? ''
    },

    /** What an empty desk is given: an order in one of its forms, a printed waybill, or goods. */
    toBegin(): string {
      const order = chance.pick(orderNos) ?? ''
      if (chance.is(0.2)) return chance.pick(registered) ?? order
      if (chance.is(plan.settings.workMode === 'oneItem' ? 0.6 : 0.05)) return chance.pick(plan.skus) ?? order
      return chance.is(0.2) ? orderBarcode(order) : order
    },

    mistaken: (): string =>
      chance.pick(['NO-SUCH-THING', 'T-GREEN-50', '123', ...orderNos, ...registered, ...waybills]) ?? '',
  }
}

export type CodeMaker = ReturnType<typeof createCodes>
