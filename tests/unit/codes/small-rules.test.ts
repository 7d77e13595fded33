import { describe, expect, it } from 'vitest'
import { gs1Facts } from '../../../shared/domain/codes/gs1-facts.ts'
import { orderNumberIn } from '../../../shared/domain/codes/order-number.ts'
import { defaultProfile, scannerProfileSchema } from '../../../shared/domain/codes/scanner-profile.ts'

describe('an order number in a code', () => {
  const no = '202410104747676'

  it.each([no, `${no}-S1`, `${no}-s12`, `${no}-001`, `${no}-1234`])('%s names the order', (code) => {
    expect(orderNumberIn(code)).toBe(no)
  })

  it.each(['2024101047476', '2024101047476767'])('%s is one too', (code) => {
    expect(orderNumberIn(code)).toBe(code)
  })

  it.each([
    '',
    `1${no.slice(1)}`,
    `x${no}`,
    `${no}x`,
    `${no}-`,
    `${no}-S`,
    `${no}-T1`,
    `${no}-1x`,
    '202410104747',
    '20241010474767678',
  ])('"%s" does not', (code) => {
    expect(orderNumberIn(code)).toBeNull()
  })
})

describe('what a packing desk makes of an element string', () => {
  const facts = (...elements: [ai: string, value: string][]) =>
    gs1Facts(
      elements.map(([ai, value]) => ({ ai, value })),
      2026,
    )
  const nothing = {
    gtin: null,
    units: 1,
    lot: null,
    serial: null,
    expires: null,
    bestBefore: null,
    madeOn: null,
    variant: null,
    sscc: null,
  }

  it('nothing of nothing', () => {
    expect(facts()).toEqual(nothing)
  })

  it('each of its facts', () => {
    expect(
      facts(
        ['01', 'G'],
        ['10', 'L'],
        ['21', 'S'],
        ['17', '261130'],
        ['15', '261031'],
        ['11', '260101'],
        ['20', '7'],
        ['00', 'C'],
      ),
    ).toEqual({
      gtin: 'G',
      units: 1,
      lot: 'L',
      serial: 'S',
      expires: '2026-11-30',
      bestBefore: '2026-10-31',
      madeOn: '2026-01-01',
      variant: '7',
      sscc: 'C',
    })
  })

  it.each<[string, [string, string][], object]>([
    [
      'a case of twelve',
      [
        ['02', 'G'],
        ['37', '12'],
      ],
      { gtin: 'G', units: 12 },
    ],
    ['a case that does not say of how many', [['02', 'G']], { gtin: 'G', units: 1 }],
    [
      'a case of none',
      [
        ['02', 'G'],
        ['37', '0'],
      ],
      { gtin: 'G', units: 1 },
    ],
    [
      'an item of its own: a count is not its',
      [
        ['01', 'I'],
        ['02', 'G'],
        ['37', '12'],
      ],
      { gtin: 'I', units: 1 },
    ],
    ['a count of nothing', [['37', '12']], { gtin: null, units: 1 }],
  ])('%s', (_what, elements, expected) => {
    expect(facts(...elements)).toEqual({ ...nothing, ...expected })
  })
})

describe('a scanner’s profile', () => {
  it('begins as scanners leave the factory', () => {
    expect(scannerProfileSchema.parse(defaultProfile)).toEqual({
      minLength: 3,
      maxGap: 120,
      sureGap: 50,
      hiccup: 250,
      unevenness: 60,
      brokenWithin: 1000,
      typingPause: 3000,
      endKeys: ['Enter', 'Tab'],
      endPause: null,
      settle: 120,
      followsCapsLock: false,
      layout: 'us',
      prefix: '',
      suffix: '',
      gsKey: null,
      gsText: '',
      sendsGs: false,
    })
  })

  const takes = (change: object): boolean =>
    scannerProfileSchema.safeParse({ ...defaultProfile, ...change }).success

  it.each<[string, number, number]>([
    ['minLength', 1, 20],
    ['maxGap', 10, 1000],
    ['sureGap', 5, 500],
    ['hiccup', 0, 2000],
    ['unevenness', 0, 1000],
    ['brokenWithin', 0, 5000],
    ['typingPause', 0, 10_000],
    ['endPause', 20, 2000],
    ['settle', 0, 1000],
  ])('%s is from %i to %i', (name, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => takes({ [name]: value }))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it.each(['us', 'uk', 'fr', 'de', 'jp'])('types like a keyboard of %s', (layout) => {
    expect(takes({ layout })).toBe(true)
  })

  it.each([
    'F1',
    'F12',
    'F24',
    'ArrowUp',
    'ArrowLeft',
    'Escape',
    'Insert',
    'Delete',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ])('may send GS by %s', (gsKey) => {
    expect(takes({ gsKey })).toBe(true)
  })

  it.each([
    { gsKey: 'F25' },
    { gsKey: 'F0' },
    { gsKey: 'a' },
    { gsKey: 'xF1' },
    { gsKey: 'F1x' },
    { layout: 'kr' },
    { minLength: 2.5 },
    { prefix: '123456789' },
    { suffix: '123456789' },
    { gsText: '123456789' },
    { endKeys: ['Space'] },
    { followsCapsLock: 'no' },
  ])('has no %j', (change) => {
    expect(takes(change)).toBe(false)
  })

  it('has room for eight signs before, after and in place of GS', () => {
    expect(takes({ prefix: '12345678', suffix: '12345678', gsText: '12345678' })).toBe(true)
  })
})
