import type { ProductRule } from '../../../shared/contract/catalog.ts'
import type { Database } from '../database/open.ts'

/** The products that ask for a serial number with each unit, or for a lot; by SKU, whatever the case. */
export function createProductRules(db: Database) {
  const all = db.prepare<[], ProductRule>('SELECT sku, capture FROM product_rules ORDER BY sku')
  const one = db
    .prepare<[string], ProductRule['capture']>('SELECT capture FROM product_rules WHERE sku = ?')
    .pluck()
  const put = db.prepare<[ProductRule]>(
    `INSERT INTO product_rules (sku, capture) VALUES (@sku, @capture)
     ON CONFLICT (sku) DO UPDATE SET sku = excluded.sku, capture = excluded.capture`,
  )
  const remove = db.prepare<[string]>('DELETE FROM product_rules WHERE sku = ?')

  return {
    list: (): ProductRule[] => all.all(),
    /** What the product with this code asks for. */
    captureOf: (sku: string): ProductRule['capture'] | null => one.get(sku) ?? null,
    put: (rule: ProductRule): void => {
      put.run(rule)
    },
    remove: (sku: string): void => {
      remove.run(sku)
    },
  }
}

export type ProductRules = ReturnType<typeof createProductRules>
