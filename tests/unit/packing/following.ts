import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import type { Around } from '../../../shared/domain/packing/around.ts'
import { decide, heldAgainst } from '../../../shared/domain/packing/decide.ts'
import type { Decision } from '../../../shared/domain/packing/decision.ts'
import { identify, packGoods, takeOutOf } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { NextStep } from '../../../shared/domain/packing/next-step.ts'
import {
  currentBox,
  lineToIdentify,
  unitsUnidentified,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { registeredFor } from '../../../shared/domain/packing/waybill/registered-waybill.ts'

/** What comes of doing as the screen says, by each way to do it; `fresh` makes numbers that nothing else has. */
export function following(packing: Packing, around: Around, step: NextStep, fresh: number): Decision[] {
  const act = (action: DeskAction): Decision => decide(packing, around, action)
  const box = currentBox(packing)
  const numbered = (number: number): string => packing.boxes.find((each) => each.number === number)?.id ?? ''
  switch (step.kind) {
    case 'stop':
      return [act({ do: 'putDown', leaveGoods: true })]
    case 'changed':
      return [act({ do: 'takeOverChanges' })]
    case 'takeOut':
    case 'takeOutByScan':
      return packing.lines.map((line) => takeOutOf(packing, line))
    case 'serial':
    case 'lot': {
      const line = box === undefined ? undefined : lineToIdentify(packing, box)
      if (box === undefined || line === undefined) return []
      const decision = identify(packing, line, `own-${String(fresh)}`, unitsUnidentified(box, line))
      return [heldAgainst(packing, around, decision)]
    }
    case 'boxType':
      return [act({ do: 'typeBox', code: '01' })]
    case 'weight':
      return [act({ do: 'weighBox', grams: 500 })]
    case 'scanGoods':
      return packing.lines.map((line) =>
        packGoods(packing, line, { units: 1, code: 'any', how: 'scan' }, around.rules),
      )
    case 'nextBox':
      return [act({ do: 'nextBox' })]
    case 'chooseCourier':
    case 'scanWaybill':
      return [act({ do: 'seal', invoice: { courierIdx: 4, invoiceNo: String(900_000_000_000 + fresh) } })]
    case 'scanRegistered': {
      const invoice = registeredFor(around.order, box?.sectionCode)
      return invoice === null ? [] : [act({ do: 'seal', invoice })]
    }
    case 'moveTogether':
      return packing.lines.map(({ itemNo }) =>
        act({ do: 'moveItem', boxId: numbered(step.from), toBoxId: numbered(step.box), itemNo, units: 1 }),
      )
    case 'repack':
      return [act({ do: 'emptyBox', boxId: null })]
    case 'selectBox':
      return [act({ do: 'selectBox', boxId: numbered(step.box) })]
    case 'setAside':
      return [act({ do: 'holdOrder', reason: 'ask' })]
    case 'orderComplete':
      return [act({ do: 'putDown', leaveGoods: false })]
  }
}
