import { shownOf, standOfBox, wordsOf, type DeskAtEnd, type Evidence } from './judge.ts'
import type { SealedBox } from './ledger.ts'
import { hasLeft, sameGoods, type OrderAtStore } from './store-reader.ts'

/** What became of the boxes, and what was left to people: why, and where reading the store would have told. */
export type Tally = {
  sealed: number
  confirmed: number
  forPerson: number
  /** Seals that an older database no longer knows of. */
  rolledBack: number
  /** How often a packer could not go on for a parcel of the desk's own. */
  stopped: number
  reasons: Map<string, number>
  decidable: string[]
}

export function tallyOf(evidence: Evidence): Tally {
  const tally: Tally = {
    sealed: 0,
    confirmed: 0,
    forPerson: 0,
    rolledBack: 0,
    stopped: 0,
    reasons: new Map(),
    decidable: [],
  }
  for (const desk of evidence.desks) {
    tally.stopped += desk.ledger.stopped
    for (const box of desk.ledger.boxes) {
      tally.sealed += 1
      if (box.rolledBack) {
        tally.rolledBack += 1
        continue
      }
      const stand = standOfBox(desk, box)
      if (stand === 'confirmed') tally.confirmed += 1
      if (stand !== 'person') continue
      tally.forPerson += 1
      const reason = reasonOf(desk, box)
      tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
      const order = evidence.orders.get(box.orderNo)
      const known = order === undefined || reason === 'behind another' ? null : decidedBy(order, box)
      if (known !== null) tally.decidable.push(`${wordsOf(box)} (${reason}): ${known}`)
    }
  }
  return tally
}

function reasonOf(desk: DeskAtEnd, box: SealedBox): string {
  const problem = shownOf(desk, box)?.dispatch?.problem
  if (problem == null) return 'behind another'
  return problem.errorCode === null ? problem.kind : `${problem.kind} ${problem.errorCode}`
}

/** What the order says by itself of a box, where that is all there is to know. */
function decidedBy({ sections }: OrderAtStore, { waybill, goods, label }: SealedBox): string | null {
  const under = sections.filter((section) => section.waybill === waybill)
  const [only] = under
  if (only !== undefined)
    return under.length === 1 && hasLeft(only) && sameGoods(only.goods, goods)
      ? 'its section is there, with its goods, and has left'
      : null
  const untouched = sections.some(
    (section) =>
      section.status === 'PRODUCT_PREPARATION' &&
      !section.isHeld &&
      section.address === label &&
      [...goods].every(([sku, qty]) => (section.goods.get(sku) ?? 0) >= qty),
  )
  return untouched ? 'its goods lie untouched in 상품준비' : null
}
