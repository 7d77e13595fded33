import { z } from 'zod'

/** One sellable thing: a product, or one option of a product. */
export const goodSchema = z.object({
  key: z.string(),
  prodNo: z.number(),
  name: z.string(),
  price: z.number(),
  /** kg */
  weight: z.number(),
  stock: z.number(),
  prodSkuNo: z.string().optional(),
  optionSkuNo: z.string().optional(),
  customProdCode: z.string().optional(),
  optionDetailCode: z.string().optional(),
  option: z.record(z.string(), z.string()).optional(),
  origin: z.string().optional(),
  maker: z.string().optional(),
  brand: z.string().optional(),
  isTaxFree: z.boolean().optional(),
})

export type Good = z.infer<typeof goodSchema>
