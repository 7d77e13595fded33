import type { Call, CallAnswer } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { pathText } from '../../http/input.ts'
import type { Section } from '../../order-document.ts'
import { findSection } from '../find.ts'
import { findClaimable } from './claim-rules.ts'

const collected = <Info extends { isRetrieved: 'Y' | 'N' }>(info: Info): Info => ({
  ...info,
  isRetrieved: 'Y',
})

const isCollected = (section: Section): boolean => {
  const info = section.orderSectionStatus === 'RETURN_REQUEST' ? section.returnInfo : section.exchangeInfo
  return info === undefined || info.isRetrieved === 'Y'
}

/** The goods are back. Only while a return or exchange is asked for (30127), once (30126), not while held back (30190). */
export const completeRetrieval = (call: Call): CallAnswer => {
  const stored = findClaimable(call)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  const status = section.orderSectionStatus
  if (status !== 'RETURN_REQUEST' && status !== 'EXCHANGE_REQUEST') throw new StoreError(30127)
  if (stored.hidden.sections[section.orderSectionCode]?.isReturnHeld === true) throw new StoreError(30190)
  if (isCollected(section)) throw new StoreError(30126)
  const { returnInfo, exchangeInfo } = section
  const changed: Section = {
    ...section,
    ...(status === 'RETURN_REQUEST' && returnInfo !== undefined ? { returnInfo: collected(returnInfo) } : {}),
    ...(status === 'EXCHANGE_REQUEST' && exchangeInfo !== undefined
      ? { exchangeInfo: collected(exchangeInfo) }
      : {}),
  }
  const sections = stored.order.sections.map((s) => (s === section ? changed : s))
  call.context.orders.save({ ...stored, order: { ...stored.order, sections } })
  return { data: true }
}
