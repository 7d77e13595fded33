import { z } from 'zod'

/**
 * What imweb's document leaves open and a store shows by what it does. The station starts without a guess where a wrong
 * one would matter, and remembers.
 */
export const storeHabitsSchema = z.object({
  /** Which goods the new section of a split holds: the part that was asked for, or what is left; null until seen. */
  newSectionHolds: z.enum(['part', 'rest']).nullable().catch(null),
  /** Part of a quantity is only taken from a section in 배송대기 already (30187): the whole section goes there first. */
  partNeedsReady: z.boolean().catch(false),
})

export type StoreHabits = z.infer<typeof storeHabitsSchema>

export const unknownHabits: StoreHabits = { newSectionHolds: null, partNeedsReady: false }
