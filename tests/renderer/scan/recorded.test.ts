import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hear, type Move } from './hear.ts'
import { stroke } from './keys.ts'

const flag = z.union([z.literal(0), z.literal(1)])

/**
 * What a text field's window heard of scans at 2 to 40 ms a key while IBus was composing Hangul there, recorded in real
 * Electron: [comes up, code, key, shift, composing, repeat, milliseconds]. Keys come twice, late, after their own coming
 * up, or not at all.
 */
const recorded = z
  .array(
    z.object({
      code: z.string(),
      msPerKey: z.number(),
      keys: z.array(z.tuple([flag, z.string(), z.string(), flag, flag, flag, z.number()])),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'recorded-hangul.json'), 'utf8')))

describe('scans recorded under a real Hangul input method', () => {
  it('lost, doubled and turned round some of their keys', () => {
    const downs = recorded.map(({ code, keys }) => ({
      typed: code.length + 1,
      down: keys.filter(([up, name]) => up === 0 && !name.startsWith('Shift')).length,
    }))
    expect(downs.some(({ typed, down }) => down < typed)).toBe(true)
    expect(downs.some(({ typed, down }) => down > typed)).toBe(true)
  })

  it.each(recorded)('$code is read right at $msPerKey ms a key', ({ code, keys }) => {
    const moves = keys.map(([up, name, key, shift, composing, repeat, time]): Move => ({
      ...stroke({ code: name, key, time: 1000 + time, inField: true }),
      shift: shift === 1,
      composing: composing === 1,
      repeat: repeat === 1,
      comesUp: up === 1,
    }))
    expect(hear(moves).decoded).toEqual([{ code, recovered: /[a-z]/i.test(code) ? 'inputMethod' : null }])
  })
})
