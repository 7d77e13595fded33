import { useEffect } from 'react'
import { runCommand } from '../features/boxes/commands.ts'
import { codeToLearn } from '../features/learn/can-learn.ts'
import { isLocked } from '../state/locked.ts'
import { useDesk } from '../state/desk-context.ts'
import { manualCodeId, queueSearchId, shortcutOf } from '../state/shortcuts.ts'

/** Function keys act wherever the focus is, but for an open dialog, which has to be answered first. */
export function useShortcuts(): void {
  const { store, actions } = useDesk()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = shortcutOf(event)
      if (name === null) return
      event.preventDefault()
      const { dialog, snapshot } = store.getState()
      if (dialog !== null || (snapshot !== null && isLocked(snapshot))) return
      if (name === 'typeCode') focusField(manualCodeId)
      else if (name === 'searchQueue') focusField(queueSearchId)
      else if (name === 'menu') actions.openDialog('menu')
      else if (name === 'actions') actions.openDialog('actions')
      else if (name === 'learn') {
        if (snapshot !== null && codeToLearn(snapshot) !== null) actions.openDialog('learn')
      } else if (name === 'takeOver') {
        const asked = snapshot?.asked?.kind === 'takeBack'
        if (asked || snapshot?.desk?.can.takeOverChanges === null) actions.run('confirm', {})
      } else runCommand(name, snapshot?.desk ?? null, actions)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [store, actions])
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}
