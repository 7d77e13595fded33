import type { Board, FoundOrder, OrderHistory } from '../../../shared/contract/board.ts'
import { createFindOrders } from '../history/find-orders.ts'
import { createHistory, type HistoryParts } from '../history/history.ts'
import { createBoard } from './board.ts'
import type { SaveExport } from '../ports.ts'

/** What can be looked up of the work done: a day's, and an order's. */
export function createBoardMethods(parts: Omit<HistoryParts, 'findOrders'> & { saveExport: SaveExport }) {
  const findOrders = createFindOrders(parts.db)
  const history = createHistory({ ...parts, findOrders })
  const board = createBoard(parts.db)
  return {
    board: ({ day }: { day: string }): Board => board(day),
    exportBoard: async ({ day, text }: { day: string; text: string }): Promise<{ path: string }> => ({
      path: await parts.saveExport(`packdesk-board-${day}.csv`, text),
    }),
    history: ({ orderNo }: { orderNo: string }): OrderHistory => history(orderNo),
    findOrders: ({ search }: { search: string }): FoundOrder[] => findOrders.find(search),
  }
}
