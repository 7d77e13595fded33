import type { DeskSettings } from '../../../shared/contract/settings.ts'
import type { CaptureKind, LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import type { Rules } from '../../../shared/domain/packing/rules.ts'

/** How this desk packs, by its settings. A desk that has no box types cannot ask for one. */
export const rulesOf = (settings: DeskSettings): Rules => ({
  forcedOrder: settings.forcedOrder,
  quantityFrom: settings.quantityFrom,
  boxType: settings.boxTypes.length === 0 ? 'off' : settings.askBoxType,
  weight: settings.askWeight,
  shipped: settings.shipped,
})

/** What the settings, and the rules kept by SKU (`captureOf`), make of an item of an order. */
export const marksOf =
  (settings: () => DeskSettings, captureOf: (sku: string) => CaptureKind | null): LineMarks =>
  ({ gift, product }) => {
    const { exemptGifts, exemptWords } = settings()
    const name = product.name.toLowerCase()
    const skus = [product.optionSku, product.productSku, product.ownCode].filter((sku) => sku !== null)
    const capture = skus.map(captureOf).find((kind) => kind !== null) ?? null
    const exempt = (gift && exemptGifts) || exemptWords.some((word) => name.includes(word.toLowerCase()))
    return { exempt: exempt && capture === null, capture }
  }
