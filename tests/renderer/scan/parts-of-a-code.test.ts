import { describe, expect, it } from 'vitest'
import type { KeyStroke } from '../../../renderer/scan/keystroke.ts'
import { defaultProfile, scannerProfileSchema } from '../../../shared/domain/codes/scanner-profile.ts'
import { hear } from './hear.ts'
import { stroke, strokesOf } from './keys.ts'

const gs = '\u001d'

/** Keys every ten milliseconds from 1000. */
const inRhythm = (keys: readonly (Partial<KeyStroke> & { code: string })[]): KeyStroke[] =>
  keys.map((key, at) => stroke({ ...key, time: 1000 + at * 10 }))

const digits = (text: string) => [...text].map((digit) => ({ code: `Digit${digit}` }))
const enter = { code: 'Enter', key: 'Enter' }
const alt = { code: 'AltLeft', key: 'Alt', alt: true }
const numbered = (number: string) => [
  alt,
  ...[...number].map((digit) => ({ code: `Numpad${digit}`, alt: true })),
]

describe('GS', () => {
  it('comes as Ctrl and ] in the middle of a scan, and nowhere else', () => {
    const key = { code: 'BracketRight', key: ']', ctrl: true }
    const control = { code: 'ControlLeft', key: 'Control', ctrl: true }
    const { scans, swallowed } = hear(inRhythm([...digits('10123'), control, key, ...digits('21456'), enter]))
    expect(scans).toEqual([`10123${gs}21456`])
    expect(swallowed).toEqual(['BracketRight', 'Enter'])
    expect(hear(inRhythm([key, ...digits('123'), enter])).scans).toEqual(['123'])
  })

  it('comes as Alt and 029 on the number pad', () => {
    expect(hear(inRhythm([...digits('10123'), ...numbered('029'), ...digits('21456'), enter])).scans).toEqual(
      [`10123${gs}21456`],
    )
  })

  it('comes as the key that the profile names, and that key is a shortcut anywhere else', () => {
    const profile = { ...defaultProfile, gsKey: 'F8' }
    const scan = inRhythm([...digits('10123'), { code: 'F8', key: 'F8' }, ...digits('21456'), enter])
    const heard = hear(scan, profile)
    expect(heard.scans).toEqual([`10123${gs}21456`])
    expect(heard.swallowed).toContain('F8')
    expect(hear(inRhythm([{ code: 'F8', key: 'F8' }]), profile).swallowed).toEqual([])
    expect(hear(scan).scans).toEqual(['10123\uFFFD21456'])
  })

  it('comes as characters that the scanner was set to send for it', () => {
    expect(hear(strokesOf('10123{GS}21456', [10]), { ...defaultProfile, gsText: '{GS}' }).scans).toEqual([
      `10123${gs}21456`,
    ])
  })
})

describe('a scanner that types every character by its number', () => {
  it('is read, and a number that no code has marks the code', () => {
    const typed = (code: string) => [...code].flatMap((char) => numbered(`0${String(char.charCodeAt(0))}`))
    expect(hear(inRhythm([...typed('aB-9'), enter])).scans).toEqual(['aB-9'])
    expect(hear(inRhythm([...typed('aB'), ...numbered('0200'), enter])).scans).toEqual(['aB\uFFFD'])
  })
})

describe('an AIM identifier', () => {
  it('reaches the station with the code', () => {
    expect(hear(strokesOf(']C10108809631270018', [10])).scans).toEqual([']C10108809631270018'])
  })
})

describe('prefix and suffix of the profile', () => {
  const profile = { ...defaultProfile, prefix: '~', suffix: '#' }
  it.each([
    ['are taken off', '~A-1#', 'A-1'],
    ['are taken off around an AIM identifier', ']C1~A-1#', ']C1A-1'],
    ['are taken off before one', '~]C1A-1#', ']C1A-1'],
    ['are no part that is missed from another scanner', 'A-1', 'A-1'],
    ['are the code itself where there is nothing else', '~~~', '~~'],
  ])('%s', (_what, typed, code) => {
    expect(hear(strokesOf(typed, [10]), profile).scans).toEqual([code])
  })
})

describe('the end of a scan', () => {
  it('may be CR and LF as control keys', () => {
    const control = (code: string) => ({ code, key: 'x', ctrl: true })
    const { scans, swallowed } = hear(inRhythm([...digits('8801'), control('KeyM'), control('KeyJ')]))
    expect(scans).toEqual(['8801'])
    expect(swallowed).toEqual(['KeyM', 'KeyJ'])
    expect(hear(inRhythm([control('KeyJ')])).swallowed).toEqual([])
  })

  it('and its characters may come without a place on the keyboard, from a remote desktop', () => {
    const keys = [...'Ab-1'].map((key) => ({ code: '', key }))
    expect(hear(inRhythm([...keys, { code: '', key: 'Enter' }])).scans).toEqual(['Ab-1'])
  })

  it('that comes late marks the code, and presses nothing', () => {
    const keys = [...inRhythm(digits('880123')), stroke({ code: 'Enter', key: 'Enter', time: 1500 })]
    expect(hear(keys)).toMatchObject({ scans: ['880123\uFFFD'], swallowed: ['Enter'] })
  })
})

describe('a code that had to be recovered', () => {
  it('says from what', () => {
    const recovered = (key: string, change: Partial<KeyStroke> = {}) =>
      hear(strokesOf('abc', [10], { key }).map((each) => ({ ...each, ...change }))).decoded[0]?.recovered
    expect(recovered('Process')).toBe('inputMethod')
    expect(recovered('ㅁ')).toBe('inputMethod')
    expect(recovered('Unidentified', { composing: true })).toBe('inputMethod')
    expect(recovered('q')).toBe('layout')
  })

  it('does not say so where nothing but Caps Lock differs, or where the profile has another layout', () => {
    const capitals = strokesOf('aaa', [10], { key: 'A', capsLock: true })
    expect(hear(capitals).decoded[0]?.recovered).toBeNull()
    expect(hear(strokesOf('aaa', [10], { key: 'a' })).decoded[0]?.recovered).toBeNull()
    expect(
      hear(strokesOf('aaa', [10], { key: 'a' }), { ...defaultProfile, layout: 'fr' }).decoded[0]?.recovered,
    ).toBeNull()
  })
})

it('the profile takes no letter and no Enter for the key of GS', () => {
  for (const gsKey of ['KeyA', 'Enter', 'F25', 'Digit1']) {
    expect(scannerProfileSchema.safeParse({ ...defaultProfile, gsKey }).success).toBe(false)
  }
  expect(scannerProfileSchema.safeParse({ ...defaultProfile, gsKey: 'F8' }).success).toBe(true)
})
