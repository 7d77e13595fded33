import type { Input } from '../../../shared/contract/methods.ts'
import type { Badge, PersonView } from '../../../shared/contract/people.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { DeskAction } from '../../../shared/domain/packing/action.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { People } from '../people/people.ts'
import type { Desk } from './desk.ts'
import type { Scan } from './scan.ts'

export type DeskMethodParts = { desk: Desk; scan: Scan; people: People }

/** Shows the answer to something the packer did. */
export type Answered = (answer: Answer) => StationSnapshot

/**
 * What a packer does by button instead of by scan, as methods of the contract. Where packers sign in, nothing is done
 * for nobody.
 */
export function createDeskMethods({ desk, scan, people }: DeskMethodParts, answered: Answered) {
  const asSomebody = (action: () => Answer): StationSnapshot =>
    answered(people.isNobody() ? desk.turnDown({ kind: 'signInFirst' }, null) : action())
  const byButton = (action: () => Answer): StationSnapshot => asSomebody(() => scan.byButton(action))
  const act = (action: DeskAction): StationSnapshot => byButton(() => desk.act(action))

  return {
    openOrder: ({ orderNo, takeBack = false }: Input<'openOrder'>) =>
      byButton(() => desk.open(orderNo, { takeBack })),
    putDown: (input: Input<'putDown'>) => act({ do: 'putDown', ...input }),
    holdOrder: (input: Input<'holdOrder'>) => act({ do: 'holdOrder', ...input }),
    handOver: (input: Input<'handOver'>) => act({ do: 'handOver', ...input }),
    writeNote: (input: Input<'writeNote'>) => act({ do: 'writeNote', ...input }),
    closeBox: () => act({ do: 'closeBox' }),
    nextBox: () => act({ do: 'nextBox' }),
    sealAll: () => act({ do: 'sealAll' }),
    selectBox: (input: Input<'selectBox'>) => act({ do: 'selectBox', ...input }),
    emptyBox: (input: Input<'emptyBox'>) => act({ do: 'emptyBox', ...input }),
    reopenBox: ({ boxId }: Input<'reopenBox'>) => byButton(() => desk.reopenBox(boxId)),
    typeBox: (input: Input<'typeBox'>) => act({ do: 'typeBox', ...input }),
    weighBox: (input: Input<'weighBox'>) => act({ do: 'weighBox', ...input }),
    packByHand: (input: Input<'packByHand'>) => act({ do: 'packByHand', ...input }),
    countItem: (input: Input<'countItem'>) => act({ do: 'countItem', ...input }),
    takeRest: () => act({ do: 'takeRest' }),
    takeOut: (input: Input<'takeOut'>) => act({ do: 'takeOut', ...input }),
    moveItem: (input: Input<'moveItem'>) => act({ do: 'moveItem', ...input }),
    takeOverChanges: () => act({ do: 'takeOverChanges' }),
    undo: () => act({ do: 'undo' }),
    armTakeOut: () => asSomebody(scan.armTakeOut),
    choose: ({ place }: Input<'choose'>) => asSomebody(() => scan.choose(place)),
    confirm: () => asSomebody(scan.confirm),

    people: (): PersonView[] => people.list(),
    addPerson: (input: Input<'addPerson'>) => answered(people.add(input)),
    changePerson: (input: Input<'changePerson'>) => answered(people.change(input)),
    makeBadge: ({ id }: Input<'makeBadge'>): Badge => people.makeBadge(id),
    signIn: (input: Input<'signIn'>) => answered(scan.byButton(() => people.signIn(input))),
    signOut: () => answered(scan.byButton(() => people.signOut())),
  }
}
