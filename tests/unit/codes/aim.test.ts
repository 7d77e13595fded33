import { describe, expect, it } from 'vitest'
import { splitAim } from '../../../shared/domain/codes/aim.ts'

describe('the AIM identifier before a code (ISO/IEC 15424)', () => {
  it.each([
    ['A', 'code39'],
    ['C', 'code128'],
    ['E', 'ean'],
    ['F', 'codabar'],
    ['G', 'code93'],
    ['I', 'itf'],
    ['J', 'dotCode'],
    ['L', 'pdf417'],
    ['Q', 'qr'],
    ['d', 'dataMatrix'],
    ['e', 'dataBar'],
    ['z', 'aztec'],
    ['X', 'other'],
    ['c', 'other'],
  ])(']%s0 is the symbology %s', (letter, symbology) => {
    const { aim, content } = splitAim(`]${letter}0SKU-7`)
    expect([aim?.symbology, content]).toEqual([symbology, 'SKU-7'])
  })

  it('says GS1 for the five symbols that GS1 marks, and for no other', () => {
    const letters = [...'ACEFGIJLQXdez']
    const all = letters.flatMap((letter) => [...'0123456789'].map((modifier) => letter + modifier))
    expect(all.filter((identifier) => splitAim(`]${identifier}10LOT1`).aim?.gs1)).toEqual([
      'C1',
      'J1',
      'Q3',
      'd2',
      'e0',
    ])
  })

  it.each(['A]C1B', ']C', ']CX1', ']11AB', 'C1AB', ' ]C1AB'])('%j has none, and stays whole', (code) => {
    expect(splitAim(code)).toEqual({ aim: null, content: code })
  })

  it('is taken off once: what looks like a second one belongs to the label', () => {
    expect(splitAim(']C0]C1AB').content).toBe(']C1AB')
  })
})
