import type { DeskView } from '../../../shared/contract/snapshot.ts'
import type { Verdict } from '../../../shared/domain/packing/possible.ts'
import type { DeskCommand } from '../../../shared/domain/codes/command-barcode.ts'
import type { Actions } from '../../state/actions.ts'

/** The commands with a button of their own; the others are on the printed sheet. */
export type ButtonCommand = Extract<DeskCommand, 'closeBox' | 'nextBox' | 'undo' | 'emptyBox' | 'putDown'>

/** In the order a packer needs them. */
export const commandOrder: readonly ButtonCommand[] = ['closeBox', 'nextBox', 'undo', 'emptyBox', 'putDown']

/** Why a command would do nothing now; null where its button is worth pressing. */
export function whyNot(command: ButtonCommand, desk: DeskView | null): Verdict {
  if (desk === null) return { kind: 'scanOrderFirst' }
  const verdict = desk.can[command]
  // What is asked before the order is put down is for the packer to answer.
  return verdict?.kind === 'unsealedGoods' ? null : verdict
}

export function runCommand(command: ButtonCommand, desk: DeskView | null, actions: Actions): void {
  if (whyNot(command, desk) !== null) return
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
