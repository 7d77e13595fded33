import { describe, expect, it } from 'vitest'
import { hear } from './hear.ts'
import { chance, randomStream } from './random-streams.ts'
import { stroke } from './keys.ts'

const streams = 10_000

describe(`${String(streams)} random streams of keys, by their seeds`, () => {
  it('give every whole scan and no code that was not scanned whole', () => {
    let spoiled = 0
    let whole = 0
    for (let seed = 0; seed < streams; seed += 1) {
      const stream = randomStream(seed)
      const { scans } = hear(stream.moves)
      const passed = scans.filter((code) => !code.includes('\uFFFD'))
      expect(passed, `seed ${String(seed)}`).toEqual(stream.whole)
      spoiled += stream.spoiled
      whole += stream.whole.length
    }
    expect(spoiled).toBeGreaterThan(streams)
    expect(whole).toBeGreaterThan(streams / 2)
  })

  it('of nothing but noise never break the decoder, and give nothing but printable codes', () => {
    const codes = [
      'KeyA',
      'Digit1',
      'Enter',
      'Tab',
      'Space',
      'ShiftLeft',
      'AltLeft',
      'Numpad5',
      'F8',
      'Lang1',
      'BracketRight',
      '',
    ]
    const keys = ['a', '1', 'Process', 'Dead', 'ㅁ', 'Enter', 'Unidentified']
    for (let seed = 0; seed < streams; seed += 1) {
      const random = chance(seed)
      const one = <T>(list: readonly T[], otherwise: T): T =>
        list[Math.floor(random() * list.length)] ?? otherwise
      const coin = (): boolean => random() < 0.2
      let time = 0
      const moves = Array.from({ length: 40 }, () => {
        time += random() < 0.05 ? -random() * 300 : random() * 60
        const modifiers = {
          shift: coin(),
          ctrl: coin(),
          alt: coin(),
          meta: coin(),
          altGraph: coin(),
          capsLock: coin(),
        }
        const flags = { repeat: coin(), composing: coin(), inField: coin(), comesUp: coin() }
        return { ...stroke({ code: one(codes, ''), key: one(keys, ''), time }), ...modifiers, ...flags }
      })
      for (const code of hear(moves).scans)
        expect(code.replaceAll('\u001d', ''), `seed ${String(seed)}`).toMatch(/^[\x20-\x7e\uFFFD]*$/)
    }
  })
})
