import type { DispatchView, UnsentRow } from '../../../shared/contract/snapshot.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { Clock } from '../ports.ts'
import type { Intent } from './intent-table.ts'
import { restsIn, type RestParts } from './resolve-by-hand.ts'

/** One intent that waits, with its goods by name. */
export function unsentRow(
  intent: Intent,
  order: Order | null,
  courierName: (idx: number) => string,
  parts: RestParts & { clock: Clock },
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
    can: { handOver: endableAt(intent, 'handedOver', parts), discard: endableAt(intent, 'discarded', parts) },
    dispatch: { ...dispatchView(intent, order), sectionCode: intent.section ?? section },
  }
}

/** For a window that has a clock and not this run's pace; where it may be now, it may whatever that clock says. */
function endableAt(
  intent: Intent,
  how: 'handedOver' | 'discarded',
  parts: RestParts & { clock: Clock },
): number | null {
  const ms = restsIn(intent, how, parts)
  return ms === null || ms === 0 ? ms : parts.clock() + ms
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
