import { describe, expect, it } from 'vitest'
import { defaultSectionAssumptions } from '../../../shared/domain/sections/assumptions.ts'
import {
  canActOnClaim,
  canRequestClaim,
  claimKinds,
  claimOutcome,
  claimRequestStatus,
  pendingClaimOf,
  possibleClaimType,
} from '../../../shared/domain/sections/claims.ts'
import { sectionStatuses, type SectionStatus } from '../../../shared/domain/sections/status.ts'
import {
  canBecome,
  hasEnded,
  isExchangeDispatch,
  nextStatuses,
  shippingStageOf,
  shippingStatusFor,
  shippingTargets,
} from '../../../shared/domain/sections/steps.ts'

/** The guide's map of statuses: from where to where. */
const map = `
PRODUCT_PREPARATION > SHIPPING_READY CANCEL_REQUEST
SHIPPING_READY > SHIPPING CANCEL_REQUEST
SHIPPING > SHIPPING_COMPLETE RETURN_REQUEST EXCHANGE_REQUEST
SHIPPING_COMPLETE > PURCHASE_CONFIRMATION RETURN_REQUEST EXCHANGE_REQUEST
PURCHASE_CONFIRMATION >
CANCEL_REQUEST > CANCEL_COMPLETE PRODUCT_PREPARATION SHIPPING
CANCEL_COMPLETE >
RETURN_REQUEST > RETURN_COMPLETE SHIPPING_COMPLETE
RETURN_COMPLETE >
EXCHANGE_REQUEST > EXCHANGE_PRODUCT_PREPARATION EXCHANGE_COMPLETE SHIPPING_COMPLETE
EXCHANGE_COMPLETE >
EXCHANGE_PRODUCT_PREPARATION > EXCHANGE_SHIPPING_READY
EXCHANGE_SHIPPING_READY > EXCHANGE_SHIPPING
EXCHANGE_SHIPPING > EXCHANGE_SHIPPING_COMPLETE RETURN_REQUEST
EXCHANGE_SHIPPING_COMPLETE > EXCHANGE_PURCHASE_CONFIRMATION RETURN_REQUEST
EXCHANGE_PURCHASE_CONFIRMATION >
`

describe('the map of statuses', () => {
  const drawn = (from: SectionStatus) => [from, '>', ...nextStatuses(from)].join(' ')

  it('is the guide’s', () => {
    expect(sectionStatuses.map(drawn)).toEqual(map.trim().split('\n'))
  })

  it.each(sectionStatuses)('%s becomes what the map leads to, and nothing else', (from) => {
    expect(sectionStatuses.filter((to) => canBecome(from, to)).sort()).toEqual([...nextStatuses(from)].sort())
    expect(hasEnded(from)).toBe(nextStatuses(from).length === 0)
  })
})

describe('shipping', () => {
  it.each<[SectionStatus, string | undefined, boolean]>([
    ['PRODUCT_PREPARATION', 'PREPARATION', false],
    ['SHIPPING_READY', 'READY', false],
    ['SHIPPING', 'SHIPPING', false],
    ['SHIPPING_COMPLETE', 'COMPLETE', false],
    ['PURCHASE_CONFIRMATION', 'CONFIRMED', false],
    ['CANCEL_REQUEST', undefined, false],
    ['CANCEL_COMPLETE', undefined, false],
    ['RETURN_REQUEST', undefined, false],
    ['RETURN_COMPLETE', undefined, false],
    ['EXCHANGE_REQUEST', undefined, false],
    ['EXCHANGE_COMPLETE', undefined, false],
    ['EXCHANGE_PRODUCT_PREPARATION', 'PREPARATION', true],
    ['EXCHANGE_SHIPPING_READY', 'READY', true],
    ['EXCHANGE_SHIPPING', 'SHIPPING', true],
    ['EXCHANGE_SHIPPING_COMPLETE', 'COMPLETE', true],
    ['EXCHANGE_PURCHASE_CONFIRMATION', 'CONFIRMED', true],
  ])('%s is at %s, for the second time: %s', (status, stage, again) => {
    expect([shippingStageOf(status), isExchangeDispatch(status)]).toEqual([stage, again])
  })

  it('goes through its own three statuses, and through their twins after an exchange', () => {
    expect(shippingTargets).toEqual(['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE'])
    for (const target of shippingTargets) {
      expect(shippingStatusFor('PRODUCT_PREPARATION', target)).toBe(target)
      expect(shippingStatusFor('EXCHANGE_SHIPPING', target)).toBe(`EXCHANGE_${target}`)
      expect(shippingStatusFor('EXCHANGE_REQUEST', target)).toBe(target)
    }
  })
})

describe('claims', () => {
  it.each([
    ['cancel', 'CANCEL_REQUEST', ['PRODUCT_PREPARATION', 'SHIPPING_READY']],
    [
      'return',
      'RETURN_REQUEST',
      ['SHIPPING', 'SHIPPING_COMPLETE', 'EXCHANGE_SHIPPING', 'EXCHANGE_SHIPPING_COMPLETE'],
    ],
    ['exchange', 'EXCHANGE_REQUEST', ['SHIPPING', 'SHIPPING_COMPLETE']],
  ] as const)('a %s waits in %s, and is asked for from %s', (kind, waiting, from) => {
    expect(claimRequestStatus(kind)).toBe(waiting)
    expect(sectionStatuses.filter((status) => canRequestClaim(kind, status))).toEqual(from)
    expect(sectionStatuses.filter((status) => canActOnClaim(kind, 'request', status))).toEqual(from)
    for (const action of ['reject', 'approve'] as const)
      expect(sectionStatuses.filter((status) => canActOnClaim(kind, action, status))).toEqual([waiting])
    expect(sectionStatuses.filter((status) => pendingClaimOf(status) === kind)).toEqual([waiting])
  })

  it('wait for a decision in their own statuses only', () => {
    expect(pendingClaimOf('SHIPPING')).toBeUndefined()
  })

  it('lead where the guide says', () => {
    const outcomes = claimKinds.map((kind) =>
      (['request', 'reject', 'approve'] as const).map((action) =>
        claimOutcome(kind, action, defaultSectionAssumptions),
      ),
    )
    expect(outcomes).toEqual([
      ['CANCEL_REQUEST', 'PRODUCT_PREPARATION', 'CANCEL_COMPLETE'],
      ['RETURN_REQUEST', 'SHIPPING_COMPLETE', 'RETURN_COMPLETE'],
      ['EXCHANGE_REQUEST', 'SHIPPING_COMPLETE', 'EXCHANGE_PRODUCT_PREPARATION'],
    ])
    const closing = { ...defaultSectionAssumptions, approvedExchange: 'complete' } as const
    expect(claimOutcome('exchange', 'approve', closing)).toBe('EXCHANGE_COMPLETE')
  })

  it.each<[SectionStatus, string | undefined]>([
    ['PRODUCT_PREPARATION', 'cancel'],
    ['SHIPPING_READY', 'cancel'],
    ['SHIPPING', 'return'],
    ['EXCHANGE_SHIPPING', 'return'],
    ['PURCHASE_CONFIRMATION', undefined],
    ['CANCEL_REQUEST', undefined],
  ])('a customer sees %s as open to: %s', (status, kind) => {
    expect(possibleClaimType(status)).toBe(kind)
  })
})
