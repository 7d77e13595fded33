/** An order by when it was placed, UTC ISO 8601. */
export type Placed = { orderNo: string; placedAt: string }

/** Orders that were placed between two times, both included. */
export type Window = { from: string; to: string; orderNos: string[] }

/**
 * The span of time around the first of these orders that holds as many of the others as one page can show. `count` says how
 * many orders there are in a span, `most` how many a page may have.
 */
export function windowOf(
  [first, ...others]: readonly Placed[],
  count: (from: string, to: string) => number,
  most: number,
): Window | null {
  if (first === undefined || count(first.placedAt, first.placedAt) > most) return null
  const sorted = [first, ...others].sort((a, b) => (a.placedAt < b.placedAt ? -1 : 1))
  const at = sorted.indexOf(first)
  const before = sorted.slice(0, at).reverse()
  const after = sorted.slice(at + 1)
  const inside = [first]
  let [from, to] = [first.placedAt, first.placedAt]
  for (let grown = true; grown;) {
    grown = false
    const [earlier] = before
    if (earlier !== undefined && count(earlier.placedAt, to) <= most) {
      from = earlier.placedAt
      inside.push(...before.splice(0, 1))
      grown = true
    }
    const [later] = after
    if (later !== undefined && count(from, later.placedAt) <= most) {
      to = later.placedAt
      inside.push(...after.splice(0, 1))
      grown = true
    }
  }
  return { from, to, orderNos: inside.map(({ orderNo }) => orderNo) }
}
