import { changeSection } from '../../../shared/domain/sections/change-section.ts'
import type { ItemQuantity } from '../../../shared/domain/sections/shapes.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { Assumptions } from '../assumptions.ts'
import type { Call } from '../context.ts'
import { StoreError, badInput } from '../errors.ts'
import { firstListed } from '../operations/index.ts'
import type { Section, SectionItem, StoredOrder } from '../order-document.ts'
import { newCode, unusedCode } from '../state/codes.ts'
import { missingItem, missingSection } from './find.ts'

const shareOf = (amount: number, qty: number, whole: number, side: 'part' | 'rest'): number =>
  side === 'part' ? Math.floor((amount * qty) / whole) : amount - Math.floor((amount * (whole - qty)) / whole)

/** An item with fewer units; its discounts are divided in proportion, the odd won staying with the rest. */
const withQuantity = (item: SectionItem, qty: number, side: 'part' | 'rest'): SectionItem => ({
  ...item,
  qty,
  gradeDiscount: shareOf(item.gradeDiscount, qty, item.qty, side),
  itemCouponDiscount: shareOf(item.itemCouponDiscount, qty, item.qty, side),
  itemPointAmount: shareOf(item.itemPointAmount, qty, item.qty, side),
  itemPromotionDiscount: shareOf(item.itemPromotionDiscount, qty, item.qty, side),
})

const noFees = {
  deliveryPrice: 0,
  deliveryIslandPrice: 0,
  deliveryExtraPrice: 0,
  deliveryCouponDiscount: 0,
  deliveryPointAmount: 0,
}

const asNewSection =
  (assumptions: Assumptions) =>
  (section: Section, orderSectionCode: string, orderSectionNo: string): Section => {
    const fees = assumptions.splitDeliveryFees === 'stay' ? noFees : {}
    const { invoice, ...bare } = section
    const kept = invoice !== undefined && assumptions.splitInvoice === 'copy' ? { invoice } : {}
    return { ...bare, ...kept, ...fees, orderSectionCode, orderSectionNo }
  }

/** What the claims and shipping calls at section and item level answer. */
interface SplitAnswer {
  readonly isExternalSaleChannel: 'Y' | 'N'
  readonly isNewSection: 'Y' | 'N'
  readonly newSectionData?: {
    readonly orderSectionCode: string
    readonly orderSectionItemDataList: readonly ItemQuantity[]
  }
}

export interface ChangeResult {
  readonly stored: StoredOrder
  readonly changedCode: string
  readonly answer: SplitAnswer
}

/**
 * Moves a section of an order, or a part of it, and gives the part that was asked for a last touch (its invoice, its
 * claim). Throws the error the document lists for the call when section, item or quantity do not exist.
 */
export const changeOrderSection = (
  call: Call,
  stored: StoredOrder,
  change: {
    orderSectionCode: string
    to: SectionStatus | undefined
    part?: readonly ItemQuantity[] | undefined
  },
  touch: (section: Section) => Section,
): ChangeResult => {
  const { order, hidden } = stored
  const { assumptions, now, random, orders } = call.context
  const result = changeSection<SectionItem, Section>(order.sections, change, {
    orderNo: order.orderNo,
    newSectionCode: () =>
      unusedCode(
        () => newCode('os', now(), random),
        (code) => orders.hasSection(code),
      ),
    assumptions,
    withQuantity,
    withItemNo: (item, orderSectionItemNo) => ({ ...item, orderSectionItemNo }),
    withItems: (section, sectionItems) => ({ ...section, sectionItems }),
    withStatus: (section, orderSectionStatus) => ({ ...section, orderSectionStatus }),
    asNewSection: asNewSection(assumptions),
  })
  if ('problem' in result) throw problemError(call, result.problem)
  const { changed, created } = result
  const touched = touch(changed)
  const sections = result.sections.map((s) => (s === changed ? touched : s))
  const secrets = hidden.sections[change.orderSectionCode]
  const carried =
    created === undefined || secrets === undefined
      ? {}
      : { [created.orderSectionCode]: { ...secrets, busyUntil: 0 } }
  return {
    stored: {
      order: { ...order, sections },
      hidden: { ...hidden, sections: { ...hidden.sections, ...carried } },
    },
    changedCode: touched.orderSectionCode,
    answer: {
      isExternalSaleChannel: order.saleChannel === 'IMWEB' ? 'N' : 'Y',
      isNewSection: created === undefined ? 'N' : 'Y',
      ...(created === undefined
        ? {}
        : {
            newSectionData: {
              orderSectionCode: created.orderSectionCode,
              orderSectionItemDataList: created.sectionItems.map(({ orderSectionItemNo, qty }) => ({
                orderSectionItemNo,
                qty,
              })),
            },
          }),
    },
  }
}

const problemError = (
  call: Call,
  problem: Extract<ReturnType<typeof changeSection>, { problem: string }>['problem'],
): StoreError => {
  const listed = (...codes: [number, ...number[]]) => new StoreError(firstListed(call.operation, codes))
  if (problem === 'unknown-section') return missingSection(call)
  if (problem === 'unknown-item') return missingItem(call)
  if (problem === 'too-many') return listed(30094, 10003)
  if (problem === 'nothing-asked') return listed(30089, 10003)
  if (problem === 'bad-quantity')
    return badInput({ in: 'body', field: 'qty', message: '1 이상의 정수여야 합니다.' })
  return listed(30114, 30078, 30066, 10003)
}
