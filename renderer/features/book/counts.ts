import type { BookCounts } from '../../../shared/contract/catalog.ts'
import { number } from '../../i18n/format.ts'
import type { Language } from '../../i18n/text.ts'

/** The counts of a file as they are written in a language. */
export function countsIn(language: Language, counts: BookCounts) {
  const written = (value: number): string => number(language, value)
  const { lines, added, changed, same, bad } = counts
  return {
    lines: written(lines),
    added: written(added),
    changed: written(changed),
    same: written(same),
    bad: written(bad),
  }
}
