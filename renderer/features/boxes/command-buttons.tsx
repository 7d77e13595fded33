import {
  ArrowDownToLine,
  Ellipsis,
  PackageCheck,
  PackageMinus,
  PackagePlus,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { DeskView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { shortcuts } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import { useWhyNot } from '../answers/use-why-not.ts'
import { commandOrder, runCommand, whyNot, type ButtonCommand } from './commands.ts'
import styles from './boxes-panel.module.css'

const looks: Record<ButtonCommand, { icon: LucideIcon; testId: string }> = {
  closeBox: { icon: PackageCheck, testId: 'command-close-box' },
  nextBox: { icon: PackagePlus, testId: 'command-next-box' },
  undo: { icon: Undo2, testId: 'command-undo' },
  emptyBox: { icon: PackageMinus, testId: 'command-empty-box' },
  putDown: { icon: ArrowDownToLine, testId: 'command-put-down' },
}

export function CommandButtons({ desk }: { desk: DeskView | null }) {
  const t = useText()
  const actions = useActions()
  const say = useWhyNot()
  return (
    <div role="group" aria-label={t('command.group')} className={styles.commands}>
      {commandOrder.map((command) => {
        const { icon: Icon, testId } = looks[command]
        const against = whyNot(command, desk)
        return (
          <Button
            key={command}
            className={styles.command}
            data-testid={testId}
            disabled={against !== null}
            title={say(against)}
            aria-keyshortcuts={shortcuts[command]}
            onClick={() => {
              runCommand(command, desk, actions)
            }}
          >
            <Icon aria-hidden="true" />
            {t(`command.${command}`)}
            <Keycap>{shortcuts[command]}</Keycap>
          </Button>
        )
      })}
      <Button
        className={styles.command}
        data-testid="open-actions"
        disabled={desk === null}
        aria-keyshortcuts={shortcuts.actions}
        onClick={() => {
          actions.openDialog('actions')
        }}
      >
        <Ellipsis aria-hidden="true" />
        {t('actions.open')}
        <Keycap>{shortcuts.actions}</Keycap>
      </Button>
    </div>
  )
}
