import type { DeskView } from '../../../shared/contract/snapshot.ts'
import type { DeskCommand } from '../../../shared/domain/codes/command-barcode.ts'
import type { Actions } from '../../state/actions.ts'
import { currentBoxOf } from '../next-step/next-step.ts'

/** The commands with a button of their own; the others are on the printed sheet. */
export type ButtonCommand = Extract<DeskCommand, 'closeBox' | 'nextBox' | 'undo' | 'emptyBox' | 'putDown'>

/** In the order a packer needs them. */
export const commandOrder: readonly ButtonCommand[] = ['closeBox', 'nextBox', 'undo', 'emptyBox', 'putDown']

/** Whether a command can do anything now, so that its button is worth pressing. */
export function canDo(command: ButtonCommand, desk: DeskView | null): boolean {
  if (desk === null) return false
  const box = currentBoxOf(desk)
  const filled = box !== null && box.units > 0
  switch (command) {
    case 'closeBox':
      return filled && box.state === 'open'
    case 'nextBox':
      return desk.expecting !== 'nothing' && (box === null || filled || box.state !== 'open')
    case 'emptyBox':
      return filled && box.state !== 'sealed'
    case 'undo':
      return desk.canUndo
    case 'putDown':
      return true
  }
}

export function runCommand(command: ButtonCommand, desk: DeskView | null, actions: Actions): void {
  if (!canDo(command, desk)) return
  switch (command) {
    case 'closeBox':
    case 'nextBox':
    case 'undo':
      actions.run(command, {})
      return
    case 'emptyBox': {
      const boxId = desk?.currentBoxId ?? null
      if (boxId !== null) actions.run('emptyBox', { boxId })
      return
    }
    case 'putDown':
      actions.run('putDown', { leaveGoods: false })
  }
}
