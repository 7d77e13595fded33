import type { ItemQuantity } from '../../../shared/domain/sections/shapes.ts'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import { firstListed } from '../operations/index.ts'
import { pathText } from '../http/input.ts'
import type { Section, StoredOrder } from '../order-document.ts'
import type { ChangeResult } from './change.ts'
import { missingItem, sectionsHolding } from './find.ts'

/**
 * Does something to the item in the path, all of its units unless `qty` says fewer. An item number that stands in several
 * sections means the first one that allows it; when none does, the first one's refusal is the answer.
 */
export const onItem = (
  call: Call,
  stored: StoredOrder,
  qty: number | undefined,
  act: (section: Section, part: readonly ItemQuantity[]) => ChangeResult,
): CallAnswer => {
  const orderSectionItemNo = pathText(call, 'orderSectionItemNo')
  let refusal: StoreError | undefined
  for (const section of sectionsHolding(stored.order, orderSectionItemNo)) {
    const has = section.sectionItems.find((it) => it.orderSectionItemNo === orderSectionItemNo)?.qty ?? 0
    try {
      if (qty !== undefined && qty > has) throw new StoreError(firstListed(call.operation, [30094, 10003]))
      const result = act(section, [{ orderSectionItemNo, qty: qty ?? has }])
      call.context.orders.save(result.stored)
      return { data: result.answer }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      refusal ??= error
    }
  }
  throw refusal ?? missingItem(call)
}
