import type { Refusal } from '../../../shared/domain/packing/answer.ts'
import type { Pace } from '../ports.ts'
import { isPin, type PinHash } from './pin.ts'

const guesses = 5
const waitMs = 30_000

/** What is wrong with a PIN; null for the right one. Where none is kept, none is right. */
export type PinGuard = (pin: string, kept: PinHash | null) => Refusal | null

/** Keeps a PIN from being guessed: after five wrong ones in a row not even the right one is taken for half a minute. */
export function createPinGuard(pace: Pace): PinGuard {
  let wrong = 0
  let waitUntil = 0
  return (pin, kept) => {
    const now = pace()
    if (now < waitUntil) return { kind: 'waitForPin', seconds: Math.ceil((waitUntil - now) / 1000) }
    const right = kept !== null && isPin(pin, kept)
    wrong = right ? 0 : wrong + 1
    if (wrong >= guesses) {
      wrong = 0
      waitUntil = now + waitMs
    }
    return right ? null : { kind: 'wrongPin' }
  }
}
