import { useCallback } from 'react'
import type { Verdict } from '../../../shared/domain/packing/possible.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { refusalWords } from './refusal-words.ts'

/** Says why something cannot be done, in the words it would be refused with; undefined where it can. */
export function useWhyNot(): (verdict: Verdict) => string | undefined {
  const t = useText()
  const language = useLanguage()
  return useCallback(
    (verdict) => {
      if (verdict === null) return undefined
      return refusalWords(verdict, t, language).join(' — ')
    },
    [t, language],
  )
}
