import { describe, expect, it } from 'vitest'
import { measure, testCodes, type Measured } from '../../../renderer/scan/measure.ts'
import { GS } from '../../../renderer/scan/meaning.ts'
import { proposeProfile } from '../../../renderer/scan/propose.ts'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import { defaultProfile, scannerLayouts } from '../../../shared/domain/codes/scanner-profile.ts'
import { hear } from './hear.ts'
import { stroke, strokesOf } from './keys.ts'
import { strokesInCountry } from './layout-keys.ts'

const [beforeGs = '', afterGs = ''] = testCodes.gs.split(GS)

/** The GS code as a US scanner types it, with some keys of its own in GS's place. */
function gsScan(between: readonly Partial<KeyStroke>[], ms = 10): KeyStroke[] {
  const start = strokesOf(beforeGs, [ms], { end: null })
  const from = (start.at(-1)?.time ?? 0) + ms
  const middle = between.map((each, at) => stroke({ code: 'F8', ...each, time: from + at * ms }))
  return [...start, ...middle, ...strokesOf(afterGs, [ms], { from: from + between.length * ms })]
}

const measured = (strokes: readonly KeyStroke[]): Measured => {
  const found = measure(strokes)
  if (found === null) throw new Error('no test code was found')
  return found
}

describe('measuring a scan of a test code', () => {
  it.each(scannerLayouts)('finds the %s keyboard that the scanner is set to', (layout) => {
    const found = measured(strokesInCountry(layout, testCodes.mixed, 'Process'))
    expect(found.test).toBe('mixed')
    expect(found.layouts).toContain(layout)
    const proposed = proposeProfile([found, measured(strokesInCountry(layout, testCodes.digits, 'x', 9000))])
    expect(hear(strokesInCountry(layout, testCodes.mixed, 'q'), proposed ?? defaultProfile).scans).toEqual([
      testCodes.mixed,
    ])
  })

  it('measures the rhythm and names the key at the end', () => {
    const found = measured(strokesOf(testCodes.digits, [90, 100, 140], { end: 'Tab' }))
    expect(found).toMatchObject({ test: 'digits', end: 'Tab', gap: { least: 90, middle: 140, most: 140 } })
    expect(measured(strokesOf(testCodes.digits, [10], { end: null })).end).toBeNull()
  })

  it('sees what stands before and after the code, but not an AIM identifier', () => {
    expect(measured(strokesOf(`~${testCodes.digits}#`, [10]))).toMatchObject({ prefix: '~', suffix: '#' })
    expect(measured(strokesOf(`]C0${testCodes.digits}`, [10]))).toMatchObject({ prefix: '', suffix: '' })
  })

  it.each<[string, readonly Partial<KeyStroke>[], Measured['gs']]>([
    ['Ctrl and ]', [{ code: 'BracketRight', ctrl: true }], { kind: 'usual' }],
    [
      'Alt and 029',
      ['0', '2', '9'].map((digit) => ({ code: `Numpad${digit}`, alt: true })),
      { kind: 'usual' },
    ],
    ['a key of its own', [{ code: 'F8' }], { kind: 'key', key: 'F8' }],
    ['another character', [{ code: 'Backslash', shift: true }], { kind: 'text', text: '|' }],
    ['nothing', [], { kind: 'missing' }],
  ])('sees GS come as %s', (_how, between, gs) => {
    const found = measured(gsScan(between))
    expect(found).toMatchObject({ test: 'gs', gs })
    expect(proposeProfile([found])?.sendsGs).toBe(gs?.kind !== 'missing')
    if (gs?.kind === 'missing') return
    expect(hear(gsScan(between), proposeProfile([found]) ?? defaultProfile).scans).toEqual([testCodes.gs])
  })

  it('finds a scanner that turns Shift round for the Caps Lock light', () => {
    const turned = strokesOf(testCodes.mixed, [10], { capsLock: true }).map((each) =>
      /^Key/.test(each.code) ? { ...each, shift: !each.shift } : each,
    )
    expect(measured(turned).followsCapsLock).toBe(true)
  })

  it('takes nothing else for a test code', () => {
    expect(measure(strokesOf('8809631270018', [10]))).toBeNull()
    expect(measure([])).toBeNull()
  })
})

describe('the profile proposed', () => {
  it('is the one from the factory for a scanner like that', () => {
    expect(proposeProfile([measured(strokesOf(testCodes.mixed, [10]))])).toEqual(defaultProfile)
  })

  it('leaves a slow scanner its time, and one without an end key its pause', () => {
    const proposed = proposeProfile([measured(strokesOf(testCodes.digits, [150, 180, 160], { end: null }))])
    expect(proposed).toMatchObject({ maxGap: 270, endPause: 540 })
    expect(hear(strokesOf('A-1-b-2', [180], { inField: true }), proposed ?? defaultProfile).scans).toEqual([
      'A-1-b-2',
    ])
  })

  it('is none where the scans are of two scanners', () => {
    const both = [strokesInCountry('fr', testCodes.mixed, 'x'), strokesInCountry('us', testCodes.mixed, 'x')]
    expect(proposeProfile(both.map(measured))).toBeNull()
    expect(proposeProfile([])).toBeNull()
  })
})
