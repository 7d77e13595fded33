import { describe, expect, it } from 'vitest'
import { hasGs1Check } from '../../../shared/domain/codes/check-digit.ts'
import { identifierAt } from '../../../shared/domain/codes/gs1-identifiers.ts'
import { gs1Dictionary, type Gs1Component } from './gs1-dictionary.ts'

const withCheck = (digits: string): string =>
  digits + [...'0123456789'].find((check) => hasGs1Check(digits + check))

/** A good text of so many characters for a part of a value. */
function textOf({ kind, check }: Gs1Component, length: number): string {
  if (length === 0) return ''
  if (check === 'csum') return withCheck('952110153'.padEnd(length - 1, '4'))
  if (check.startsWith('yymmd')) return '261130'
  return (kind === 'N' ? '7' : 'Z').repeat(length)
}

const shortest = (components: readonly Gs1Component[]): string =>
  components.map((component) => textOf(component, component.least)).join('')
const longest = (components: readonly Gs1Component[]): string =>
  components.map((component) => textOf(component, component.most)).join('')

/** Whether the identifier takes this for its value. */
const takes = (ai: string, value: string): boolean => {
  const found = identifierAt(ai + value)
  return found?.ai === ai && found.isValid(value)
}

const other = (digit: string): string => String((Number(digit) + 1) % 10)

/** A value as an identifier may have it, for each identifier there is. */
const values = gs1Dictionary.map(({ ai, separated, components }) => ({
  ai,
  separated,
  least: shortest(components),
  most: longest(components),
  first: components[0],
}))

type Value = (typeof values)[number]

/** The identifiers among those that begin with such a part for which something does not hold. */
const except = (holds: (value: Value) => boolean, begin: (first: Gs1Component) => boolean = () => true) =>
  values.flatMap((value) =>
    value.first === undefined || !begin(value.first) || holds(value) ? [] : [value.ai],
  )

/** GS1 has one country or more for these; the desk wants two at least, and takes a label with one alone for none of GS1's. */
const oneCountryAlone = ['423', '425']

describe('every identifier in GS1’s dictionary', () => {
  it('is known, and takes the shortest and the longest value that GS1 has for it', () => {
    expect(except(({ ai, least }) => takes(ai, least))).toEqual(oneCountryAlone)
    expect(except(({ ai, most }) => takes(ai, most))).toEqual([])
    expect(except(({ ai, most }) => identifierAt(ai + most)?.longest === most.length)).toEqual([])
  })

  it('ends by itself only where GS1 says so', () => {
    const ends = ({ ai, separated, most }: Value): boolean =>
      identifierAt(ai)?.length === (separated ? null : most.length)
    expect(except(ends)).toEqual([])
  })

  it('takes nothing longer, nothing shorter and not nothing', () => {
    expect(except(({ ai, most }) => !takes(ai, `${most}1`))).toEqual([])
    expect(except(({ ai, least }) => !takes(ai, least.slice(0, -1)))).toEqual([])
    expect(except(({ ai }) => !takes(ai, ''))).toEqual([])
  })

  it('takes no letter for a digit, and no sign that GS1 does not print', () => {
    expect(
      except(
        ({ ai, most }) => !takes(ai, `A${most.slice(1)}`),
        ({ kind }) => kind === 'N',
      ),
    ).toEqual([])
    expect(except(({ ai, most }) => !takes(ai, `${most.slice(0, -1)}#`))).toEqual([])
    expect(except(({ ai, most }) => !takes(ai, ` ${most.slice(1)}`))).toEqual([])
  })

  it('takes no number whose check digit is wrong', () => {
    const notices = ({ ai, most, first }: Value): boolean => {
      const last = (first?.most ?? 0) - 1
      return !takes(ai, most.slice(0, last) + other(most.charAt(last)) + most.slice(last + 1))
    }
    expect(except(notices, ({ check }) => check === 'csum')).toEqual([])
  })

  it.each(['261301', '260431'])('takes no day that there is not: %s', (day) => {
    const notices = ({ ai, most }: Value): boolean => !takes(ai, day + most.slice(6))
    expect(except(notices, ({ check }) => check.startsWith('yymmd'))).toEqual([])
  })
})

describe('a text', () => {
  it.each(['', '0', '04', '05', '14', '18', '19', '23', '236', '244', '252', '256', '3106', '3170', '3206'])(
    'that begins with %j begins with no identifier',
    (text) => {
      expect(identifierAt(text)).toBeNull()
    },
  )

  it.each(['3380', '3406', '3580', '3606', '38', '3944', '3957', '404', '418', '428', '4334', '703', '718'])(
    'that begins with %j begins with no identifier either',
    (text) => {
      expect(identifierAt(text)).toBeNull()
    },
  )

  it('may use every sign of GS1’s set 82 in a lot', () => {
    const signs = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
    expect(signs).toHaveLength(82)
    expect([...signs].filter((sign) => !takes('10', sign))).toEqual([])
    expect([...' #$@[\\]^`{|}~가'].filter((sign) => takes('10', sign))).toEqual([])
  })
})
