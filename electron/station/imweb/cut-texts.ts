import { cut } from '../../../shared/domain/orders/fields.ts'

/** How much of what the store says is taken in: characters of a text, and containers within containers. */
const longestText = 2_000
const deepest = 24

/** The store's JSON as it may be kept: no text in it is longer than any use for it, and none of it is deeper. */
export function cutTexts(json: unknown, depth = 0): unknown {
  if (typeof json === 'string') return cut(json, longestText)
  if (typeof json !== 'object' || json === null) return json
  if (depth === deepest) return null
  if (Array.isArray(json)) return json.map((entry: unknown) => cutTexts(entry, depth + 1))
  return Object.fromEntries(
    Object.entries(json).map(([name, value]: [string, unknown]) => [
      cut(name, longestText),
      cutTexts(value, depth + 1),
    ]),
  )
}
