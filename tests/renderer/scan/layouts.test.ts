import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scannerLayouts, defaultProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { hear } from './hear.ts'
import { stroke } from './keys.ts'
import { keysOfCountry, strokesInCountry } from './layout-keys.ts'

describe.each(scannerLayouts)('a scanner set to the %s keyboard', (layout) => {
  const profile = { ...defaultProfile, layout }
  const characters = [...keysOfCountry(layout).keys()]

  it('types every letter, digit and sign of a code', () => {
    const wanted = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:+%*()']
    expect(wanted.filter((char) => !characters.includes(char))).toEqual([])
    const all = characters.join('')
    expect(hear(strokesInCountry(layout, all, 'Process'), profile).scans).toEqual([all])
  })

  it('is understood on any computer and under any input method, by its profile', () => {
    const codes = fc.string({ unit: fc.constantFrom(...characters), minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(codes, fc.constantFrom('Process', 'Dead', 'ㅁ', 'q', 'é'), (code, key) => {
        expect(hear(strokesInCountry(layout, code, key), profile).scans).toEqual([code])
      }),
    )
  })
})

describe('a scanner set to another country', () => {
  it('gives other codes under a profile that is not its own', () => {
    expect(hear(strokesInCountry('fr', 'AQ-12', 'q')).scans).toEqual(['QA6!@'])
    expect(hear(strokesInCountry('de', 'xyz', 'q')).scans).toEqual(['xzy'])
  })

  it('sends an accent that waits for a letter and a blank for the accent alone', () => {
    const keys = ['KeyB', 'BracketLeft', 'Space', 'KeyC', 'Enter'].map((code, at) =>
      stroke({ code, time: at * 10 }),
    )
    expect(hear(keys, { ...defaultProfile, layout: 'fr' }).scans).toEqual(['b^c'])
  })

  it('may press AltGr as Ctrl and Alt together', () => {
    const keys = ['KeyB', 'KeyQ', 'KeyC'].map((code, at) => stroke({ code, time: at * 10 }))
    const at = keys.map((key) =>
      key.code === 'KeyQ' ? { ...key, ctrl: true, alt: true, altGraph: true } : key,
    )
    const end = stroke({ code: 'Enter', time: 30 })
    expect(hear([...at, end], { ...defaultProfile, layout: 'de' }).scans).toEqual(['b@c'])
  })
})
