import { z } from 'zod'
import type {
  ArmedFault,
  DemoMisbehaviour,
  DemoOrder,
  DemoOutputs,
  DemoRefusal,
  DemoShopDeed,
} from '../../shared/contract/demo.ts'
import type { WindowInput } from '../../shared/contract/methods.ts'
import { armedFault, armedRuleSchema, misbehaviourCall, type ControlCall } from './demo-faults.ts'
import { demoOrder, orderSchema, shopCall } from './demo-shop.ts'

export type DemoMethods = {
  [M in keyof DemoOutputs]: (input: WindowInput<M>) => Promise<DemoOutputs[M]>
}

export type DemoControlParts = {
  baseUrl: string
  /** Null where the store's secret is not known: everything is then refused with `noControl`. */
  secret: string | null
  fetch: typeof fetch
  /** A waybill number for what the shop ships from elsewhere. */
  newInvoiceNo: () => string
}

const answerSchema = z.union([
  z.object({ data: z.unknown() }).refine((answer) => 'data' in answer),
  z.object({
    error: z.object({ errorCode: z.union([z.number(), z.string()]), message: z.string(), data: z.unknown() }),
  }),
])

type Told<T> = { ok: true; data: T } | DemoRefusal

/** Talks to a demo store's control API; what the store says no to comes back in its own words, nothing is thrown. */
export function createDemoControl({ baseUrl, secret, fetch, newInvoiceNo }: DemoControlParts): DemoMethods {
  async function tell<T>({ method, path, body }: ControlCall, schema: z.ZodType<T>): Promise<Told<T>> {
    if (secret === null) return { ok: false, why: 'noControl', words: null }
    let text: string
    try {
      const response = await fetch(`${baseUrl}/__control${path}`, {
        method,
        headers: { 'x-control-secret': secret, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(5_000),
      })
      text = await response.text()
    } catch (error) {
      // Likely the store refuses connections, as it was told to; the person at the panel hears that it did not answer.
      return { ok: false, why: 'unreachable', words: error instanceof Error ? error.message : null }
    }
    const answer = answerSchema.safeParse(parseJson(text))
    if (!answer.success) return { ok: false, why: 'refused', words: text.slice(0, 200) }
    if ('error' in answer.data) return { ok: false, why: 'refused', words: refusalWords(answer.data.error) }
    const data = schema.safeParse(answer.data.data)
    return data.success
      ? { ok: true, data: data.data }
      : { ok: false, why: 'refused', words: z.prettifyError(data.error) }
  }

  async function done(call: ControlCall): Promise<{ ok: true } | DemoRefusal> {
    const told = await tell(call, z.unknown())
    return told.ok ? { ok: true } : told
  }

  return {
    demoFaults: async () => {
      const told = await tell({ method: 'GET', path: '/faults' }, z.array(armedRuleSchema))
      if (!told.ok) return told
      const faults: ArmedFault[] = told.data.map(armedFault)
      return { ok: true, faults }
    },
    demoMisbehave: (misbehaviour: DemoMisbehaviour) => done(misbehaviourCall(misbehaviour)),
    demoClearFaults: () => done({ method: 'DELETE', path: '/faults' }),
    demoShop: async (deed: DemoShopDeed) => {
      const told = await tell(shopCall(deed, newInvoiceNo), orderSchema)
      if (!told.ok) return told
      const order: DemoOrder = demoOrder(told.data)
      return { ok: true, order }
    },
  }
}

const detailSchema = z.array(z.object({ message: z.string() }))

/** The store's message, with what it says of single fields. */
function refusalWords({
  errorCode,
  message,
  data,
}: {
  errorCode: number | string
  message: string
  data?: unknown
}): string {
  const details = detailSchema.safeParse(data)
  const more = details.success ? details.data.map((detail) => detail.message) : []
  return `${[message, ...more].join(' ')} (${String(errorCode)})`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not the envelope that was promised; the caller quotes the text.
    return undefined
  }
}
