import { scryptSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports.ts'

/** A PIN as it is kept: salted and stretched, never itself. */
export const pinHashSchema = z.object({ salt: z.string(), hash: z.string() })
export type PinHash = z.infer<typeof pinHashSchema>

const stretch = (pin: string, salt: string): Buffer => scryptSync(pin, salt, 32)

export function hashPin(pin: string, random: Random): PinHash {
  const salt = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return { salt, hash: stretch(pin, salt).toString('hex') }
}

export function isPin(pin: string, kept: PinHash): boolean {
  return timingSafeEqual(stretch(pin, kept.salt), Buffer.from(kept.hash, 'hex'))
}
