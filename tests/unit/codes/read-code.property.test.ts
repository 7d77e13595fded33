import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCode } from '../../../shared/domain/codes/read-code.ts'

describe('a scanned code', () => {
  it('never throws and never passes a character that no label carries', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const read = readCode(raw)
        if (read.ok) expect(read.code).toMatch(/^[\x20-\x7e]+$/)
      }),
    )
  })
})
