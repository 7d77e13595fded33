import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeKey, decodePause, quietDecoder, type DecoderState } from '../../../renderer/scan/decoder.ts'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import { defaultProfile, type ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { stroke, strokesOf } from './keys.ts'

type Heard = { scans: string[]; swallowed: string[]; state: DecoderState }

function hear(strokes: readonly KeyStroke[], profile: ScannerProfile = defaultProfile): Heard {
  const heard: Heard = { scans: [], swallowed: [], state: quietDecoder }
  for (const each of strokes) {
    const { state, scan, swallow } = decodeKey(profile, heard.state, each)
    heard.state = state
    if (scan !== null) heard.scans.push(scan.code)
    if (swallow) heard.swallowed.push(each.code)
  }
  return heard
}

const usCode = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((at) => String.fromCharCode(at)),
  minLength: 3,
  maxLength: 60,
})
const pace = fc.constantFrom(0, 2, 10, 40, 80, 100, 115)
const heldBack = fc.constantFrom('Process', 'Dead', 'ㅁ', 'Unidentified')

describe('a scan', () => {
  it('decodes to itself at any rhythm, whatever the layout or input method makes of its keys', () => {
    fc.assert(
      fc.property(usCode, pace, heldBack, fc.boolean(), fc.boolean(), (code, gap, key, inField, capsLock) => {
        expect(hear(strokesOf(code, [gap], { key, inField, capsLock })).scans).toEqual([code])
      }),
      { numRuns: 500 },
    )
  })

  it('decodes to itself when a slow scanner is a little uneven, also in a text field', () => {
    const gaps = fc.array(fc.integer({ min: 75, max: 118 }), { minLength: 61, maxLength: 61 })
    fc.assert(
      fc.property(usCode, gaps, fc.boolean(), (code, uneven, inField) => {
        expect(hear(strokesOf(code, uneven, { inField })).scans).toEqual([code])
      }),
    )
  })

  it('is heard each time when twenty come in a second', () => {
    const codes = Array.from({ length: 20 }, (_, at) => `SKU-${String(at).padStart(3, '0')}`)
    const strokes = codes.flatMap((code, at) => strokesOf(code, [4], { from: 1000 + at * 50 }))
    expect(hear(strokes).scans).toEqual(codes)
  })

  it('may end with Tab or the Enter of the number pad', () => {
    expect(hear(strokesOf('8801', [10], { end: 'Tab' })).scans).toEqual(['8801'])
    expect(hear(strokesOf('8801', [10], { end: 'NumpadEnter' })).scans).toEqual(['8801'])
  })

  it('keeps its end key, and a second one sent right after it, from the page', () => {
    const strokes = [
      ...strokesOf('8801', [10]),
      stroke({ code: 'Enter', time: 1045 }),
      stroke({ code: 'Tab', time: 1050 }),
    ]
    expect(hear(strokes).swallowed).toEqual(['Enter', 'Enter', 'Tab'])
  })

  it('keeps the case the scanner meant while Caps Lock is on', () => {
    expect(hear(strokesOf('LOT-1a', [10], { capsLock: true, key: 'x' })).scans).toEqual(['LOT-1a'])
  })

  it('is turned round for a scanner that watches the Caps Lock light', () => {
    const profile = { ...defaultProfile, followsCapsLock: true }
    expect(hear(strokesOf('LOT-1a', [10], { capsLock: true }), profile).scans).toEqual(['lot-1A'])
    expect(hear(strokesOf('LOT-1a', [10]), profile).scans).toEqual(['LOT-1a'])
  })

  it('survives one stumble of a fast scanner', () => {
    expect(hear(strokesOf('8809631270018', [5, 5, 5, 5, 5, 5, 200, 5])).scans).toEqual(['8809631270018'])
  })

  it('that broke off in the middle is never taken for the code its second half spells', () => {
    const split = fc.record({ code: usCode, at: fc.nat(), gap: fc.integer({ min: 251, max: 980 }), pace })
    fc.assert(
      fc.property(split, ({ code, at, gap, pace: each }) => {
        const place = at % code.length
        const gaps = Array.from({ length: code.length + 1 }, (_, key) => (key === place ? gap : each))
        for (const scan of hear(strokesOf(code, gaps)).scans) expect(scan).toContain('\uFFFD')
      }),
    )
  })

  it('reads the number pad, but not when it moves the cursor', () => {
    const pad = (key: string) =>
      [7, 8, 9].map((digit, at) => stroke({ code: `Numpad${String(digit)}`, key, time: at * 5 }))
    const end = stroke({ code: 'Enter', key: 'Enter', time: 15 })
    expect(hear([...pad('Process'), end]).scans).toEqual(['789'])
    expect(hear([...pad('Home'), end]).scans).toEqual([])
  })

  it('is over after a pause where the profile says so', () => {
    const profile = { ...defaultProfile, endKeys: [], endPause: 150 }
    const { state } = hear(strokesOf('8801234', [10], { end: null }), profile)
    expect(decodePause(profile, state, false, 1300).scan?.code).toBe('8801234')
  })
})

describe('typing', () => {
  it('at a human rhythm never becomes a scan', () => {
    const gaps = fc.array(fc.integer({ min: 130, max: 900 }), { minLength: 61, maxLength: 61 })
    fc.assert(
      fc.property(usCode, gaps, (code, human) => {
        const { scans, swallowed } = hear(strokesOf(code, human, { inField: true }))
        expect(scans).toEqual([])
        expect(swallowed).toEqual([])
      }),
    )
  })

  it('fast but uneven is still typing', () => {
    expect(hear(strokesOf('8801', [30, 115, 45, 110], { inField: true })).scans).toEqual([])
  })

  it('in groups with a pause between them is not cut down to the last group', () => {
    const groups = [
      ...strokesOf('6512', [90], { inField: true, end: null }),
      ...strokesOf('3400', [90], { inField: true, from: 2200 }),
    ]
    expect(hear(groups).scans).toEqual([])
  })

  it('does not make the scan after it unreadable', () => {
    const both = [
      ...strokesOf('rice', [180], { inField: true }),
      ...strokesOf('8801', [100], { inField: true, from: 4000 }),
    ]
    expect(hear(both).scans).toEqual(['8801'])
  })

  it('of shortcuts, held keys and short runs is left alone', () => {
    const chord = strokesOf('abcd', [5]).map((each) => ({ ...each, ctrl: true }))
    const held = strokesOf('aaaa', [30]).map((each) => ({ ...each, repeat: true }))
    for (const strokes of [chord, held, strokesOf('ab', [5])]) {
      expect(hear(strokes)).toMatchObject({ scans: [], swallowed: [] })
    }
  })
})

it('random streams of keys never break the decoder', () => {
  const anyStroke = fc.record({
    code: fc.oneof(
      fc.constantFrom('KeyA', 'Digit1', 'Enter', 'Tab', 'Space', 'ShiftLeft', 'Numpad5', 'F2', 'Lang1', ''),
      fc.string(),
    ),
    key: fc.string(),
    shift: fc.boolean(),
    ctrl: fc.boolean(),
    alt: fc.boolean(),
    meta: fc.boolean(),
    altGraph: fc.boolean(),
    composing: fc.boolean(),
    capsLock: fc.boolean(),
    repeat: fc.boolean(),
    inField: fc.boolean(),
    time: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.double()),
  })
  fc.assert(
    fc.property(fc.array(anyStroke, { maxLength: 80 }), (strokes) => {
      for (const scan of hear(strokes).scans)
        expect(scan.replaceAll('\u001d', '')).toMatch(/^[\x20-\x7e\uFFFD]+$/)
    }),
    { numRuns: 2000 },
  )
})
