/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const between = '-_./+:#'

/** Different SKUs of small and capital letters, digits and signs, from a seed. */
export function mixedCaseSkus(count: number, seed: number): string[] {
  const random = chance(seed)
  const oneOf = (from: string): string => from.charAt(Math.floor(random() * from.length))
  const some = (from: string, least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => oneOf(from)).join('')
  const skus = new Set<string>()
  while (skus.size < count) {
    skus.add(
      some(letters, 2, 5) + oneOf(between) + some(letters + '0123456789', 3, 7) + some('0123456789', 0, 3),
    )
  }
  return [...skus]
}
