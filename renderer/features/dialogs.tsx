import { useActions, useDeskState } from '../app/desk-context.ts'
import { ActionsDialog } from './desk-actions/actions-dialog.tsx'
import { BoardDialog } from './board/board-dialog.tsx'
import { BookDialog } from './book/book-dialog.tsx'
import { CommandSheetDialog } from './command-sheet/command-sheet-dialog.tsx'
import { DemoPanelDialog } from './demo-panel/demo-panel-dialog.tsx'
import { GuideDialog } from './guide/guide-dialog.tsx'
import { HistoryDialog } from './history/history-dialog.tsx'
import { LearnDialog } from './learn/learn-dialog.tsx'
import { MenuDialog } from './menu/menu-dialog.tsx'
import { PeopleDialog } from './people/people-dialog.tsx'
import { PutDownDialog } from './put-down/put-down-dialog.tsx'
import { BatchesDialog } from './queue/batches-dialog.tsx'
import { ScannerCheckDialog } from './scanner-check/scanner-check-dialog.tsx'
import { SettingsDialog } from './settings/settings-dialog.tsx'
import { ShopDialog } from './shop/shop-dialog.tsx'
import { SignInDialog } from './sign-in/sign-in-dialog.tsx'
import { UnsentDialog } from './unsent/unsent-dialog.tsx'

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useDeskState((state) => state.dialog)
  const { closeDialog } = useActions()
  switch (dialog) {
    case null:
      return null
    case 'menu':
      return <MenuDialog onClose={closeDialog} />
    case 'batches':
      return <BatchesDialog onClose={closeDialog} />
    case 'board':
      return <BoardDialog onClose={closeDialog} />
    case 'history':
      return <HistoryDialog onClose={closeDialog} />
    case 'book':
      return <BookDialog onClose={closeDialog} />
    case 'learn':
      return <LearnDialog onClose={closeDialog} />
    case 'actions':
      return <ActionsDialog onClose={closeDialog} />
    case 'unsent':
      return <UnsentDialog onClose={closeDialog} />
    case 'commands':
      return <CommandSheetDialog onClose={closeDialog} />
    case 'demoPanel':
      return <DemoPanelDialog onClose={closeDialog} />
    case 'scannerCheck':
      return <ScannerCheckDialog onClose={closeDialog} />
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />
    case 'people':
      return <PeopleDialog onClose={closeDialog} />
    case 'signIn':
      return <SignInDialog onClose={closeDialog} />
    case 'shop':
      return <ShopDialog onClose={closeDialog} />
    case 'guide':
      return <GuideDialog onClose={closeDialog} />
    case 'putDown':
      return <PutDownDialog onClose={closeDialog} />
  }
}
