import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { Line } from '../../../shared/domain/packing/goods/line.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { plainRules } from './desk-on-paper.ts'
import { guideOrder } from '../orders.ts'

export const boxId = (number: number) => `${guideOrder().orderNo}-B${String(number)}`
export const lineOf = (packing: Packing, itemNo: string): Line => {
  const line = packing.lines.find((each) => each.itemNo === itemNo)
  if (line === undefined) throw new Error(`no line ${itemNo}`)
  return line
}
export const byHand = { units: 1, code: '', how: 'hand' } as const
export const put = (
  packing: Packing,
  itemNo: string,
  goods: Parameters<typeof packGoods>[2] = byHand,
  rules = plainRules,
) => packGoods(packing, lineOf(packing, itemNo), goods, rules)
