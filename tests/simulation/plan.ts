import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import { defaultSettings, workModes, type SettingsChange } from '../../shared/contract/settings.ts'
import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { shippedWhen } from '../../shared/domain/packing/shipped-when.ts'
import type { World, WorldOptions } from '../station/world.ts'
import type { Chance } from './chance.ts'

type NewOrder = NonNullable<WorldOptions['orders']>[number]

/** Each unit of it has a serial number of its own, some printed with the code; and a product that is told by its lot. */
export const serialSku = 'T-GREEN-50'
const lotSku = 'S-SALT-500'
export const printedGtin = '8801234567893'

/** What a shop and its desk are like on one day, from one seed. */
export type Plan = {
  orders: NewOrder[]
  orderNos: string[]
  registered: string[]
  skus: string[]
  settings: SettingsChange
}

const several = ['A-CITRUS-500', 'B-NURUNGJI-200', serialSku, lotSku, 'WRAP-RED', 'WRAP-BLUE']
const always = 'C-HONEY-350'

export function drawPlan(chance: Chance): Plan {
  const registered: string[] = []
  const newWaybill = (): [string, number] => {
    const number = cjInvoiceNo(`67${String(registered.length + 1).padStart(9, '0')}`)
    registered.push(number)
    return [number, 4]
  }
  const manyLines = () =>
    several
      .filter(() => chance.is(0.45))
      .concat(always)
      .map((sku): [string, number] => [sku, 1 + chance.below(5)])
  const oneUnit = (): [string, number][] => [[chance.is(0.5) ? always : serialSku, 1]]
  const gifts = (): Partial<NewOrder> => (chance.is(0.3) ? { gifts: [['GIFT-SAMPLE', 1]] } : {})

  const numbers = Array.from({ length: 4 }, (_, index) => 202_611_240_000_000 + index)
  const orders = numbers.map((orderNo, index): NewOrder => {
    if (index === 2) return { orderNo, lines: oneUnit(), ...gifts() }
    if (index === 3 && chance.is(0.5)) {
      const section = () => ({ status: 'SHIPPING_READY' as const, lines: manyLines(), invoice: newWaybill() })
      return { orderNo, sections: chance.is(0.4) ? [section(), section()] : [section()] }
    }
    return { orderNo, lines: chance.is(0.2) ? oneUnit() : manyLines(), ...gifts() }
  })
  const orderNos = numbers.map(String)
  return {
    orders,
    orderNos,
    registered,
    skus: [always, serialSku, 'A-CITRUS-500'],
    settings: drawSettings(chance),
  }
}

function drawSettings(chance: Chance): SettingsChange {
  const asking = () => (chance.is(0.75) ? ('off' as const) : ('required' as const))
  return {
    workMode: chance.is(0.6) ? 'orderFirst' : (chance.pick(workModes) ?? 'orderFirst'),
    forcedOrder: chance.is(0.15),
    exemptGifts: chance.is(0.5),
    quantityFrom: chance.pick([0, 2, 3, defaultSettings.quantityFrom]) ?? 2,
    graceSeconds: chance.pick([0, 0, 20, 120]) ?? 0,
    shipped: chance.is(0.4) ? 'atSeal' : (chance.pick(shippedWhen) ?? 'atSeal'),
    askBoxType: asking(),
    askWeight: asking(),
    boxTypes: [
      { code: '01', name: 'small' },
      { code: '02', name: 'large' },
    ],
  }
}

/** Sets the desk up for the day. */
export async function setUp(world: World, { settings }: Plan): Promise<void> {
  const { methods } = world.station
  await methods.changeSettings(settings)
  await methods.putProductRule({ sku: serialSku, capture: 'serial' })
  await methods.putProductRule({ sku: lotSku, capture: 'lot' })
  await methods.bookPut({ before: null, barcode: printedGtin, sku: serialSku, units: 1, name: '' })
}

/** Where the store's document leaves a question open, one of the answers. */
export const openAnswers = (chance: Chance): Partial<Assumptions> => ({
  codeStaysWith: chance.pick(['rest', 'part'] as const) ?? 'rest',
  splitItemNumbers: chance.pick(['next-when-divided', 'next-always', 'same'] as const) ?? 'same',
  partQuantityNeedsReady: chance.pick(['asked', 'had'] as const) ?? 'asked',
  listedSections: chance.pick(['all', 'matching'] as const) ?? 'all',
  wholeListWithShipping: chance.pick(['accept', 'refuse'] as const) ?? 'accept',
})
