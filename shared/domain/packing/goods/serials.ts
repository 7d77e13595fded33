import { afterwards, refuse, type Decision } from '../decision.ts'
import type { Packing } from '../packing.ts'

/** A serial number as it stands in a box (by its number): one product's, on one unit. */
export type SerialInBox = { product: string; value: string; box: number }

/** The serial numbers in this opening's boxes, each as often as units have it; what was given up has none. */
export const serialsIn = ({ boxes, lines, run }: Packing): SerialInBox[] =>
  boxes
    .filter((box) => box.run === run && box.state !== 'voided')
    .flatMap((box) =>
      box.identities.flatMap(({ kind, itemNo, value, units }) => {
        const line = lines.find((each) => each.itemNo === itemNo && each.sectionCode === box.sectionCode)
        if (kind !== 'serial' || line === undefined) return []
        return Array.from({ length: units }, () => ({
          product: line.product.key,
          value,
          box: box.number,
        }))
      }),
    )

/** Those that are there `after` and were not `before`; a number that a second unit has been given is one of them. */
function serialsAdded(before: Packing, after: Packing): SerialInBox[] {
  const known = serialsIn(before)
  return serialsIn(after).filter(({ product, value }) => {
    const index = known.findIndex((each) => each.product === product && each.value === value)
    if (index !== -1) known.splice(index, 1)
    return index === -1
  })
}

/**
 * The decision, or a refusal where it would give a unit a serial number that another one has, here or in any order:
 * scanned, printed with a code, or brought back by undoing.
 */
export function serialsOnce(
  packing: Packing,
  decision: Decision,
  orderWithSerial: (product: string, value: string) => string | null,
): Decision {
  const gives =
    decision.ok && decision.events.some(({ type }) => type === 'itemIdentified' || type === 'undone')
  if (!gives) return decision
  const added = serialsAdded(packing, afterwards(packing, decision.events))
  for (const { product, value } of added) {
    const again = added.filter((each) => each.product === product && each.value === value).length > 1
    const orderNo = again ? packing.orderNo : orderWithSerial(product, value)
    if (orderNo !== null) return refuse({ kind: 'serialUsed', value, orderNo })
  }
  return decision
}
