import { failures } from './en/failures.ts'
import { answers } from './en/answers.ts'
import { demo } from './en/demo.ts'
import { screens } from './en/screens.ts'

export const en = { ...screens, ...failures, ...answers, ...demo } as const
