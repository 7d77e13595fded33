import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { boxNumbered, type Reported } from '../../../shared/domain/packing/boxes/which-box.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { type Box, type Packing } from '../../../shared/domain/packing/packing.ts'
import { opened } from './desk-on-paper.ts'
import { guideOrder } from '../orders.ts'

export const id = (number: number) => `${guideOrder().orderNo}-B${String(number)}`
export const never: (boxId: string) => Reported = () => 'not'

/** A in box 1, B in box 2, both open; nothing in box 3, which is the current one. */
export function threeBoxes() {
  const desk = opened()
  desk.scan('A')
  desk.do(boxes.nextBox)
  desk.scan('B')
  desk.do(boxes.nextBox)
  return desk
}

/** Box 1 is sealed; box 2 is given up; box 3 is being filled. */
export function sealedBoxes() {
  const desk = opened()
  desk.scan('A')
  desk.seal('1000000001')
  desk.scan('B')
  desk.seal('1000000002')
  desk.do((packing) => giveUp(packing, { type: 'boxVoided', boxId: id(2), reason: 'damaged' }))
  desk.scan('B')
  return desk
}

export const box = (packing: Packing, number: number): Box => {
  const of = boxNumbered(packing, number)
  if (!of.ok) throw new Error(`no box ${String(number)}`)
  return of.it
}

export const numbers = (of: readonly Box[]) => of.map(({ number }) => number)
