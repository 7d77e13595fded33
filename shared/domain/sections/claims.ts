import type { SectionAssumptions } from './assumptions.ts'
import type { SectionStatus } from './status.ts'

export const claimKinds = ['cancel', 'return', 'exchange'] as const

export type ClaimKind = (typeof claimKinds)[number]

export type ClaimAction = 'request' | 'reject' | 'approve'

const requestableFrom: Record<ClaimKind, readonly SectionStatus[]> = {
  cancel: ['PRODUCT_PREPARATION', 'SHIPPING_READY'],
  return: ['SHIPPING', 'SHIPPING_COMPLETE', 'EXCHANGE_SHIPPING', 'EXCHANGE_SHIPPING_COMPLETE'],
  exchange: ['SHIPPING', 'SHIPPING_COMPLETE'],
}

const requested: Record<ClaimKind, SectionStatus> = {
  cancel: 'CANCEL_REQUEST',
  return: 'RETURN_REQUEST',
  exchange: 'EXCHANGE_REQUEST',
}

/** Whether customer or seller may ask for this claim while the section is in this status. */
export const canRequestClaim = (kind: ClaimKind, status: SectionStatus): boolean =>
  requestableFrom[kind].includes(status)

/** The status a section waits in between the request of a claim and the decision about it. */
export const claimRequestStatus = (kind: ClaimKind): SectionStatus => requested[kind]

/** The claim a section is waiting on, if it is. */
export const pendingClaimOf = (status: SectionStatus): ClaimKind | undefined =>
  claimKinds.find((kind) => requested[kind] === status)

/** Whether this action on this claim is possible in this status. */
export const canActOnClaim = (kind: ClaimKind, action: ClaimAction, status: SectionStatus): boolean =>
  action === 'request' ? canRequestClaim(kind, status) : status === requested[kind]

/**
 * The status an action on a claim leads to. A refused cancel goes back to 상품준비, a refused return or exchange to
 * 배송완료, whatever the section was before the request.
 */
export const claimOutcome = (
  kind: ClaimKind,
  action: ClaimAction,
  assumptions: SectionAssumptions,
): SectionStatus => {
  if (action === 'request') return requested[kind]
  if (action === 'reject') return kind === 'cancel' ? 'PRODUCT_PREPARATION' : 'SHIPPING_COMPLETE'
  if (kind === 'cancel') return 'CANCEL_COMPLETE'
  if (kind === 'return') return 'RETURN_COMPLETE'
  return assumptions.approvedExchange === 'complete' ? 'EXCHANGE_COMPLETE' : 'EXCHANGE_PRODUCT_PREPARATION'
}

/** Which claim a customer could raise on an item of a section in this status (`possibleClaimType`). */
export const possibleClaimType = (status: SectionStatus): 'cancel' | 'return' | undefined => {
  if (canRequestClaim('cancel', status)) return 'cancel'
  return canRequestClaim('return', status) ? 'return' : undefined
}
