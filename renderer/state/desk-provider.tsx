import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { LanguageContext } from '../i18n/language.ts'
import { DeskContext, type Desk } from './desk-context.ts'

/** Puts a desk under the screens, in the language that the station says, or until it has, in the desk's own. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const language = useStore(desk.store, (state) => state.snapshot?.settings.language ?? desk.language)
  return (
    <DeskContext value={desk}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </DeskContext>
  )
}
