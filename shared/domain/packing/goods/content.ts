import { z } from 'zod'

/** Some units of one section item. */
export const contentSchema = z.object({ itemNo: z.string(), qty: z.number().int().positive() })

export type Content = z.infer<typeof contentSchema>
