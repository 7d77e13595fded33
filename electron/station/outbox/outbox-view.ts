import type { DispatchView, UnsentRow } from '../../../shared/contract/snapshot.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { OutboxRow } from './outbox-table.ts'

/** One box that waits, with its goods by name. */
export function unsentRow(
  row: OutboxRow,
  order: Order | null,
  courierName: (idx: number) => string,
): UnsentRow {
  const items = (order?.sections ?? []).flatMap((section) => section.items)
  const { invoice, goods } = row.promise
  return {
    boxId: row.boxId,
    orderNo: row.orderNo,
    box: row.boxNumber,
    sealedAt: row.sealedAt,
    invoiceNo: invoice.invoiceNo,
    courierName: courierName(invoice.courierIdx),
    contents: goods.map(({ line, qty }) => ({
      name: items.find((item) => item.orderItemCode === line)?.product.name ?? line,
      qty,
    })),
    step: row.step?.kind ?? null,
    lastAnswer: row.lastAnswer ?? lastProblem(row),
    dispatch: dispatchView(row, order),
  }
}

/** What stands in a box's way is the store's answer as well, where no later one has been recorded. */
const lastProblem = ({ problem, since }: OutboxRow): UnsentRow['lastAnswer'] =>
  problem === null ? null : { kind: problem.kind, words: problem.words, at: since }

/** How far the store has been told of a box. */
export function dispatchView(row: OutboxRow, order: Order | null): DispatchView {
  const section = order?.sections.find((candidate) => candidate.code === row.boxSection)
  return {
    state: row.state,
    sectionCode: row.boxSection,
    sectionStatus: section?.status ?? null,
    since: row.since,
    attempts: row.attempts,
    problem: row.problem,
  }
}
