import type { DispatchView, UnsentRow } from '../../../shared/contract/snapshot.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { Intent } from './intent-table.ts'
import { atRestFrom } from './resolve-by-hand.ts'

/** One intent that waits, with its goods by name. */
export function unsentRow(
  intent: Intent,
  order: Order | null,
  courierName: (idx: number) => string,
): UnsentRow {
  const items = (order?.sections ?? []).flatMap((section) => section.items)
  const { invoice, goods, section } = rulesOf[intent.kind].subject(intent.payload)
  return {
    seq: intent.seq,
    kind: intent.kind,
    orderNo: intent.orderNo,
    boxId: intent.boxId,
    box: intent.boxNumber,
    givenAt: intent.givenAt,
    waybill:
      invoice === null
        ? null
        : { invoiceNo: invoice.invoiceNo, courierName: courierName(invoice.courierIdx) },
    contents: (goods ?? []).map(({ line, qty }) => ({
      name: items.find((item) => item.orderItemCode === line)?.product.name ?? line,
      qty,
    })),
    step: intent.step?.kind ?? null,
    lastAnswer: intent.lastAnswer ?? lastProblem(intent),
    can: { handOver: atRestFrom(intent, 'handedOver'), discard: atRestFrom(intent, 'discarded') },
    dispatch: { ...dispatchView(intent, order), sectionCode: intent.section ?? section },
  }
}

/** What stands in its way is the store's answer as well, where no later one has been recorded. */
const lastProblem = ({ problem, since }: Intent): UnsentRow['lastAnswer'] =>
  problem === null ? null : { kind: problem.kind, words: problem.words, at: since }

/** How far the store has been told. */
export function dispatchView(intent: Intent, order: Order | null): DispatchView {
  const section = order?.sections.find((candidate) => candidate.code === intent.section)
  return {
    state: intent.state,
    sectionCode: intent.section,
    sectionStatus: section?.status ?? null,
    since: intent.since,
    attempts: intent.attempts,
    problem: intent.problem,
  }
}
