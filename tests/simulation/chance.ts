import { seededRandom } from '../station/seeded-random.ts'

/** Seeded choices: the same seed makes the same ones, in the same order. */
export function createChance(seed: number) {
  const random = seededRandom(Math.imul(seed + 1, 2_654_435_761) >>> 0)
  // The first numbers of neighbouring seeds are alike.
  for (let n = 0; n < 8; n += 1) random()
  const below = (n: number) => Math.floor(random() * n)
  return {
    random,
    below,
    /** Whether something that happens so often happens now. */
    is: (probability: number) => random() < probability,
    pick: <T>(list: readonly T[]): T | undefined => list[below(list.length)],
    /** One of the names, in proportion to its weight. */
    weighted<Name extends string>(weights: Record<Name, number>): Name {
      const entries = Object.entries<number>(weights)
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0 && name in weights) return asName(weights, name)
      }
      throw new Error('nothing to choose from')
    },
  }
}

export type Chance = ReturnType<typeof createChance>

function asName<Name extends string>(weights: Record<Name, number>, name: string): Name {
  for (const known in weights) if (known === name) return known
  throw new Error(`no such choice: ${name}`)
}
