import { createContext, useContext } from 'react'
import { textIn, type Language, type Text } from './text.ts'

/** The language that everything below is shown in. */
export const LanguageContext = createContext<Language>('ko')

export const useLanguage = (): Language => useContext(LanguageContext)

export const useText = (): Text => textIn(useLanguage())
