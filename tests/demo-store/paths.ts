/** Paths of the order calls, by level. */
export const orderPath = (orderNo: number, tail = ''): string =>
  `/orders/${orderNo}${tail === '' ? '' : `/${tail}`}`

export const sectionPath = (orderNo: number, code: string, tail = ''): string =>
  orderPath(orderNo, `order-section/${code}${tail === '' ? '' : `/${tail}`}`)

/** Writes at item level; reads of one item go through their section. */
export const itemPath = (orderNo: number, n: number, tail: string): string =>
  orderPath(orderNo, `order-section-items/${itemNo(orderNo, n)}/${tail}`)

export const itemNo = (orderNo: number, n: number): string => `${orderNo}-${String(n).padStart(3, '0')}`
