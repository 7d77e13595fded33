import { Hand, LockOpen, PackageCheck, PackageMinus, Printer, type LucideIcon } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWhyNot } from '../answers/use-why-not.ts'
import { currentBoxOf } from '../next-step/next-step.ts'
import { BoxFacts } from './box-facts.tsx'
import { CountForm } from './count-form.tsx'
import { LeaveForms } from './leave-forms.tsx'
import { MoveForm } from './move-form.tsx'
import { NoteForm } from './note-form.tsx'
import styles from './actions-dialog.module.css'

const deeds = ['sealAll', 'takeRest', 'takeOut', 'reopen', 'printSlip'] as const
type Deed = (typeof deeds)[number]

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
  const say = useWhyNot()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  if (desk === null) {
    return (
      <Dialog title={t('actions.title')} testId="actions" onClose={onClose}>
        <EmptyState icon={PackageCheck} title={t('order.none')} todo={t('order.none.todo')} />
      </Dialog>
    )
  }
  const { can, boxes } = desk
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
        if (can.boxes.reopen !== null) run('reopenBox', { boxId: can.boxes.reopen })
        return
      case 'printSlip':
        store.setState({ slip: boxes.find(({ id }) => id === can.boxes.printSlip)?.number ?? null })
        onClose()
    }
  }
  return (
    <Dialog title={t('actions.title')} wide testId="actions" onClose={onClose}>
      <div className={styles.deeds}>
        {deeds.map((deed, index) => {
          const Icon = icons[deed]
          return (
            <Button
              key={deed}
              className={styles.deed}
              {...(index === 0 ? firstFocus : {})}
              data-testid={`action-${deed}`}
              disabled={can[deed] !== null}
              onClick={() => {
                act(deed)
              }}
            >
              <Icon aria-hidden="true" />
              <span>
                {t(`actions.${deed}`)}
                <span className={styles.note}>{say(can[deed]) ?? t(`actions.${deed}.note`)}</span>
              </span>
            </Button>
          )
        })}
      </div>
      <div className={styles.forms}>
        <CountForm against={can.countItem} />
        <BoxFacts box={currentBoxOf(desk)} can={can} />
        <MoveForm boxes={boxes} />
        <NoteForm notes={desk.notes} />
        <LeaveForms againstHandOver={can.handOver} />
      </div>
    </Dialog>
  )
}
