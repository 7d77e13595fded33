import { cjInvoiceNo } from '../../../shared/domain/codes/courier-forms.ts'
import type { StoreContext } from '../context.ts'
import type { OrderPlan } from './catalogue.ts'
import { composeOrder } from './compose-order.ts'
import { seededRandom } from './seeded-random.ts'

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍']
const givenFirst = [...'서도하민지예현유시채은태세가준다수']
const givenSecond = [...'윤현은준우린서원호나영람진솔경안']
const streets = [
  ['04072', '서울특별시 마포구 새싹로'],
  ['06235', '서울특별시 강남구 가람대로'],
  ['13494', '경기도 성남시 분당구 느티나무로'],
  ['48095', '부산광역시 해운대구 바다빛로'],
  ['34126', '대전광역시 유성구 별마루로'],
  ['61186', '광주광역시 북구 무등빛로'],
  ['24341', '강원특별자치도 춘천시 물안개길'],
] as const
const memos = [
  '문 앞에 놓아주세요',
  '경비실에 맡겨 주세요',
  '배송 전 연락 부탁드립니다',
  '택배함에 넣어 주세요',
]
const channels = ['SMARTSTORE', 'NAVERPAY_ORDER', 'TALKCHECKOUT', 'COUPANG'] as const

type Fate =
  'fresh' | 'ready' | 'shipping' | 'delivered' | 'confirmed' | 'unpaid' | 'pending' | 'cancel' | 'return'

/** How many of a hundred orders are in which state, and how old they are, in hours. */
const fates: readonly (readonly [fate: Fate, share: number, from: number, to: number])[] = [
  ['fresh', 14, 0.2, 60],
  ['ready', 4, 6, 72],
  ['shipping', 8, 24, 96],
  ['delivered', 20, 72, 300],
  ['confirmed', 44, 300, 4_300],
  ['unpaid', 3, 0.2, 60],
  ['pending', 2, 0.1, 48],
  ['cancel', 3, 1, 2_000],
  ['return', 2, 80, 400],
]

const statusOf = { ready: 'SHIPPING_READY', shipping: 'SHIPPING', delivered: 'SHIPPING_COMPLETE' } as const

interface Dice {
  readonly next: () => number
  readonly pick: <Value>(from: readonly [Value, ...Value[]] | readonly Value[]) => Value | undefined
  readonly between: (from: number, to: number) => number
}

const diceOf = (next: () => number): Dice => ({
  next,
  pick: (from) => from[Math.floor(next() * from.length)],
  between: (from, to) => from + next() * (to - from),
})

const drawFate = (dice: Dice): (typeof fates)[number] => {
  let left = dice.next() * 100
  for (const row of fates) {
    left -= row[1]
    if (left < 0) return row
  }
  return ['fresh', 0, 0.2, 60]
}

const lineCount = (dice: Dice): number => {
  const roll = dice.next()
  if (roll < 0.58) return 1
  if (roll < 0.8) return 2
  if (roll < 0.91) return 3
  return roll < 0.985 ? Math.floor(dice.between(4, 8)) : Math.floor(dice.between(8, 16))
}

const drawLines = (dice: Dice, keys: readonly string[]): [string, number][] => {
  const chosen = new Map<string, number>()
  for (let i = lineCount(dice); i > 0; i -= 1) {
    const key = dice.pick(keys) ?? ''
    chosen.set(key, dice.next() < 0.72 ? 1 : Math.ceil(dice.between(1, 6)))
  }
  return [...chosen]
}

const fateFields = (fate: Fate, lines: [string, number][], invoiceNo: string): Partial<OrderPlan> => {
  if (fate === 'unpaid') return { lines, payment: 'bank-unpaid' }
  if (fate === 'pending') return { lines, payment: 'card-pending' }
  if (fate === 'fresh') return { lines }
  if (fate === 'cancel') return { lines, claim: 'cancel-complete' }
  const invoice: [string, number] = [invoiceNo, 4]
  if (fate === 'return') {
    return { sections: [{ status: 'SHIPPING_COMPLETE', lines, invoice }], claim: 'return-request' }
  }
  if (fate === 'confirmed') return { sections: [{ status: 'PURCHASE_CONFIRMATION', lines, invoice }] }
  return { sections: [{ status: statusOf[fate], lines, ...(fate === 'ready' ? {} : { invoice }) }] }
}

/** Days before the shop's first order number; order numbers carry a day and go up. */
const firstDay = Date.UTC(2025, 0, 1)
const ordersPerDay = 600

const drawPlan = (dice: Dice, index: number, keys: readonly string[]): OrderPlan => {
  const [fate, , from, to] = drawFate(dice)
  const day = new Date(firstDay + Math.floor(index / ordersPerDay) * 86_400_000)
  const inDay = 1_000_003 + (index % ordersPerDay) * 14_983
  const orderNo = Number(`${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(inDay)}`)
  const [zipcode, street] = dice.pick(streets) ?? streets[0]
  const roll = dice.next()
  const isPlain = fate !== 'unpaid' && fate !== 'pending' && fate !== 'cancel' && fate !== 'return'
  const channel = isPlain && roll < 0.12 ? dice.pick(channels) : undefined
  const memo = dice.next() < 0.5 ? dice.pick(memos) : undefined
  const isHeld = fate === 'fresh' && dice.next() < 0.02
  const invoiceNo = cjInvoiceNo(`68${String(index).padStart(9, '0')}`)
  return {
    orderNo,
    minutesAgo: Math.floor(dice.between(from, to) * 60),
    orderer: `${dice.pick(surnames) ?? ''}${dice.pick(givenFirst) ?? ''}${dice.pick(givenSecond) ?? ''}`,
    call: `010-0000-${String(Math.floor(dice.between(0, 10_000))).padStart(4, '0')}`,
    zipcode,
    addr1: `${street} ${String(Math.ceil(dice.between(1, 320)))}`,
    addr2: `${String(Math.ceil(dice.between(1, 15)))}동 ${String(Math.ceil(dice.between(101, 2_500)))}호`,
    ...(memo === undefined ? {} : { memo }),
    ...(channel === undefined ? {} : { channel }),
    ...(isHeld ? { hold: true } : {}),
    ...(dice.next() < 0.05 ? { gifts: [['GIFT-SAMPLE', 1]] } : {}),
    ...fateFields(fate, drawLines(dice, keys), invoiceNo),
  }
}

/** Adds `count` orders to a shop. The same seed gives the same orders, codes included; only their times follow the clock. */
export const generateOrders = (context: StoreContext, count: number, seed: number): void => {
  const random = seededRandom(seed)
  const dice = diceOf(random)
  const keys = context.catalogue.goods
    .filter((g) => g.price > 0 && !g.key.startsWith('EBOOK'))
    .map((g) => g.key)
  for (let index = 0; index < count; index += 1) {
    const plan = drawPlan(dice, index, keys)
    context.orders.save(composeOrder(plan, context.catalogue, context.now(), random))
  }
}
