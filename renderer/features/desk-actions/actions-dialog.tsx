import { Hand, LockOpen, PackageCheck, PackageMinus, Printer, type LucideIcon } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { currentBoxOf } from '../next-step/next-step.ts'
import { BoxFacts } from './box-facts.tsx'
import { CountForm } from './count-form.tsx'
import { LeaveForms } from './leave-forms.tsx'
import { MoveForm } from './move-form.tsx'
import { NoteForm } from './note-form.tsx'
import { deedsOf, type Deed } from './deeds.ts'
import styles from './actions-dialog.module.css'

const icons: Record<Deed, LucideIcon> = {
  sealAll: PackageCheck,
  takeRest: Hand,
  takeOut: PackageMinus,
  reopen: LockOpen,
  printSlip: Printer,
}

/** Everything that can be done with the order on the desk beyond the five buttons beside its boxes. */
export function ActionsDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { run } = useActions()
  const { store } = useDesk()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  if (desk === null) {
    return (
      <Dialog title={t('actions.title')} testId="actions" onClose={onClose}>
        <EmptyState icon={PackageCheck} title={t('order.none')} todo={t('order.none.todo')} />
      </Dialog>
    )
  }
  const deeds = deedsOf(desk)
  const act = (deed: Deed): void => {
    switch (deed) {
      case 'sealAll':
      case 'takeRest':
        run(deed, {})
        return
      case 'takeOut':
        run('armTakeOut', {})
        return
      case 'reopen':
        if (deeds.reopen !== null) run('reopenBox', { boxId: deeds.reopen })
        return
      case 'printSlip':
        store.setState({ slip: deeds.printSlip })
        onClose()
    }
  }
  const names: Deed[] = ['sealAll', 'takeRest', 'takeOut', 'reopen', 'printSlip']
  return (
    <Dialog title={t('actions.title')} wide testId="actions" onClose={onClose}>
      <div className={styles.deeds}>
        {names.map((deed, index) => {
          const Icon = icons[deed]
          return (
            <Button
              key={deed}
              className={styles.deed}
              {...(index === 0 ? firstFocus : {})}
              data-testid={`action-${deed}`}
              disabled={deeds[deed] === null}
              onClick={() => {
                act(deed)
              }}
            >
              <Icon aria-hidden="true" />
              <span>
                {t(`actions.${deed}`)}
                <span className={styles.note}>{t(`actions.${deed}.note`)}</span>
              </span>
            </Button>
          )
        })}
      </div>
      <div className={styles.forms}>
        <CountForm />
        <BoxFacts box={currentBoxOf(desk)} />
        <MoveForm boxes={desk.boxes} />
        <NoteForm notes={desk.notes} />
        <LeaveForms />
      </div>
    </Dialog>
  )
}
