import type { ui as korean } from '../ko/ui.ts'
import type { InEnglish } from './in-english.ts'

export const ui = {
  'dialog.close': 'Close',
  'number.range': 'Enter a number from {{min}} to {{max}}.',
  'place.filters': 'Filters',
  'place.loading': 'Loading…',
  'place.more_one': 'Show 1 more',
  'place.more_other': 'Show {{count}} more',
} as const satisfies InEnglish<typeof korean>
