import type { scanner as korean } from '../ko/scanner.ts'
import type { InEnglish } from './in-english.ts'

export const scanner = {
  'scanner.recovered.inputMethod':
    'The keyboard was set to Hangul, but the code was read right. There is no need to switch.',
  'scanner.recovered.layout':
    'The computer’s keyboard layout differs from the scanner’s, but the code was read right.',
  'scanner.recovered.dismiss': 'Got it',

  'scanner.title': 'Scanner check',
  'scanner.explain':
    'Scan the codes below one after the other: the desk measures how your scanner types and sets itself up for it.',
} as const satisfies InEnglish<typeof korean>
