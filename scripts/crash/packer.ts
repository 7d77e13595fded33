import type { BoxView, DeskView, LineView } from '../../shared/contract/snapshot.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import type { Dice } from './dice.ts'
import type { Action } from './ledger.ts'

/** What the packer knows beside the screen. */
export interface PackerMind {
  readonly dice: Dice
  /** Barcodes printed on the goods: SKU to barcode and the units it stands for. */
  readonly barcodes: ReadonlyMap<string, readonly { readonly code: string; readonly units: number }[]>
  /** The waybill label that lies ready for a box; always the same one for the same box. */
  readonly labelFor: (orderNo: string, box: number) => string
  /** Waybills that stick on other boxes already. */
  readonly usedLabels: readonly string[]
}

/** What the packer does next, judging by the screen alone; null where another order is to be taken. */
export function nextAction(desk: DeskView | null, mind: PackerMind): Action | null {
  const { dice } = mind
  if (dice.chance(0.07)) return { kind: 'nonsense', code: nonsense(desk, mind) }
  if (desk === null || desk.expecting === 'nothing') return null
  const box = desk.boxes.find((candidate) => candidate.id === desk.currentBoxId)
  if (dice.chance(0.03)) return { kind: 'putDown' }
  if (desk.can.undo === null && dice.chance(0.06)) return { kind: 'undo' }
  if (desk.expecting === 'invoice') {
    return { kind: 'seal', invoiceNo: mind.labelFor(desk.orderNo, box?.number ?? 0) }
  }
  if (box !== undefined && box.units > 0 && mayClose(desk, box) && dice.chance(0.4)) {
    return { kind: dice.chance(0.15) ? 'nextBox' : 'closeBox' }
  }
  return takeGoods(desk, box, mind)
}

/** Another channel's quantities may not be divided, so its boxes hold whole lines. */
function mayClose(desk: DeskView, box: BoxView): boolean {
  if (desk.channel === 'IMWEB') return true
  return box.contents.every(
    ({ itemNo, qty }) => desk.lines.find((line) => line.itemNo === itemNo)?.needed === qty,
  )
}

function takeGoods(desk: DeskView, box: BoxView | undefined, { dice, barcodes }: PackerMind): Action {
  const open = desk.lines.filter((line) => line.done < line.needed)
  const section = box === undefined || box.units === 0 ? null : box.sectionNo
  const fitting = open.filter((line) => section === null || line.sectionNo === section)
  const begun = fitting.filter((line) => line.inCurrentBox > 0)
  const line = dice.pick(desk.channel !== 'IMWEB' && begun.length > 0 ? begun : fitting)
  // Nothing left of this box's section: it is full, and the rest needs a box of its own.
  if (line === null) return { kind: 'closeBox' }
  const { itemNo } = line
  const left = line.needed - line.done
  const printed = line.codes.filter((code) => isOnlyOn(desk, line, code))
  const packs = printed.flatMap((code) => barcodes.get(code) ?? []).filter(({ units }) => units <= left)
  const single = [itemNo, ...printed].map((code) => ({ code, units: 1 }))
  const { code, units } = dice.pick([...single, ...packs]) ?? { code: itemNo, units: 1 }
  return { kind: 'item', code, itemNo, units }
}

const isOnlyOn = (desk: DeskView, line: LineView, code: string): boolean =>
  desk.lines.every((other) => other === line || !other.codes.includes(code))

/** A command whose check digit does not fit. */
const tornCommand =
  commandBarcode('closeBox').slice(0, -1) + String((Number(commandBarcode('closeBox').slice(-1)) + 1) % 10)

/** Codes that mean nothing here: an unknown one, a torn command, a used waybill, or goods that are complete. */
function nonsense(desk: DeskView | null, { dice, usedLabels }: PackerMind): string {
  const complete = (desk?.lines ?? []).filter((line) => line.done >= line.needed).map((line) => line.itemNo)
  // The item number of an order that is not on the desk would open it.
  const used = usedLabels.slice(-5)
  return dice.pick(['ZZZ-UNKNOWN', tornCommand, ...used, ...complete]) ?? 'ZZZ-UNKNOWN'
}
