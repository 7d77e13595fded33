import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { rootDir } from '../lib/paths.ts'
import type { Dice } from './dice.ts'
import { readWholeShop, shopOrderSchema, type ShopOrder } from './read-shop.ts'

const readySchema = z.object({ url: z.url() })
const controlSecret = 'crash-test'

/** What the shop sells that a packer can tell apart by its codes. */
const goods = [
  ...[
    'A-CITRUS-500',
    'B-NURUNGJI-200',
    'C-HONEY-350',
    'T-GREEN-50',
    'T-BARLEY-300',
    'S-SALT-500',
    'O-SESAME-180',
  ],
  ...['G-LAVER-10', 'SOAP-MUGWORT', 'TOWEL-W', 'TOWEL-G', 'CUP-M', 'CANDLE-PINE', 'RICE-2KG', 'CARD-HAND'],
]

const seenSchema = z.object({
  data: z.array(z.object({ method: z.string(), path: z.string(), status: z.number() })),
})

/** A call that was to change an order. */
export interface ShopWrite {
  readonly orderNo: string
  readonly outcome: 'done' | 'refused' | 'limited'
}

/** A demo store that outlives every kill, with a shop behind it that gets new orders. */
export interface Shop {
  readonly url: string
  readonly pid: number
  /** Takes in so many new orders, to be packed in one to several boxes. */
  readonly takeOrders: (count: number, dice: Dice) => Promise<void>
  /** Orders as they were before anything was packed. */
  readonly original: ReadonlyMap<string, ShopOrder>
  /** Every order as the store has it now. */
  readonly readWhole: () => Promise<ShopOrder[]>
  /** The writes that have come in since the last time of asking. */
  readonly newWrites: () => Promise<ShopWrite[]>
  readonly stop: () => Promise<void>
}

export async function openShop(dataFile: string): Promise<Shop> {
  const script = join(rootDir, 'scripts', 'demo-store.ts')
  const child = spawn(
    process.execPath,
    [script, '--port', '0', '--data', dataFile, '--control', controlSecret],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      // A binding built for Electron does not fit the Node that runs the store.
      env: { ...process.env, PACKDESK_SQLITE_BINDING: undefined },
    },
  )
  const ended = once(child, 'exit')
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    ended.then(([code]) => {
      reject(new Error(`the demo store ended with code ${String(code)}`))
    }, reject)
  })
  const { url } = readySchema.parse(JSON.parse(line))
  const original = new Map((await readWholeShop(url)).map((order) => [order.orderNo, order]))
  let number = 0

  return {
    url,
    pid: child.pid ?? 0,
    original,
    readWhole: () => readWholeShop(url),
    newWrites: () => takeWrites(url),
    async takeOrders(count, dice) {
      for (let taken = 0; taken < count; taken += 1) {
        number += 1
        const order = await placeOrder(url, number, dice)
        original.set(order.orderNo, order)
      }
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      await ended
    },
  }
}

async function takeWrites(url: string): Promise<ShopWrite[]> {
  const address = `${url}/__control/requests`
  const headers = { 'x-control-secret': controlSecret }
  const { data } = seenSchema.parse(await (await fetch(address, { headers })).json())
  await fetch(address, { method: 'DELETE', headers })
  return data.flatMap(({ method, path, status }): ShopWrite[] => {
    const orderNo = /^\/orders\/(\d+)\//.exec(path)?.[1]
    if (method === 'GET' || orderNo === undefined) return []
    return [{ orderNo, outcome: status === 429 ? 'limited' : status < 300 ? 'done' : 'refused' }]
  })
}

async function placeOrder(url: string, number: number, dice: Dice): Promise<ShopOrder> {
  const lines = (most: number): [string, number][] => {
    const keys = new Set(
      Array.from({ length: dice.between(1, most) }, () => dice.pick(goods) ?? 'A-CITRUS-500'),
    )
    return [...keys].map((key) => [key, dice.chance(0.5) ? 1 : dice.between(2, 4)])
  }
  const outside = dice.chance(0.12) ? { channel: dice.pick(['SMARTSTORE', 'NAVERPAY_ORDER', 'COUPANG']) } : {}
  const section = () => ({ status: dice.pick(['PRODUCT_PREPARATION', 'SHIPPING_READY']), lines: lines(2) })
  const plan = dice.chance(0.15) ? { sections: [section(), section()] } : { lines: lines(3), ...outside }
  const answer = await fetch(`${url}/__control/orders`, {
    method: 'POST',
    headers: { 'x-control-secret': controlSecret, 'content-type': 'application/json' },
    body: JSON.stringify({ orderNo: Number(`20250102${String(number).padStart(7, '0')}`), ...plan }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`the shop took no order: ${text}`)
  return z.object({ data: shopOrderSchema }).parse(JSON.parse(text)).data
}
