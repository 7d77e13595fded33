import type { Rules } from './rules.ts'
import { allBoxed, allSealed, currentBox, lineToIdentify, type Packing } from './packing.ts'

/** What the desk waits for. */
export type Expecting = 'item' | 'serial' | 'lot' | 'boxType' | 'weight' | 'invoice' | 'nothing'

/** Goods first, then what the box must have before its waybill, then the waybill. */
export function expecting(packing: Packing, rules: Rules): Expecting {
  const box = currentBox(packing)
  if (box === undefined || box.state === 'sealed' || box.state === 'voided') {
    return allSealed(packing) ? 'nothing' : 'item'
  }
  const unidentified = lineToIdentify(packing, box)
  if (unidentified?.capture != null) return unidentified.capture
  if (box.contents.length === 0 || (box.state === 'open' && !allBoxed(packing))) {
    return allSealed(packing) ? 'nothing' : 'item'
  }
  if (rules.boxType === 'required' && box.typeCode === null) return 'boxType'
  return rules.weight === 'required' && box.grams === null ? 'weight' : 'invoice'
}
