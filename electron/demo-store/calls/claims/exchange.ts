import { z } from 'zod'
import { claimOutcome } from '../../../../shared/domain/sections/claims.ts'
import type { Call, CallAnswer } from '../../context.ts'
import { StoreError } from '../../errors.ts'
import { bodyOf, itemQuantities, pathText, text } from '../../http/input.ts'
import type { Section, StoredOrder } from '../../order-document.ts'
import { changeOrderSection } from '../change.ts'
import { isOutsideChannel } from '../channel.ts'
import type { RetrievalPlan } from '../../state/claim-info.ts'
import { exchangeInfoFor } from '../../state/claim-info.ts'
import { codeList, exchangeReason, itemList, retrievalPlan, someUnits } from './bodies.ts'
import type { ClaimStep } from './claim-levels.ts'
import { onItemLevel, onOrderLevel, onSectionLevel } from './claim-levels.ts'
import { checkDecision, checkRequest, findClaimable } from './claim-rules.ts'
import type { OptionWish } from './exchange-options.ts'
import { readOptionWishes, withWishes } from './exchange-options.ts'

type ExchangeBody = z.infer<z.ZodObject<typeof exchangeReason>>

/** Outside channels exchange at the channel, never through the API (30119). */
const readExchange = (call: Call, body: ExchangeBody): { stored: StoredOrder; retrieval: RetrievalPlan } => {
  const stored = findClaimable(call)
  if (isOutsideChannel(stored.order)) throw new StoreError(30119)
  return { stored, retrieval: retrievalPlan(call, body, 10003) }
}

const requestStep =
  (
    call: Call,
    body: ExchangeBody,
    retrieval: RetrievalPlan,
    wishesFor: (section: Section) => readonly OptionWish[],
  ): ClaimStep =>
  (stored, section, part) => {
    checkRequest(call, 'exchange', stored.order, section, part)
    const options = readOptionWishes(call, stored, section, wishesFor(section), part)
    const to = claimOutcome('exchange', 'request', call.context.assumptions)
    const why = { reason: body.exchangeReason, detail: body.exchangeReasonDetail, isCustomerRequest: false }
    const change = { orderSectionCode: section.orderSectionCode, to, part }
    const result = changeOrderSection(call, stored, change, (s) => ({
      ...s,
      exchangeInfo: exchangeInfoFor(why, retrieval, call.context.now()),
    }))
    return { ...result, stored: withWishes(result.stored, result.changedCode, options) }
  }

const optionCodes = z.array(text)

const orderOptions = z.array(
  z.object({
    orderSectionCode: text,
    orderSectionItems: z.array(
      z.object({ orderSectionItemNo: text, optionDetailCodes: optionCodes.optional() }),
    ),
  }),
)

const given = (
  rows: readonly { orderSectionItemNo: string; optionDetailCodes?: readonly string[] | undefined }[],
): OptionWish[] =>
  rows.flatMap(({ orderSectionItemNo, optionDetailCodes }) =>
    optionDetailCodes === undefined ? [] : [{ orderSectionItemNo, optionDetailCodes }],
  )

export const requestOrderExchange = (call: Call): CallAnswer => {
  const schema = z.object({ ...exchangeReason, ...codeList, exchangeOptionData: orderOptions.optional() })
  const body = bodyOf(call, schema)
  const { stored, retrieval } = readExchange(call, body)
  const wishesFor = (section: Section): OptionWish[] =>
    given(
      (body.exchangeOptionData ?? [])
        .filter((row) => row.orderSectionCode === section.orderSectionCode)
        .flatMap((row) => row.orderSectionItems),
    )
  return onOrderLevel(call, stored, body.orderSectionCodeList, requestStep(call, body, retrieval, wishesFor))
}

const itemsWithOptions = z.array(itemQuantities.element.extend({ optionDetailCodes: optionCodes.optional() }))

export const requestSectionExchange = (call: Call): CallAnswer => {
  const schema = z.object({ ...exchangeReason, orderSectionItemDataList: itemsWithOptions.optional() })
  const body = bodyOf(call, schema)
  const { stored, retrieval } = readExchange(call, body)
  const list = body.orderSectionItemDataList
  const step = requestStep(call, body, retrieval, () => given(list ?? []))
  return onSectionLevel(call, stored, list, step)
}

export const requestItemExchange = (call: Call): CallAnswer => {
  const schema = z.object({ ...exchangeReason, ...someUnits, optionDetailCodes: optionCodes.optional() })
  const body = bodyOf(call, schema)
  const { stored, retrieval } = readExchange(call, body)
  const orderSectionItemNo = pathText(call, 'orderSectionItemNo')
  const wishes = given([{ orderSectionItemNo, optionDetailCodes: body.optionDetailCodes }])
  return onItemLevel(
    call,
    stored,
    body.qty,
    requestStep(call, body, retrieval, () => wishes),
  )
}

const withoutExchange = (section: Section): Section => {
  const { exchangeInfo: _gone, ...rest } = section
  return rest
}

const rejectStep =
  (call: Call): ClaimStep =>
  (stored, section, part) => {
    checkDecision(call, 'exchange', 'reject', section)
    const to = claimOutcome('exchange', 'reject', call.context.assumptions)
    const change = { orderSectionCode: section.orderSectionCode, to, part }
    const result = changeOrderSection(call, stored, change, withoutExchange)
    return { ...result, stored: withWishes(result.stored, result.changedCode, undefined) }
  }

export const rejectOrderExchange = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object(codeList))
  return onOrderLevel(call, findClaimable(call), body.orderSectionCodeList, rejectStep(call))
}

export const rejectSectionExchange = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object(itemList))
  return onSectionLevel(call, findClaimable(call), body.orderSectionItemDataList, rejectStep(call))
}

/** The one write of a claim that the document gives no body. */
export const rejectItemExchange = (call: Call): CallAnswer =>
  onItemLevel(call, findClaimable(call), undefined, rejectStep(call))
