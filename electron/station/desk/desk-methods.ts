import type { Input } from '../../../shared/contract/methods.ts'
import type { Badge, PersonView } from '../../../shared/contract/people.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
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
  const act = (action: () => Answer): StationSnapshot => asSomebody(() => scan.byButton(action))

  return {
    openOrder: ({ orderNo, takeBack = false }: Input<'openOrder'>) =>
      act(() => desk.open(orderNo, { takeBack })),
    putDown: ({ leaveGoods }: Input<'putDown'>) => act(() => desk.putDown(leaveGoods)),
    holdOrder: ({ reason }: Input<'holdOrder'>) => act(() => desk.holdOrder(reason)),
    handOver: ({ desk: other, note }: Input<'handOver'>) => act(() => desk.handOver(other, note)),
    writeNote: ({ text }: Input<'writeNote'>) => act(() => desk.writeNote(text)),
    closeBox: () => act(() => desk.closeBox()),
    nextBox: () => act(() => desk.nextBox()),
    sealAll: () => act(() => desk.sealAll()),
    selectBox: ({ boxId }: Input<'selectBox'>) => act(() => desk.selectBox(boxId)),
    emptyBox: ({ boxId }: Input<'emptyBox'>) => act(() => desk.emptyBox(boxId)),
    reopenBox: ({ boxId }: Input<'reopenBox'>) => act(() => desk.reopenBox(boxId)),
    typeBox: ({ code }: Input<'typeBox'>) => act(() => desk.typeBox(code)),
    weighBox: ({ grams }: Input<'weighBox'>) => act(() => desk.weighBox(grams)),
    packByHand: (line: Input<'packByHand'>) => act(() => desk.packByHand(line)),
    countItem: ({ units }: Input<'countItem'>) => act(() => desk.countItem(units)),
    takeRest: () => act(() => desk.takeRest()),
    takeOut: ({ boxId, itemNo }: Input<'takeOut'>) => act(() => desk.takeOut(boxId, itemNo)),
    moveItem: (move: Input<'moveItem'>) => act(() => desk.moveItem(move)),
    takeOverChanges: () => act(() => desk.takeOverChanges()),
    undo: () => act(() => desk.undo()),
    armTakeOut: () => asSomebody(scan.armTakeOut),
    choose: ({ place }: Input<'choose'>) => asSomebody(() => scan.choose(place)),
    confirm: () => asSomebody(scan.confirm),

    people: (): PersonView[] => people.list(),
    addPerson: (input: Input<'addPerson'>) => answered(people.add(input)),
    changePerson: (input: Input<'changePerson'>) => answered(people.change(input)),
    makeBadge: ({ id }: Input<'makeBadge'>): Badge => people.makeBadge(id),
    signIn: (input: Input<'signIn'>) => answered(people.signIn(input)),
    signOut: () => answered(people.signOut()),
  }
}
