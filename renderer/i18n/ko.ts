import { answers } from './ko/answers.ts'
import { screens } from './ko/screens.ts'

/** Korean, the language the texts are first written in. */
export const ko = { ...screens, ...answers } as const
