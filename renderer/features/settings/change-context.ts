import { createContext, useContext } from 'react'
import type { DeskSettings, SettingsChange } from '../../../shared/contract/settings.ts'
import { useSnapshot } from '../../state/desk-context.ts'

/** Sets something at once; `name` is what the confirmation calls it. */
export type ChangeSettings = (changes: SettingsChange, name: string) => void

export const ChangeContext = createContext<ChangeSettings | null>(null)

export function useChange(): ChangeSettings {
  const change = useContext(ChangeContext)
  if (change === null) throw new Error('A setting is shown outside of where it can be changed')
  return change
}

export const useSettings = (): DeskSettings => useSnapshot((snapshot) => snapshot.settings)
