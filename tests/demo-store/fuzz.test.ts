import { expect, test } from 'vitest'
import { operations } from '../../electron/demo-store/operations/index.ts'
import { seededRandom } from '../../electron/demo-store/seed/seeded-random.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import type { Section } from '../../electron/demo-store/order-document.ts'
import { answerComplaints } from '../contract/validate-answer.ts'
import { demo } from './demo-orders.ts'
import { at, openTestStore } from './test-store.ts'

const requests = 20_000

const words = [
  ...[
    'SHIPPING_READY',
    'SHIPPING',
    'SHIPPING_COMPLETE',
    'ETC',
    'SENDING_BY_CUSTOMER',
    'PREPAYMENT',
    '680000000001',
  ],
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'null',
    '../../etc',
    "'; DROP TABLE orders; --",
    '\u0000',
    '주문',
    '🧧',
    'x'.repeat(300),
  ],
]
const fields = [
  ...[
    'orderSectionStatus',
    'orderSectionItemDataList',
    'orderSectionCodeList',
    'invoiceNo',
    'parcelCompanyIdx',
    'qty',
  ],
  ...[
    'cancelReason',
    'returnReason',
    'exchangeReason',
    'retrieveType',
    'retrievePayType',
    'orderSectionItemNo',
  ],
  ...[
    'allInvoiceNo',
    'allParcelCompanyIdx',
    'orderSectionInvoiceDataList',
    'orderSectionItemInvoiceDataList',
  ],
  ...[
    'exchangeOptionData',
    'optionDetailCodes',
    'requestedRefundAmount',
    'excludeRefundAmount',
    'configData',
  ],
  ...['__proto__', 'constructor', 'orderSectionCode', 'grantType', 'clientId', 'page', 'limit', 'startWtime'],
]
const methods = ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS']
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  '☃'.slice(1),
]

const createDice = (seed: number) => {
  const next = seededRandom(seed)
  const below = (n: number): number => Math.floor(next() * n)
  const pick = <Value>(from: readonly Value[], otherwise: Value): Value =>
    from[below(from.length)] ?? otherwise
  return { next, below, pick }
}

type Dice = ReturnType<typeof createDice>

/** A likely value now and then, so that calls get past the first check; anything at all otherwise. */
const value = (dice: Dice, depth: number, known: readonly string[]): unknown => {
  const kind = dice.below(depth > 3 ? 6 : 9)
  if (kind === 0) return dice.pick([0, 1, 2, 4, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER], 0)
  if (kind === 1) return dice.pick([true, false, null], null)
  if (kind <= 3) return dice.pick(words, '')
  if (kind <= 5) return dice.pick(known, '')
  if (kind === 6) return Array.from({ length: dice.below(3) }, () => value(dice, depth + 1, known))
  return Object.fromEntries(
    Array.from({ length: dice.below(5) }, () => [dice.pick(fields, 'qty'), value(dice, depth + 1, known)]),
  )
}

const bytes = (dice: Dice, count: number): Uint8Array<ArrayBuffer> => {
  const made = new Uint8Array(count)
  for (let i = 0; i < count; i += 1) made[i] = dice.below(256)
  return made
}

const body = (dice: Dice, known: readonly string[]): BodyInit => {
  const roll = dice.next()
  if (roll < 0.1) return bytes(dice, dice.below(200))
  if (roll < 0.2) return JSON.stringify(value(dice, 0, known)).slice(0, -1)
  if (roll < 0.25) return new URLSearchParams({ [dice.pick(fields, 'qty')]: dice.pick(words, '') }).toString()
  const entries = Array.from({ length: 1 + dice.below(6) }, () => [
    dice.pick(fields, 'qty'),
    value(dice, 0, known),
  ])
  const usual = {
    orderSectionStatus: dice.pick(words, ''),
    cancelReason: 'x',
    retrieveType: 'ETC',
    returnReason: 'x',
  }
  return JSON.stringify({ ...(roll < 0.8 ? usual : {}), ...Object.fromEntries(entries) })
}

/** The order, section and item that exist, by the names the paths have for them. */
type Known = Readonly<Record<'orderNo' | 'orderSectionCode' | 'orderSectionItemNo', string>>

/** Mostly a call of the store on things that exist, so that calls get through; sometimes anything at all. */
const target = (dice: Dice, known: Known): { method: string; path: string } => {
  const roll = dice.next()
  if (roll < 0.08) {
    const noise = Array.from(bytes(dice, dice.below(40)), (b) => `%${b.toString(16).padStart(2, '0')}`)
    return { method: dice.pick(methods, 'GET'), path: `/${noise.join('')}` }
  }
  const operation = dice.pick(operations, operations[0])
  const filled = operation.path.replace(/:(\w+)/g, (_all: string, name: string) => {
    const real = new Map(Object.entries(known)).get(name) ?? '1'
    return encodeURIComponent(dice.next() < 0.9 ? real : dice.pick(words, '1').slice(0, 60))
  })
  const noise = Array.from(
    { length: Math.max(0, dice.below(4) - 2) },
    () => `${dice.pick(fields, 'page')}=${encodeURIComponent(dice.pick(words, '1'))}`,
  )
  const paging = dice.next() < 0.7 ? ['page=1', 'limit=5'] : []
  const method = dice.next() < 0.9 ? operation.method : dice.pick(methods, 'GET')
  return { method, path: `${filled}?${[...paging, ...noise].join('&')}` }
}

const unitsOf = (sections: readonly Section[]): number =>
  sections.flatMap((s) => s.sectionItems).reduce((sum, it) => sum + it.qty, 0)

test(
  `${requests} seeded requests each get an envelope, and no unit is made or lost`,
  { timeout: 300_000 },
  async () => {
    const faults: unknown[] = []
    const signedIn = await openTestStore({ onFault: (fault) => faults.push(fault) })
    const { store } = signedIn
    const dice = createDice(20_241_010)
    const numbers = Object.values(demo)
    const before = new Map(numbers.map((no) => [no, unitsOf(signedIn.order(no).sections)]))
    const statuses = new Map<number, number>()
    for (let i = 0; i < requests; i += 1) {
      const orderNo = dice.pick(numbers, demo.guide)
      const section = dice.pick(signedIn.order(orderNo).sections, undefined)
      const item = dice.pick(section?.sectionItems ?? [], undefined)
      const known = {
        orderNo: String(orderNo),
        orderSectionCode: section?.orderSectionCode ?? '',
        orderSectionItemNo: item?.orderSectionItemNo ?? '',
      }
      const { method, path } = target(dice, known)
      const hasBody = method !== 'GET' && dice.next() < 0.95
      const answer = await signedIn.sendRaw(
        method,
        path,
        hasBody ? body(dice, Object.values(known)) : undefined,
        {
          'content-type': dice.pick(types, 'application/json'),
          ...(dice.next() < 0.03
            ? { authorization: dice.pick(['Bearer', 'Basic eA==', 'Bearer a b'], 'Bearer') }
            : {}),
        },
      )
      const text = await answer.text()
      const parsed: unknown = text === '' ? undefined : JSON.parse(text)
      const isEnvelope = answer.status === 302 || at(parsed, 'statusCode') === answer.status
      if (!isEnvelope) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      const complaints = answerComplaints(method, new URL(path, 'http://x').pathname, answer.status, parsed)
      if (complaints.length > 0) throw new Error(`${method} ${path}: ${complaints.join('; ')} ${text}`)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    }
    expect(faults).toEqual([])
    expect(statuses.get(200)).toBeGreaterThan(500)
    expect(statuses.get(500)).toBeUndefined()
    for (const [no, count] of before) expect([no, unitsOf(signedIn.order(no).sections)]).toEqual([no, count])
    store.close()
  },
)

test('a body over 1 MiB is refused, told or not how long it is', async () => {
  const { send, store } = await openTestStore()
  const path = `/orders/${demo.guide}/cancel-request`
  const told = await send('PATCH', path, `{"cancelReason":"${'x'.repeat(1024 * 1024)}"}`)
  expect([told.status, told.code]).toEqual([413, 413])
  const streamed = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new Uint8Array(256 * 1024))
    },
  })
  const open = createDemoStore({ file: ':memory:', clock: () => 0, random: () => 0.5, rateLimit: 'off' })
  const init = {
    method: 'POST',
    body: streamed,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  }
  const answer = await open.fetch(new Request('http://store.test/oauth2/token', init))
  expect(answer.status).toBe(413)
  store.close()
})

test('a body nested half a million deep is refused, not a crash', async () => {
  const { send } = await openTestStore()
  const deep = `{"configData":{"a":${'['.repeat(250_000)}${']'.repeat(250_000)}}}`
  const answer = await send('PATCH', '/site-info/integration-info', deep)
  expect([10001, 10004, 30196]).toContain(answer.code)
})

test('an unknown path is a 404 in the words of the real service', async () => {
  const { send } = await openTestStore()
  const answer = await send('PUT', '/orders/1/everything')
  expect(answer.body).toEqual({
    statusCode: 404,
    error: { errorCode: 404, message: 'Cannot PUT /orders/1/everything', data: [] },
  })
})
