import { failures } from './ko/failures.ts'
import { answers } from './ko/answers.ts'
import { demo } from './ko/demo.ts'
import { screens } from './ko/screens.ts'

/** Korean, the language the texts are first written in. */
export const ko = { ...screens, ...failures, ...answers, ...demo } as const
