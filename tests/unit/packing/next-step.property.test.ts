import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { allSealed, unsealedBoxes } from '../../../shared/domain/packing/packing.ts'
import { anyDesk } from './any-desk.ts'
import { following } from './following.ts'

describe('the next step on the screen', () => {
  it('is never one that the desk turns down, whatever was done before and whatever stands around', () => {
    fc.assert(
      fc.property(anyDesk, fc.boolean(), ({ packing, around }, takingOut) => {
        const step = nextStep(packing, around, takingOut)
        const accepted = following(packing, around, step, 999).some(({ ok }) => ok)
        expect(accepted, JSON.stringify(step)).toBe(true)
        if (step.kind !== 'orderComplete') return
        // Nothing of a finished order is left lying.
        expect(unsealedBoxes(packing)).toEqual([])
        expect(packing.lines.length === 0 || allSealed(packing)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })
})
