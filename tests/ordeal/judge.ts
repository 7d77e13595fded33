import type { HistoryBox } from '../../shared/contract/board.ts'
import type { Landed } from './at-store.ts'
import type { Failure } from './failures.ts'
import type { Ledger, SealedBox } from './ledger.ts'
import { isBehindAPerson, standOf, type Shown, type Stand } from './shown.ts'
import { hasLeft, inWords, sameGoods, tally, type Goods, type OrderAtStore } from './store-reader.ts'
import type { ShopAct } from './troubles/shop-acts.ts'

export type DeskAtEnd = { name: string; ledger: Ledger; shown: Shown }

export type Evidence = {
  desks: readonly DeskAtEnd[]
  /** The store's orders when all was over. */
  orders: ReadonlyMap<string, OrderAtStore>
  ordered: ReadonlyMap<string, Goods>
  /** Where the order was to go at a moment; null where it did not exist yet. */
  addressAt: (orderNo: string, at: number) => string | null
  landed: readonly Landed[]
  acts: readonly ShopAct[]
}

/** How long before its first write an address must have been changed for the label to be old, in milliseconds. */
const wellBeforeMs = 5 * 60_000

/** What is wrong between the packer's own ledger, the store's orders and what the desk shows. */
export function judge(evidence: Evidence): Failure[] {
  const boxes = evidence.desks.flatMap((desk) =>
    desk.ledger.boxes.map((box) => ({ desk, box, shown: shownOf(desk, box), stand: standOfBox(desk, box) })),
  )
  return [
    ...evidence.desks.flatMap((desk) => [
      ...desk.ledger.failures,
      ...stuck(desk),
      ...overPacked(desk, evidence),
      ...unseenOrders(desk, evidence),
    ]),
    ...boxes.flatMap(({ desk, box, shown }) => lost(desk, box, shown)),
    ...boxes
      .filter(({ box, stand }) => !box.rolledBack && stand === 'confirmed')
      .flatMap(({ box, shown }) => confirmedWrongly(box, shown, evidence)),
    ...shippedTwice(evidence),
  ]
}

export const shownOf = ({ shown }: DeskAtEnd, { orderNo, boxId, waybill }: SealedBox): HistoryBox | null =>
  shown.boxes
    .get(orderNo)
    ?.find((box) => box.boxId === boxId && box.invoice?.invoiceNo === waybill && box.state === 'sealed') ??
  null

export function standOfBox(desk: DeskAtEnd, box: SealedBox): Stand {
  const dispatch = shownOf(desk, box)?.dispatch
  if (dispatch == null) return 'open'
  const stand = standOf(dispatch.state)
  const row = desk.shown.unsent.find(({ boxId, kind }) => boxId === box.boxId && kind === 'dispatch')
  return stand === 'open' && row !== undefined && isBehindAPerson(row, desk.shown.unsent) ? 'person' : stand
}

/** Somebody is asked about the order, at whatever desk. */
const isAsked = (orderNo: string, { desks }: Evidence): boolean =>
  desks.some(
    ({ shown }) =>
      shown.doubted.has(orderNo) ||
      shown.unsent.some((row) => row.orderNo === orderNo && standOf(row.dispatch.state) === 'person'),
  )

function lost({ name }: DeskAtEnd, box: SealedBox, shown: HistoryBox | null): Failure[] {
  if (box.rolledBack) return []
  if (shown === null)
    return [{ name: 'lostScan', what: `${name} no longer has the sealed box ${wordsOf(box)}` }]
  const units = shown.contents.reduce((sum, { qty }) => sum + qty, 0)
  const sealed = [...box.goods.values()].reduce((sum, qty) => sum + qty, 0)
  return units === sealed
    ? []
    : [{ name: 'lostScan', what: `${wordsOf(box)} is shown with ${String(units)} units` }]
}

const stuck = ({ name, shown }: DeskAtEnd): Failure[] =>
  shown.unsent
    .filter((row) => standOf(row.dispatch.state) === 'open' && !isBehindAPerson(row, shown.unsent))
    .map(({ kind, boxId, orderNo, dispatch }) => ({
      name: 'stuck',
      what: `${name}: ${kind} of ${boxId ?? orderNo} is ${dispatch.state}`,
    }))

function overPacked({ name, ledger }: DeskAtEnd, { ordered, acts }: Evidence): Failure[] {
  return [...ordered].flatMap(([orderNo, wanted]) => {
    if (acts.some((act) => act.orderNo === orderNo)) return []
    const own = ledger.boxes.filter((box) => box.orderNo === orderNo && !box.rolledBack)
    const packed = tally(own.flatMap(({ goods }) => [...goods]))
    return [...packed]
      .filter(([sku, qty]) => qty > (wanted.get(sku) ?? 0))
      .map(([sku, qty]): Failure => ({
        name: 'overPacked',
        what: `${name} sealed ${String(qty)} of ${sku} in order ${orderNo}, ordered were [${inWords(wanted)}]`,
      }))
  })
}

/** Goods wait to be packed at the store, and the desk has their order nowhere. */
function unseenOrders({ name, shown }: DeskAtEnd, { orders }: Evidence): Failure[] {
  return [...orders.values()]
    .filter(({ orderNo, sections }) => {
      const waits = sections.some(
        ({ status, waybill, isHeld }) =>
          !isHeld && (status === 'PRODUCT_PREPARATION' || (status === 'SHIPPING_READY' && waybill === null)),
      )
      return waits && !shown.known.has(orderNo)
    })
    .map(({ orderNo }) => ({ name: 'neverNoticed', what: `${name} has order ${orderNo} nowhere` }))
}

function confirmedWrongly(box: SealedBox, shown: HistoryBox | null, evidence: Evidence): Failure[] {
  const { orderNo, waybill } = box
  const order = evidence.orders.get(orderNo)
  const parcels = order?.sections.filter((section) => section.waybill === waybill && hasLeft(section)) ?? []
  const asked = isAsked(orderNo, evidence)
  const [parcel] = parcels
  const isShopsDoing = evidence.acts.some((act) => act.waybill === waybill)
  const named = order?.sections.find(({ code }) => code === shown?.dispatch?.sectionCode)
  const rightly = parcel !== undefined && parcels.length === 1 && sameGoods(parcel.goods, box.goods)
  if (isShopsDoing && !rightly) {
    const says = asked || saysSomething(shown)
    return says ? [] : [{ name: 'neverNoticed', what: `the shop changed the parcel ${wordsOf(box)}` }]
  }
  if (parcel === undefined) {
    const [name, is] =
      named !== undefined && hasLeft(named)
        ? (['wrongContents', `left under ${named.waybill ?? 'no waybill'}`] as const)
        : (['falseConfirmation', `is ${named === undefined ? 'no section' : named.status}`] as const)
    return [{ name, what: `${wordsOf(box)} is confirmed and ${is}` }]
  }
  if (parcels.length > 1) return []
  if (!rightly)
    return [{ name: 'wrongContents', what: `${wordsOf(box)}: its section holds [${inWords(parcel.goods)}]` }]
  return asked ? [] : oldLabel(box, evidence)
}

/** Beside "confirmed", the desk says that there is something with the box. */
const saysSomething = (shown: HistoryBox | null): boolean =>
  shown?.dispatch != null &&
  (shown.dispatch.problem !== null ||
    (shown.dispatch.sectionStatus !== null && !shown.dispatch.sectionStatus.startsWith('SHIPPING')))

function oldLabel(box: SealedBox, { addressAt, landed }: Evidence): Failure[] {
  const { orderNo, waybill, label } = box
  const written = landed.find((write) => write.orderNo === orderNo && write.body.includes(waybill))
  if (written === undefined) return []
  const addresses = [written.at, written.at - wellBeforeMs].map((at) => addressAt(orderNo, at) ?? label)
  return addresses.includes(label)
    ? []
    : [{ name: 'oldLabel', what: `${wordsOf(box)} went to ${label}, not ${addresses.join(', ')}` }]
}

/** One waybill on two sections, or more of something shipped than was ordered, and nobody is asked. */
function shippedTwice(evidence: Evidence): Failure[] {
  const { orders, ordered, acts, desks } = evidence
  const all = [...orders.values()].flatMap(({ orderNo, sections }) =>
    sections.map((section) => ({ orderNo, section })),
  )
  const waybills = new Set(desks.flatMap(({ ledger }) => ledger.boxes.map(({ waybill }) => waybill)))
  const twice = [...waybills].flatMap((waybill): Failure[] => {
    const under = all.filter(
      ({ section }) => section.waybill === waybill && !section.status.startsWith('CANCEL'),
    )
    const isFine =
      under.length < 2 ||
      acts.some((act) => act.waybill === waybill) ||
      under.some(({ orderNo }) => isAsked(orderNo, evidence))
    const codes = under.map(({ section }) => `${section.code} (${section.status})`)
    return isFine ? [] : [{ name: 'silentDuplicate', what: `${waybill} is on ${codes.join(' and ')}` }]
  })
  const tooMany = [...ordered].flatMap(([orderNo, wanted]): Failure[] => {
    const left = orders.get(orderNo)?.sections.filter(hasLeft) ?? []
    const shipped = tally(left.flatMap(({ goods }) => [...goods]))
    const isMore = [...shipped].some(([sku, qty]) => qty > (wanted.get(sku) ?? 0))
    return isMore && !isAsked(orderNo, evidence)
      ? [
          {
            name: 'silentDuplicate',
            what: `order ${orderNo}: shipped [${inWords(shipped)}], ordered [${inWords(wanted)}]`,
          },
        ]
      : []
  })
  return [...twice, ...tooMany]
}

export const wordsOf = ({ boxId, goods, waybill }: SealedBox): string =>
  `${boxId} [${inWords(goods)}] ${waybill}`
