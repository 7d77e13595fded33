import type { Chance } from '../../simulation/chance.ts'
import type { AtStore } from '../at-store.ts'
import type { SectionAtStore } from '../store-reader.ts'
import type { Trace } from '../trace.ts'

/** What the shop did to an order by its own hand; `waybill`: the parcel's, where it had left by then. */
export type ShopAct = { at: number; orderNo: string; what: string; waybill: string | null }

export type ShopParts = { atStore: AtStore; chance: Chance; trace: Trace; now: () => number }

const before = {
  cancelPart: 3,
  cancelSection: 1,
  address: 4,
  hold: 2,
  release: 4,
  shipElsewhere: 2,
  split: 2,
}
const after = { otherWaybill: 1, returnPart: 1 }

/** The shop's own people and customers, who know nothing of the desk. */
export function createShopHand({ atStore, chance, trace, now }: ShopParts) {
  const acts: ShopAct[] = []
  const { shop, reader, past } = atStore
  let parcels = 0

  const foreignWaybill = (): string => {
    parcels += 1
    return `99${String(parcels).padStart(10, '0')}`
  }

  /** Some units of one of its items, not all that it holds where that can be. */
  function part({ items }: SectionAtStore): { orderSectionItemNo: string; qty: number }[] {
    const item = chance.pick(items)
    return item === undefined
      ? []
      : [{ orderSectionItemNo: item.itemNo, qty: 1 + chance.below(Math.max(1, item.qty - 1)) }]
  }

  async function does(what: keyof typeof before | keyof typeof after, orderNo: string): Promise<boolean> {
    const number = Number(orderNo)
    const { sections } = await reader.order(orderNo)
    const isParcel = what in after
    const section = chance.pick(
      sections.filter(({ status }) =>
        isParcel ? status === 'SHIPPING' : status === 'PRODUCT_PREPARATION' || status === 'SHIPPING_READY',
      ),
    )
    if (section === undefined) return false
    const path = `/orders/${orderNo}/order-section/${section.code}`
    trace.note('shop', `${what} ${orderNo} ${section.code} (${section.status})`)
    const waybill = isParcel ? section.waybill : null
    switch (what) {
      case 'cancelPart':
        await reader.change('PATCH', `${path}/cancel-request`, {
          cancelReason: '고객 변심',
          orderSectionItemDataList: part(section),
        })
        break
      case 'cancelSection':
        shop.cancel(number, [section.code])
        break
      case 'address':
        shop.changeAddress(number, { addr1: `바다로 ${String(chance.below(1000))}` })
        break
      case 'hold':
        shop.hold(number, section.code)
        break
      case 'release':
        for (const { code } of sections) shop.release(number, code)
        break
      case 'shipElsewhere':
        shop.shipElsewhere(number, {
          orderSectionCode: section.code,
          orderSectionItemDataList: part(section),
          invoiceNo: foreignWaybill(),
          parcelCompanyIdx: 1,
        })
        break
      case 'split':
        await reader.change('PATCH', `${path}/shipping-operation`, {
          orderSectionStatus: 'SHIPPING_READY',
          orderSectionItemDataList: part(section),
        })
        break
      case 'otherWaybill':
        await reader.change('PATCH', `${path}/invoice`, {
          invoiceNo: foreignWaybill(),
          parcelCompanyIdx: 1,
        })
        break
      case 'returnPart':
        await reader.change('PATCH', `${path}/return-request`, {
          returnReason: '상품 불만족',
          retrieveType: 'ETC',
          orderSectionItemDataList: part(section),
        })
    }
    acts.push({ at: now(), orderNo, what, waybill })
    return true
  }

  async function act(orderNo: string, moment: 'before' | 'after'): Promise<void> {
    const what = moment === 'before' ? chance.weighted(before) : chance.weighted(after)
    try {
      if (await does(what, orderNo)) await past.read(orderNo)
    } catch (error) {
      // A rule of the store stood against it, as it would against the shop's owner.
      if (!(error instanceof Error) || error.constructor.name !== 'StoreError') throw error
    }
  }

  return {
    acts,
    act,
    async newOrder(lines: [string, number][]): Promise<void> {
      const { orderNo } = shop.addOrder({ lines })
      trace.note('shop', `new order ${String(orderNo)}`)
      await past.read(String(orderNo))
    },
  }
}

export type ShopHand = ReturnType<typeof createShopHand>
