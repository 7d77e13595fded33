const trailingNumber = (text: string, mark: string): number => {
  const at = text.lastIndexOf(mark)
  const value = at < 0 ? Number.NaN : Number(text.slice(at + mark.length))
  return Number.isSafeInteger(value) && value > 0 ? value : 0
}

const highest = (texts: Iterable<string>, mark: string): number => {
  let top = 0
  for (const text of texts) top = Math.max(top, trailingNumber(text, mark))
  return top
}

/** The label people see for a section: `<orderNo>-S<n>`, n from 1. */
export const formatSectionNo = (orderNo: number, n: number): string => `${orderNo}-S${n}`

/** The number of an item of a section: `<orderNo>-<nnn>`, at least three digits, n from 1. */
export const formatItemNo = (orderNo: number, n: number): string => `${orderNo}-${String(n).padStart(3, '0')}`

/** The label for the order's next section, given every label it has used. Numbers are never used twice. */
export const nextSectionNo = (orderNo: number, used: Iterable<string>): string =>
  formatSectionNo(orderNo, highest(used, '-S') + 1)

/** The number for the order's next item, given every number it has used. */
export const nextItemNo = (orderNo: number, used: Iterable<string>): string =>
  formatItemNo(orderNo, highest(used, '-') + 1)
