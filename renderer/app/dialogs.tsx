import { useActions, useDeskState } from '../state/desk-context.ts'
import { ActionsDialog } from '../features/desk-actions/actions-dialog.tsx'
import { BoardDialog } from '../features/board/board-dialog.tsx'
import { BookDialog } from '../features/book/book-dialog.tsx'
import { CommandSheetDialog } from '../features/command-sheet/command-sheet-dialog.tsx'
import { DemoPanelDialog } from '../features/demo-panel/demo-panel-dialog.tsx'
import { DoubtDialog } from '../features/doubt/doubt-dialog.tsx'
import { GuideDialog } from '../features/guide/guide-dialog.tsx'
import { HandoverPlace } from '../features/handover/handover-place.tsx'
import { HistoryPlace } from '../features/history/history-place.tsx'
import { LearnDialog } from '../features/learn/learn-dialog.tsx'
import { MenuDialog } from '../features/menu/menu-dialog.tsx'
import { PeopleDialog } from '../features/people/people-dialog.tsx'
import { PutDownDialog } from '../features/put-down/put-down-dialog.tsx'
import { BatchesDialog } from '../features/queue/batches-dialog.tsx'
import { ScannerCheckDialog } from '../features/scanner-check/scanner-check-dialog.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { ShopDialog } from '../features/shop/shop-dialog.tsx'
import { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx'
import { WaybillDialog } from '../features/waybill/waybill-dialog.tsx'
import { UnsentDialog } from '../features/unsent/unsent-dialog.tsx'

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
      return <HistoryPlace onClose={closeDialog} />
    case 'handover':
      return <HandoverPlace onClose={closeDialog} />
    case 'waybill':
      return <WaybillDialog onClose={closeDialog} />
    case 'book':
      return <BookDialog onClose={closeDialog} />
    case 'learn':
      return <LearnDialog onClose={closeDialog} />
    case 'actions':
      return <ActionsDialog onClose={closeDialog} />
    case 'unsent':
      return <UnsentDialog onClose={closeDialog} />
    case 'doubt':
      return <DoubtDialog onClose={closeDialog} />
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
