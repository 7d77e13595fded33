import type { Fault, SeenCall } from '../station/network.ts'
import type { World } from '../station/world.ts'
import type { Chance } from './chance.ts'

export type FaultCounts = Partial<Record<Fault | 'cut' | 'kill' | 'crashPoint' | 'shop', number>>

/** How often each fault strikes a request while the network is bad; the rest go through. */
const badNetwork: Record<Fault, number> = {
  none: 70,
  loseAnswer: 6,
  loseRequest: 4,
  refuseConnection: 4,
  garble: 3,
  serverError: 3,
  late: 3,
  slow: 4,
  twice: 0,
  refuse: 0,
  portal: 0,
  limited: 0,
  tooLate: 0,
  untrue: 0,
  strange: 0,
}

/** What the network does to a request, and a count of it. */
export function createBadNetwork(chance: Chance, counts: FaultCounts) {
  let bad = true
  return {
    faultFor(_call: SeenCall): Fault {
      const fault = bad ? chance.weighted(badNetwork) : 'none'
      if (fault !== 'none') count(counts, fault)
      return fault
    },
    mend(): void {
      bad = false
    },
  }
}

export function count(counts: FaultCounts, what: keyof FaultCounts): void {
  counts[what] = (counts[what] ?? 0) + 1
}

/** Something the shop does to one of its orders; what it cannot do, it does not. */
export function shopActs(
  world: World,
  chance: Chance,
  orderNos: readonly string[],
  counts: FaultCounts,
): void {
  const orderNo = Number(chance.pick(orderNos))
  const { shop } = world
  const { sections } = world.storeSections(String(orderNo)).order
  const section = chance.pick(sections)
  const item = chance.pick(section?.sectionItems ?? [])
  if (section === undefined || item === undefined) return
  const code = section.orderSectionCode
  try {
    switch (
      chance.weighted({
        hold: 4,
        release: 6,
        address: 3,
        requestCancel: 1,
        cancel: 1,
        change: 3,
        elsewhere: 2,
      })
    ) {
      case 'hold':
        shop.hold(orderNo, code)
        break
      case 'release':
        shop.release(orderNo, code)
        break
      case 'address':
        shop.changeAddress(orderNo, { addr1: `바다로 ${String(chance.below(1000))}` }, code)
        break
      case 'requestCancel':
        shop.requestCancel(orderNo, [code])
        break
      case 'cancel':
        shop.cancel(orderNo, [code])
        break
      case 'change':
        // Only goods that are still being prepared: what a parcel holds is not the shop's to change.
        if (holderOf(sections, item.orderSectionItemNo)?.orderSectionStatus !== 'PRODUCT_PREPARATION') return
        shop.changeItem(orderNo, item.orderSectionItemNo, 1 + chance.below(5))
        break
      case 'elsewhere':
        shop.shipElsewhere(orderNo, {
          orderSectionCode: code,
          orderSectionItemDataList: [{ orderSectionItemNo: item.orderSectionItemNo, qty: 1 }],
          invoiceNo: `99${String(chance.below(1e10)).padStart(10, '0')}`,
          parcelCompanyIdx: 1,
        })
    }
    count(counts, 'shop')
  } catch (error) {
    if (!(error instanceof Error) || error.constructor.name !== 'StoreError') throw error
    // A rule of the store stood against it, as it would against the shop's owner.
  }
}

type StoreSections = ReturnType<World['storeSections']>['order']['sections']

const holderOf = (sections: StoreSections, itemNo: string) =>
  sections.find((section) => section.sectionItems.some((item) => item.orderSectionItemNo === itemNo))
