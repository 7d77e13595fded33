import type { ItemQuantity } from '../../../../shared/domain/sections/shapes.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { pathText } from '../../http/input.ts'
import type { Section, StoredOrder } from '../../order-document.ts'
import type { ChangeResult } from '../change.ts'
import { findSection } from '../find.ts'
import { onItem } from '../item-level.ts'
import { forEachSection } from '../order-level.ts'

/** One step of a claim on one section, or on a part of it. */
export type ClaimStep = (
  stored: StoredOrder,
  section: Section,
  part: readonly ItemQuantity[] | undefined,
) => ChangeResult

/** A claim step on whole sections of an order. */
export const onOrderLevel = (
  call: Call,
  stored: StoredOrder,
  codes: readonly string[] | undefined,
  step: ClaimStep,
): CallAnswer => forEachSection(call, stored, codes, (now, section) => step(now, section, undefined).stored)

/** A claim step on the section in the path, or on some of its items and quantities. */
export const onSectionLevel = (
  call: Call,
  stored: StoredOrder,
  part: readonly ItemQuantity[] | undefined,
  step: ClaimStep,
): CallAnswer => {
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  const result = step(stored, section, part)
  call.context.orders.save(result.stored)
  return { data: result.answer }
}

/** A claim step on the item in the path, or on some of its units. */
export const onItemLevel = (
  call: Call,
  stored: StoredOrder,
  qty: number | undefined,
  step: ClaimStep,
): CallAnswer => onItem(call, stored, qty, (section, part) => step(stored, section, part))
