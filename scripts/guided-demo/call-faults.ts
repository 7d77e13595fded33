import { seededRandom } from '../../electron/demo-store/seed/seeded-random.ts'

/**
 * What can befall one call, and how often compared with the rest. A call that is silent takes the caller's whole
 * patience, so it is rare.
 */
const weights = {
  /** The connection breaks; the store never hears of the call. */
  lostRequest: 3,
  /** Carried out; the connection breaks before the answer. */
  lostAnswer: 4,
  /** The store never hears of the call, and for a second the network takes no connections. */
  refused: 3,
  /** A 500; not carried out. */
  serverError: 2,
  /** A 500; carried out all the same. */
  serverErrorAfter: 2,
  /** Carried out; half of the answer's body comes, as if it were all. */
  garbled: 3,
  /** A 429 that asks to wait a second; not carried out. */
  tooMany: 2,
  /** Carried out; the answer comes a second and a half late. */
  slow: 2,
  /** Carried out; no answer ever comes. */
  silence: 1,
} as const

export type CallFault = keyof typeof weights

const kinds = Object.entries<number>(weights).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name),
)

const isFault = (name: string | undefined): name is CallFault => name !== undefined && name in weights

/** Which calls are struck: a share of them, and the seed that says which. */
export interface FaultPlan {
  /** From 0 to 1. */
  readonly rate: number
  readonly seed: number
}

/**
 * Decides for call after call what befalls it; null: nothing. Every operation (method and path, numbers and codes
 * aside) has chances of its own, so that the fate of the nth write does not hang on how many polls came before it.
 */
export function createFaultDice({
  rate,
  seed,
}: FaultPlan): (method: string, path: string) => CallFault | null {
  const streams = new Map<string, () => number>()
  return (method, path) => {
    const operation = `${method} ${path
      .split('?', 1)
      .join('')
      .replaceAll(/\/[^/]*\d[^/]*/g, '/*')}`
    const random = streams.get(operation) ?? seededRandom(hashOf(`${String(seed)} ${operation}`))
    streams.set(operation, random)
    const strikes = random() < rate
    const kind = kinds[Math.floor(random() * kinds.length)]
    return strikes && isFault(kind) ? kind : null
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
