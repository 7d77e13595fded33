import type { ComponentType } from 'react'
import { LanguageStep, PeopleStep, ScannerStep } from './small-steps.tsx'
import { SoundStep } from './sound-step.tsx'
import { StoreStep } from './store-step.tsx'

/** What a new desk is led through, in this order; each step may be left out. */
export const steps = ['language', 'store', 'scanner', 'sound', 'people'] as const
export type Step = (typeof steps)[number]

export const stepContents: Record<Step, ComponentType> = {
  language: LanguageStep,
  store: StoreStep,
  scanner: ScannerStep,
  sound: SoundStep,
  people: PeopleStep,
}
