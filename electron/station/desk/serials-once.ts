import { afterwards, refuse, type Decision } from '../../../shared/domain/packing/decision.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { serialsAdded } from '../../../shared/domain/packing/goods/serials.ts'
import type { PackingProjections } from '../log/projections.ts'

/**
 * The decision, or a refusal where it would give a unit a serial number that another one has, here or in any order:
 * scanned, printed with a code, or brought back by undoing.
 */
export function serialsOnce(packing: Packing, decision: Decision, projections: PackingProjections): Decision {
  const gives =
    decision.ok && decision.events.some(({ type }) => type === 'itemIdentified' || type === 'undone')
  if (!gives) return decision
  const added = serialsAdded(packing, afterwards(packing, decision.events))
  for (const { product, value } of added) {
    const again = added.filter((each) => each.product === product && each.value === value).length > 1
    const orderNo = again ? packing.orderNo : projections.orderWithSerial(product, value)
    if (orderNo !== null) return refuse({ kind: 'serialUsed', value, orderNo })
  }
  return decision
}
