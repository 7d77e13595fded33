import type { ClaimKind } from '../../../../shared/domain/sections/claims.ts'
import { canActOnClaim, canRequestClaim, pendingClaimOf } from '../../../../shared/domain/sections/claims.ts'
import type { ItemQuantity } from '../../../../shared/domain/sections/shapes.ts'
import { dividesAnItem } from '../../../../shared/domain/sections/split.ts'
import { isExchangeDispatch } from '../../../../shared/domain/sections/steps.ts'
import type { Call } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { firstListed } from '../../operations/index.ts'
import type { Order, Section, StoredOrder } from '../../order-document.ts'
import { isPaid } from '../../state/settle.ts'
import { checkChannel, isOutsideChannel } from '../channel.ts'
import { findOrder } from '../find.ts'

/** The order of a claim call: it exists (30060), may be written to (30119), is paid (30113) and open (30071). */
export const findClaimable = (call: Call): StoredOrder => {
  const stored = findOrder(call)
  checkChannel(stored.order)
  if (!isPaid(stored.order) && call.operation.errors.includes(30113)) throw new StoreError(30113)
  const isClosed = stored.order.orderStatus === 'CLOSED'
  if (isClosed && call.operation.errors.includes(30071)) throw new StoreError(30071)
  return stored
}

const listed = (call: Call, ...codes: [number, ...number[]]): StoreError =>
  new StoreError(firstListed(call.operation, codes))

const claimWords = /^(CANCEL|RETURN|EXCHANGE)_(REQUEST|COMPLETE)$/

const checkCancelRequest = (call: Call, section: Section): void => {
  if (canRequestClaim('cancel', section.orderSectionStatus)) return
  throw claimWords.test(section.orderSectionStatus) ? new StoreError(30112) : listed(call, 30069, 30112)
}

const checkReturnRequest = (call: Call, order: Order, section: Section): void => {
  const status = section.orderSectionStatus
  if (isOutsideChannel(order)) {
    if (isExchangeDispatch(status)) throw new StoreError(30141)
    if (status !== 'SHIPPING' && status !== 'SHIPPING_COMPLETE') throw new StoreError(30189)
  }
  if (canRequestClaim('return', status)) return
  if (status.startsWith('RETURN_')) throw listed(call, 30075, 30070, 30111)
  throw claimWords.test(status) ? listed(call, 30070, 30111) : new StoreError(30111)
}

const checkExchangeRequest = (call: Call, section: Section): void => {
  const status = section.orderSectionStatus
  if (canRequestClaim('exchange', status)) return
  if (status.startsWith('RETURN_')) throw listed(call, 30075, 30070, 30111)
  throw claimWords.test(status) ? listed(call, 30070, 30111) : new StoreError(30111)
}

/** Whether a claim can be asked for on a section, or on a part of it; throws the document's code if not. */
export const checkRequest = (
  call: Call,
  kind: ClaimKind,
  order: Order,
  section: Section,
  part: readonly ItemQuantity[] | undefined,
): void => {
  if (kind === 'cancel') checkCancelRequest(call, section)
  else if (kind === 'return') checkReturnRequest(call, order, section)
  else checkExchangeRequest(call, section)
  const isDivided = part !== undefined && dividesAnItem(section, part)
  if (isDivided && isOutsideChannel(order)) throw listed(call, 30133, 30119)
}

const notRequested: Record<ClaimKind, { reject: number; approve: number }> = {
  cancel: { reject: 30131, approve: 30188 },
  return: { reject: 30135, approve: 30114 },
  exchange: { reject: 30140, approve: 30114 },
}

/**
 * Whether the section waits for a decision on this claim. A section whose claims are all decided answers 30070 where the
 * document lists it; any other 30131, 30135 or 30140 for a rejection, 30188 or 30114 for an approval.
 */
export const checkDecision = (
  call: Call,
  kind: ClaimKind,
  action: 'reject' | 'approve',
  section: Section,
): void => {
  const status = section.orderSectionStatus
  if (canActOnClaim(kind, action, status)) return
  const isDecided = claimWords.test(status) && pendingClaimOf(status) === undefined
  throw isDecided
    ? listed(call, 30070, notRequested[kind][action])
    : new StoreError(notRequested[kind][action])
}
