import { z } from 'zod'

export const roles = ['packer', 'lead'] as const
export type Role = (typeof roles)[number]

const name = z.string().trim().min(1).max(40)
/** A PIN: four to `longestPin` digits. */
export const longestPin = 8
export const pinSchema = z.string().regex(/^\d{4,8}$/)
const id = z.number().int().positive()

/** Who packs at this desk. All but signing in and out is a lead's to do, once there is one. */
export const peopleInputs = {
  people: z.strictObject({}),
  /** `pin` null: signs in by badge only. */
  addPerson: z.strictObject({ name, role: z.enum(roles), pin: pinSchema.nullable() }),
  changePerson: z.strictObject({
    id,
    name: name.optional(),
    role: z.enum(roles).optional(),
    pin: pinSchema.nullable().optional(),
    /** A person no longer here keeps the name in the log, and cannot sign in. */
    active: z.boolean().optional(),
  }),
  /** A new badge; the one before stops working. */
  makeBadge: z.strictObject({ id }),
  signIn: z.strictObject({ id, pin: z.string().max(32) }),
  signOut: z.strictObject({}),
} as const

export type PersonView = {
  id: number
  name: string
  role: Role
  active: boolean
  hasPin: boolean
  hasBadge: boolean
}

/** The digits of a badge's barcode, told once: the desk keeps only what it needs to know it again. */
export type Badge = { digits: string; name: string } | { digits: null }

/** Whoever is signed in, and whether someone has to be. */
export type SignedInView = {
  person: { id: number; name: string; role: Role } | null
  required: boolean
  people: number
}
