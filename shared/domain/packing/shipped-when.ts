import { z } from 'zod'

/**
 * When a box becomes 배송중. atSeal: the desk says so once it is sealed · atHandover: the desk says so once its waybill
 * is scanned into the courier's cage · byCourier: the courier's own system does; the desk registers the waybill only.
 */
export const shippedWhen = ['atSeal', 'atHandover', 'byCourier'] as const

export const shippedWhenSchema = z.enum(shippedWhen)

export type ShippedWhen = z.infer<typeof shippedWhenSchema>
