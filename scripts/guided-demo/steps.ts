import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import type { Network } from './network.ts'
import type { Packer } from './packer.ts'

/** The guide's own example: A ×2 and B ×4, to be sent as two parcels of [A ×1, B ×2]. */
export const guideOrder = '202410104747676'
export const parcelGoods = { 'A-CITRUS-500': 1, 'B-NURUNGJI-200': 2 } as const
export const waybills = ['689243188205', '689243188312'] as const

const a = { sku: 'A-CITRUS-500', barcode: '8809999001003' }
const b = { sku: 'B-NURUNGJI-200', barcode: '8809999001010' }
const otherProduct = 'T-GREEN-50'

export interface Step {
  /** Names the step's screenshot. */
  readonly name: string
  readonly run: (packer: Packer, network: Network) => Promise<void>
}

/** The guided demo, step by step. Between any two the app may die; what comes after must go on all the same. */
export const steps: readonly Step[] = [
  {
    name: 'desk-ready',
    run: async (packer) => {
      await packer.connectionIs('online')
      await packer.orderWaits(guideOrder)
    },
  },
  { name: 'order-scanned', run: (packer) => packer.scan(guideOrder, 'orderOpened') },
  { name: 'box-1-first-item', run: (packer) => packer.scan(a.barcode, 'itemScanned') },
  { name: 'wrong-item-refused', run: (packer) => packer.scan(otherProduct, 'wrongItem') },
  {
    name: 'box-1-full',
    run: async (packer) => {
      await packer.scan(b.sku, 'itemScanned')
      await packer.scan(b.barcode, 'itemScanned')
    },
  },
  { name: 'box-1-closed', run: (packer) => packer.scan(commandBarcode('closeBox'), 'boxClosed') },
  { name: 'box-1-sealed', run: (packer) => packer.scan(waybills[0], 'boxSealed') },
  { name: 'box-1-shipped', run: (packer) => packer.boxIs(1, 'confirmed') },
  { name: 'box-2-first-item', run: (packer) => packer.scan(a.sku, 'itemScanned') },
  { name: 'one-too-many-refused', run: (packer) => packer.scan(a.barcode, 'tooMany') },
  { name: 'network-cut', run: (_packer, network) => network.cut() },
  {
    name: 'box-2-full',
    run: async (packer) => {
      await packer.scan(b.barcode, 'itemScanned')
      await packer.scan(b.barcode, 'orderComplete')
    },
  },
  { name: 'box-2-sealed', run: (packer) => packer.scan(waybills[1], 'boxSealed') },
  {
    name: 'box-2-waits-offline',
    run: async (packer) => {
      await packer.connectionIs('offline')
      await packer.boxIs(2, 'waiting')
    },
  },
  { name: 'network-back', run: (_packer, network) => network.mend() },
  {
    name: 'box-2-shipped',
    run: async (packer) => {
      await packer.connectionIs('online')
      await packer.boxIs(2, 'confirmed')
    },
  },
]
