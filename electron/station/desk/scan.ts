import {
  holdReasons,
  type Answer,
  type Choice,
  type Question,
} from '../../../shared/domain/packing/answer.ts'
import {
  boxesToTakeFrom,
  boxNumbered,
  boxToPrint,
  boxToReopen,
} from '../../../shared/domain/packing/boxes/which-box.ts'
import type { Found } from '../../../shared/domain/packing/decision.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import {
  readReservedCode,
  type DeskCommand,
  type ReservedCode,
} from '../../../shared/domain/codes/command-barcode.ts'
import { readCode } from '../../../shared/domain/codes/read-code.ts'
import { codeOnDesk, type CodeParts } from './code-on-desk.ts'
import type { Desk } from './desk.ts'
import type { ReadCode } from './know-code.ts'
import type { Pending } from './pending.ts'

export type ScanParts = CodeParts & {
  /** Signing in by badge and out by command. */
  people: {
    isNobody: () => boolean
    signInByBadge: (secret: string) => Answer
    signOut: () => Answer
  }
  /** The same code sooner than this after the last time counts once, in milliseconds. */
  doubleScanMs: () => number
  /** Whether this scanner is known to send the sign between the parts of a GS1 code. */
  sendsSeparators: () => boolean
}

/**
 * Every code a packer scans, types or pastes: what it is, and what the desk does. Questions the desk has put are kept
 * here until they are answered; whatever else is scanned calls them off.
 */
export function createScan(desk: Desk, parts: ScanParts) {
  let pending: Pending | null = null

  const onDesk = codeOnDesk(desk, parts)

  /** Keeps what an answer asks for. */
  function remember(answer: Answer, read: ReadCode | null = null, takingOut = false): Answer {
    if (answer.ok) return answer
    const { said } = answer
    if (said.kind === 'whichOne' && read !== null) {
      pending = { kind: 'question', read, choices: said.choices, takingOut }
    }
    if (said.kind === 'setAside' || said.kind === 'atOtherDesk') {
      pending = { kind: 'takeBack', orderNo: said.orderNo }
    }
    if (said.kind === 'unsealedGoods') pending = { kind: 'leaveGoods' }
    return answer
  }

  /** Goes on with the choice at `place`, counted from 1. */
  function choose(place: number, asked: Pending | null, code: string | null): Answer {
    const choice =
      asked?.kind === 'question' || asked?.kind === 'holdReason' ? asked.choices[place - 1] : undefined
    if (asked === null || choice === undefined) return desk.turnDown({ kind: 'nothingToDo' }, code)
    if (choice.kind === 'holdReason') return desk.act({ do: 'holdOrder', reason: choice.reason }, code)
    return asked.kind === 'question'
      ? onDesk.goOnWith(choice, asked.read, asked.takingOut)
      : desk.turnDown({ kind: 'nothingToDo' }, code)
  }

  function askHoldReason(code: string): Answer {
    if (desk.packing() === null) return desk.turnDown({ kind: 'scanOrderFirst' }, code)
    const choices: Choice[] = holdReasons.map((reason) => ({ kind: 'holdReason', reason }))
    pending = { kind: 'holdReason', choices }
    return { ok: false, said: { kind: 'whichOne', choices } }
  }

  /** The packer says yes to what the desk has just warned of, or takes over what the store has changed. */
  function confirm(asked: Pending | null, code: string | null): Answer {
    if (asked?.kind === 'takeBack') return desk.open(asked.orderNo, { code, takeBack: true })
    if (asked?.kind === 'leaveGoods') return desk.act({ do: 'putDown', leaveGoods: true }, code)
    return desk.act({ do: 'takeOverChanges' }, code)
  }

  /** Goes on with what the order on the desk has for it, if it has. */
  function withFound<T>(
    find: (packing: Packing) => Found<T>,
    code: string | null,
    goOn: (it: T) => Answer,
  ): Answer {
    const current = desk.packing()
    if (current === null) return desk.turnDown({ kind: 'scanOrderFirst' }, code)
    const found = find(current)
    return found.ok ? goOn(found.it) : desk.turnDown(found.said, code)
  }

  const reopenLast = (code: string): Answer =>
    withFound(
      (packing) => boxToReopen(packing, desk.lookAround(packing).reported),
      code,
      ({ id }) => desk.reopenBox(id, code),
    )

  const printSlip = (code: string): Answer =>
    withFound(boxToPrint, code, ({ number }) => ({ ok: true, said: { kind: 'slipWanted', box: number } }))

  function command(name: DeskCommand, asked: Pending | null, code: string): Answer {
    switch (name) {
      case 'closeBox':
      case 'nextBox':
      case 'sealAll':
      case 'takeRest':
      case 'undo':
        return desk.act({ do: name }, code)
      case 'emptyBox':
        return desk.act({ do: 'emptyBox', boxId: null }, code)
      case 'takeOut':
        return armTakeOut(code)
      case 'reopen':
        return reopenLast(code)
      case 'putDown':
        return remember(desk.act({ do: 'putDown', leaveGoods: false }, code))
      case 'hold':
        return askHoldReason(code)
      case 'confirm':
        return confirm(asked, code)
      case 'cancel':
        return { ok: true, said: { kind: 'calledOff' } }
      case 'signOut':
        return parts.people.signOut()
      case 'goPacking':
        return { ok: true, said: { kind: 'placeWanted', place: 'packing' } }
      case 'goHandover':
        return { ok: true, said: { kind: 'placeWanted', place: 'handover' } }
      case 'printSlip':
        return printSlip(code)
    }
  }

  function armTakeOut(code: string | null): Answer {
    return withFound(boxesToTakeFrom, code, () => {
      pending = { kind: 'takeOut' }
      return { ok: true, said: { kind: 'takeOutNext' } }
    })
  }

  function reserved(
    read: Exclude<ReservedCode, { kind: 'badge' }>,
    asked: Pending | null,
    code: string,
  ): Answer {
    switch (read.kind) {
      case 'damaged':
        return desk.turnDown({ kind: 'damagedCommand' }, code)
      case 'orderSlip':
        return openAsked(read.orderNo, asked, code)
      case 'command':
        return command(read.command, asked, code)
      case 'boxSelect':
        return withFound(
          (packing) => boxNumbered(packing, read.box),
          code,
          ({ id }) => desk.act({ do: 'selectBox', boxId: id }, code),
        )
      case 'boxType':
        return desk.act({ do: 'typeBox', code: read.code }, code)
      case 'quantity':
        return desk.act({ do: 'countItem', units: read.units }, code)
      case 'choice':
        return choose(read.choice, asked, code)
    }
  }

  const openAsked = (orderNo: string, asked: Pending | null, code: string): Answer => {
    const takeBack = asked?.kind === 'takeBack' && asked.orderNo === orderNo
    return remember(desk.open(orderNo, { code, takeBack }))
  }

  /** Goes on with what was asked, which calls it off; where that could not be written nothing was done, and it stays asked. */
  function settling(goOn: (asked: Pending | null) => Answer): Answer {
    const asked = pending
    pending = null
    try {
      return goOn(asked)
    } catch (error) {
      pending = asked
      throw error
    }
  }

  let lastCode: string | null = null

  const scan = (raw: string, sinceSame: number | null): Answer => {
    const read = readCode(raw, parts.sendsSeparators())
    if (!read.ok) return desk.turnDown({ kind: 'mangledCode' }, raw)
    const { code } = read
    const twice = code === lastCode && sinceSame !== null && sinceSame < parts.doubleScanMs()
    lastCode = code
    if (twice) return desk.turnDown({ kind: 'doubleScan' }, code)
    return settling((asked) => goOnWith(read, asked))
  }

  function goOnWith(read: ReadCode, asked: Pending | null): Answer {
    const { code } = read
    const own = readReservedCode(code)
    if (own?.kind === 'badge') return parts.people.signInByBadge(own.secret)
    if (parts.people.isNobody()) return desk.turnDown({ kind: 'signInFirst' }, code)
    if (own !== null) return reserved(own, asked, code)
    const count = /^\*(\d{1,3})$/.exec(code)?.[1]
    if (count !== undefined && desk.packing() !== null) {
      return desk.act({ do: 'countItem', units: Number(count) }, code)
    }
    const takingOut = asked?.kind === 'takeOut'
    if (asked?.kind === 'takeBack' && onDesk.orderIn(code) === asked.orderNo) {
      return remember(onDesk.open(asked.orderNo, code, true))
    }
    return remember(onDesk.read(read, takingOut), read, takingOut)
  }

  return {
    scan,
    choose: (place: number): Answer => settling((asked) => choose(place, asked, null)),
    /** Sees to the questions of an action that came by button; its own may be the next question. */
    byButton: (action: () => Answer): Answer => settling(() => remember(action())),
    confirm: (): Answer => settling((asked) => confirm(asked, null)),
    armTakeOut: () => armTakeOut(null),
    takingOut: (): boolean => pending?.kind === 'takeOut',
    /** What the desk has asked and waits to be told. */
    asked: (): Question | null => {
      switch (pending?.kind) {
        case 'question':
        case 'holdReason':
          return { kind: 'choose', choices: pending.choices }
        case 'takeBack':
          return { kind: 'takeBack', orderNo: pending.orderNo }
        case 'leaveGoods':
          return { kind: 'leaveGoods' }
        case 'takeOut':
        case undefined:
          return null
      }
    },
  }
}

export type Scan = ReturnType<typeof createScan>
