import { useActions, useDeskState } from '../app/desk-context.ts'
import { CommandSheetDialog } from './command-sheet/command-sheet-dialog.tsx'
import { DemoPanelDialog } from './demo-panel/demo-panel-dialog.tsx'
import { PutDownDialog } from './put-down/put-down-dialog.tsx'
import { SettingsDialog } from './settings/settings-dialog.tsx'
import { UnsentDialog } from './unsent/unsent-dialog.tsx'

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useDeskState((state) => state.dialog)
  const { closeDialog } = useActions()
  switch (dialog) {
    case null:
      return null
    case 'unsent':
      return <UnsentDialog onClose={closeDialog} />
    case 'commands':
      return <CommandSheetDialog onClose={closeDialog} />
    case 'demoPanel':
      return <DemoPanelDialog onClose={closeDialog} />
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />
    case 'putDown':
      return <PutDownDialog onClose={closeDialog} />
  }
}
