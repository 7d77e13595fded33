import type { OrderAtStore, SectionAtStore, StoreReader } from './store-reader.ts'
import type { Time } from './time.ts'

const earliest = '1970-01-01T00:00:00Z'

type Version = { at: number; order: OrderAtStore }

/** How the store's orders stood at any moment: each is read again, over HTTP, whenever something may have changed it. */
export function createPast(time: Time, reader: StoreReader, trimsSections: boolean) {
  const versions = new Map<string, Version[]>()

  function keep(order: OrderAtStore): void {
    const kept = versions.get(order.orderNo) ?? []
    kept.push({ at: time.now(), order })
    versions.set(order.orderNo, kept)
  }

  const orderAt = (orderNo: string, at: number): OrderAtStore | null =>
    versions.get(orderNo)?.findLast((version) => version.at <= at)?.order ?? null

  /** The document's own order list, of the orders as they stood then. */
  function listAt(query: URLSearchParams, at: number, isGone: (orderNo: string) => boolean): string {
    const status = query.get('orderSectionStatus')
    const placedSince = Date.parse(query.get('startWtime') ?? earliest)
    const sentSince = query.get('startDeliverySendTime')
    const isMeant = (section: SectionAtStore): boolean => {
      if (status !== null && section.status !== status) return false
      if (sentSince === null) return true
      return section.sentAt !== null && Date.parse(section.sentAt) >= Date.parse(sentSince)
    }
    const found = [...versions.keys()]
      .filter((orderNo) => !isGone(orderNo))
      .flatMap((orderNo) => orderAt(orderNo, at) ?? [])
      .filter(({ wtime, sections }) => Date.parse(wtime) >= placedSince && sections.some(isMeant))
      .sort((a, b) => b.wtime.localeCompare(a.wtime) || Number(b.orderNo) - Number(a.orderNo))
    const [number, limit] = [Number(query.get('page')), Number(query.get('limit'))]
    const list = found.slice((number - 1) * limit, number * limit).map(({ document, sections: read }) => {
      const codes = read.filter(isMeant).map(({ code }) => code)
      const sections = document.sections.filter(({ orderSectionCode }) => codes.includes(orderSectionCode))
      return trimsSections ? { ...document, sections } : document
    })
    const data = {
      totalCount: found.length,
      totalPage: Math.ceil(found.length / limit),
      currentPage: number,
      pageSize: limit,
      list,
    }
    return JSON.stringify({ statusCode: 200, data })
  }

  return {
    async readAll(): Promise<void> {
      for (const order of await reader.allOrders()) keep(order)
    },
    async read(orderNo: string): Promise<void> {
      keep(await reader.order(orderNo))
    },
    orderAt,
    listAt: (query: URLSearchParams, at: number, isGone = (_orderNo: string) => false) =>
      listAt(query, at, isGone),
    orderNos: (): string[] => [...versions.keys()],
    firstOf: (orderNo: string): OrderAtStore | null => versions.get(orderNo)?.[0]?.order ?? null,
    singleAt(orderNo: string, at: number): string | null {
      const order = orderAt(orderNo, at)
      return order === null ? null : JSON.stringify({ statusCode: 200, data: order.document })
    },
  }
}
