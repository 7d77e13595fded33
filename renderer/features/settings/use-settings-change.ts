import { useCallback, useState } from 'react'
import type { DeskSettings, SettingsChange } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import type { Notice } from '../../ui/toast.tsx'
import type { ChangeSettings } from './change-context.ts'

/** Changes settings, and tells what came of the last change; null until there was one. */
export function useSettingsChange(): { change: ChangeSettings; notice: Notice | null } {
  const t = useText()
  const { tell } = useActions()
  const [notice, setNotice] = useState<Notice | null>(null)
  const change = useCallback<ChangeSettings>(
    (changes, name) => {
      void tell('changeSettings', changes).then((shown) => {
        if (shown === null) setNotice({ tone: 'refused', text: t('settings.failed', { name }) })
        else if (holds(shown.settings, changes))
          setNotice({ tone: 'done', text: t('settings.saved', { name }) })
        else setNotice({ tone: 'refused', text: t('settings.leadOnly', { name }) })
      })
    },
    [t, tell],
  )
  return { change, notice }
}

const holds = (settings: DeskSettings, changes: SettingsChange): boolean => {
  const now: Record<string, unknown> = settings
  return Object.entries(changes).every(([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value))
}
