import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import type { Section, StoredOrder } from '../order-document.ts'
import { firstListed } from '../operations/index.ts'
import { missingSection } from './find.ts'

interface Failure {
  readonly orderSectionCode: string
  readonly error: StoreError
}

/**
 * Does the same to many sections of an order, each for itself: one that fails does not stop the others. Without codes it
 * goes over all sections. Answers the lists of what was done and what was not; where nothing was done and every failure
 * is the same, the assumptions may make an error of it.
 */
export const forEachSection = (
  call: Call,
  stored: StoredOrder,
  codes: readonly string[] | undefined,
  act: (stored: StoredOrder, section: Section) => StoredOrder,
): CallAnswer => {
  if (codes?.length === 0) throw new StoreError(firstListed(call.operation, [30089, 10003]))
  const wanted = [...new Set(codes ?? stored.order.sections.map((s) => s.orderSectionCode))]
  const successList: { orderSectionCode: string }[] = []
  const failures: Failure[] = []
  let current = stored
  for (const orderSectionCode of wanted) {
    try {
      const section = current.order.sections.find((s) => s.orderSectionCode === orderSectionCode)
      if (section === undefined) throw missingSection(call)
      current = act(current, section)
      successList.push({ orderSectionCode })
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      failures.push({ orderSectionCode, error })
    }
  }
  const [first] = failures
  const isOneReason =
    first !== undefined && failures.every((f) => f.error.errorCode === first.error.errorCode)
  if (
    successList.length === 0 &&
    isOneReason &&
    call.context.assumptions.orderCallWithoutSuccess === 'error'
  ) {
    throw first.error
  }
  if (current !== stored) call.context.orders.save(current)
  return {
    data: {
      successList,
      failureList: failures.map(({ orderSectionCode, error }) => ({
        orderSectionCode,
        reason: String(error.errorCode),
        description: error.message,
      })),
    },
  }
}
