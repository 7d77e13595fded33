import { answers } from './en/answers.ts'
import { screens } from './en/screens.ts'

export const en = { ...screens, ...answers } as const
