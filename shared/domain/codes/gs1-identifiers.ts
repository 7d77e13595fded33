import { hasGs1Check } from './check-digit.ts'
import { isGs1Date } from './gs1-date.ts'

/** One application identifier: what may stand behind it, and whether its end is known without a separator. */
export type Gs1Identifier = {
  ai: string
  /** The value's length where the end is known by the identifier alone; null where a separator has to tell. */
  length: number | null
  longest: number
  isValid: (value: string) => boolean
}

/**
 * Identifiers and the form of their values: N digits, X characters of GS1's set 82; `..` up to that many. `n` in an
 * identifier is one digit, `[0-5]` a choice of digits. Source: GS1 General Specifications, section 3.2.
 */
const forms: readonly (readonly [ai: string, form: string])[] = [
  ['00', 'N18'],
  ['0[123]', 'N14'],
  ['10', 'X..20'],
  ['1[123567]', 'N6'],
  ['20', 'N2'],
  ['2[12]', 'X..20'],
  ['235', 'X..28'],
  ['24[01]', 'X..30'],
  ['242', 'N..6'],
  ['243', 'X..20'],
  ['25[01]', 'X..30'],
  ['253', 'N13 X..17?'],
  ['254', 'X..20'],
  ['255', 'N13 N..12?'],
  ['30', 'N..8'],
  ['31[0-6][0-5]', 'N6'],
  ['32[0-9][0-5]', 'N6'],
  ['33[0-7][0-5]', 'N6'],
  ['34[0-9][0-5]', 'N6'],
  ['35[0-7][0-5]', 'N6'],
  ['36[0-9][0-5]', 'N6'],
  ['37', 'N..8'],
  ['390n', 'N..15'],
  ['391n', 'N3 N..15'],
  ['392n', 'N..15'],
  ['393n', 'N3 N..15'],
  ['394[0-3]', 'N4'],
  ['395[0-6]', 'N6'],
  ['40[013]', 'X..30'],
  ['402', 'N17'],
  ['41[0-7]', 'N13'],
  ['420', 'X..20'],
  ['421', 'N3 X..9'],
  ['42[246]', 'N3'],
  ['42[35]', 'N3 N..12'],
  ['427', 'X..3'],
  ['430[0-7]', 'X..70'],
  ['4308', 'X..30'],
  ['4309', 'N20'],
  ['431[0-8]', 'X..70'],
  ['4319', 'X..30'],
  ['4320', 'X..35'],
  ['432[123]', 'N1'],
  ['432[45]', 'N10'],
  ['4326', 'N6'],
  ['433[0-3]', 'N6 X..1?'],
  ['7001', 'N13'],
  ['7002', 'X..30'],
  ['7003', 'N10'],
  ['7004', 'N..4'],
  ['7005', 'X..12'],
  ['7006', 'N6'],
  ['7007', 'N6 N..6?'],
  ['7008', 'X..3'],
  ['7009', 'X..10'],
  ['7010', 'X..2'],
  ['7011', 'N6 N..4?'],
  ['702[012]', 'X..20'],
  ['7023', 'X..30'],
  ['703n', 'N3 X..27'],
  ['7040', 'X4'],
  ['71[0-7]', 'X..20'],
  ['723n', 'X..30'],
  ['7240', 'X..20'],
  ['8001', 'N14'],
  ['8002', 'X..20'],
  ['8003', 'N14 X..16?'],
  ['8004', 'X..30'],
  ['8005', 'N6'],
  ['8006', 'N18'],
  ['8007', 'X..34'],
  ['8008', 'N8 N..4?'],
  ['8009', 'X..50'],
  ['8010', 'X..30'],
  ['8011', 'N..12'],
  ['8012', 'X..20'],
  ['8013', 'X..25'],
  ['801[78]', 'N18'],
  ['8019', 'N..10'],
  ['8020', 'X..25'],
  ['8026', 'N18'],
  ['8110', 'X..70'],
  ['8111', 'N4'],
  ['8112', 'X..70'],
  ['8200', 'X..70'],
  ['90', 'X..30'],
  ['9[1-9]', 'X..90'],
]

/**
 * Length of an element, identifier and value together, by the identifier's first two digits: these end by themselves,
 * all others by a separator, even where their length is fixed (GS1 General Specifications, figure 7.8.5-2).
 */
const predefined: Record<string, number> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  '11': 8,
  '12': 8,
  '13': 8,
  '14': 8,
  '15': 8,
  '16': 8,
  '17': 8,
  '18': 8,
  '19': 8,
  '20': 4,
  '31': 10,
  '32': 10,
  '33': 10,
  '34': 10,
  '35': 10,
  '36': 10,
  '41': 16,
}

const set82 = '[!"%&\'()*+,\\-./0-9:;<=>?A-Z_a-z]'

/** Identifiers whose value begins with a number that carries a check digit, and how many digits that has. */
const checked: readonly (readonly [ai: RegExp, digits: number])[] = [
  [/^(00|8017|8018)$/, 18],
  [/^0[123]$/, 14],
  [/^402$/, 17],
  [/^41[0-7]$/, 13],
  [/^25[35]$/, 13],
  [/^800[36]$/, 14],
  [/^8026$/, 14],
]

const dated = /^(1[123567]|7006|7003|7007|7011|4326)$/

const known = forms.map(([ai, form]) => {
  const parts = form.split(' ').map(readPart)
  return {
    pattern: new RegExp(`^${ai.replace('n', '\\d')}`),
    value: new RegExp(`^${parts.map(({ pattern }) => pattern).join('')}$`),
    longest: parts.reduce((sum, { longest }) => sum + longest, 0),
  }
})

function readPart(part: string): { pattern: string; longest: number } {
  const [, kind = '', upTo = '', digits = '', optional = ''] = /^([NX])(\.\.)?(\d+)(\?)?$/.exec(part) ?? []
  const least = optional === '?' ? '0' : upTo === '' ? digits : '1'
  return { pattern: `${kind === 'N' ? '\\d' : set82}{${least},${digits}}`, longest: Number(digits) }
}

/** The identifier that a text begins with; null where no known one does. */
export function identifierAt(text: string): Gs1Identifier | null {
  for (const { pattern, value: form, longest } of known) {
    const ai = pattern.exec(text)?.[0]
    if (ai === undefined) continue
    const whole = predefined[ai.slice(0, 2)]
    return {
      ai,
      length: whole === undefined ? null : whole - ai.length,
      longest,
      isValid: (value) => form.test(value) && hasRightCheck(ai, value) && hasRealDate(ai, value),
    }
  }
  return null
}

function hasRightCheck(ai: string, value: string): boolean {
  const rule = checked.find(([pattern]) => pattern.test(ai))
  return rule === undefined || hasGs1Check(value.slice(0, rule[1]))
}

const hasRealDate = (ai: string, value: string): boolean => !dated.test(ai) || isGs1Date(value.slice(0, 6))
