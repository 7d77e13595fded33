import { createInstance, type i18n } from 'i18next'
import { en } from './en.ts'
import { ko } from './ko.ts'

export type Language = 'ko' | 'en'

type Korean = typeof ko
type Bare<K extends string> = K extends `${infer Base}_other` ? Base : K

/** The name of a text; one that is counted is named without its plural form. */
type TextKey = Bare<keyof Korean>

type Source<K extends TextKey> = K extends keyof Korean
  ? Korean[K]
  : `${K}_other` extends keyof Korean
    ? Korean[`${K}_other`]
    : never

type Names<S extends string> = S extends `${string}{{${infer Hole}}}${infer After}`
  ? (Hole extends `${infer Name}, ${string}` ? Name : Hole) | Names<After>
  : never

/** What a text has to be given: one value for each `{{hole}}` in it. */
type Values<K extends TextKey> = [Names<Source<K>>] extends [never]
  ? []
  : [values: Record<Names<Source<K>>, string | number>]

export type Text = <K extends TextKey>(key: K, ...values: Values<K>) => string

function createTexts(): i18n {
  const texts = createInstance()
  void texts.init({
    resources: { ko: { translation: ko }, en: { translation: en } },
    lng: 'ko',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return texts
}

const texts = createTexts()

const makeText = (language: Language): Text => {
  const fixed = texts.getFixedT(language)
  return (key, ...[values]) => {
    const name: string = key
    const given: Record<string, string | number> = { ...values }
    return fixed(name, given)
  }
}

const byLanguage: Record<Language, Text> = { ko: makeText('ko'), en: makeText('en') }

/** The texts of a language. */
export const textIn = (language: Language): Text => byLanguage[language]
