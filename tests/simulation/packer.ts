import type { DeskView, LineView } from '../../shared/contract/snapshot.ts'
import {
  boxBarcode,
  boxTypeBarcode,
  choiceBarcode,
  commandBarcode,
  quantityBarcode,
  type DeskCommand,
} from '../../shared/domain/codes/command-barcode.ts'
import type { World } from '../station/world.ts'
import type { Chance } from './chance.ts'
import type { CodeMaker } from './codes.ts'
import { createBoxMoves } from './box-moves.ts'
import { createCourierMoves } from './courier-moves.ts'

const pin = '4711'

/** How often a packer does each thing; most of the time they just go on with the work. */
const moves = {
  work: 26,
  mistake: 2,
  next: 2,
  close: 2,
  undo: 1.2,
  empty: 0.4,
  down: 0.6,
  takeOver: 1,
  out: 0.4,
  outByScan: 0.6,
  count: 1.2,
  rest: 0.6,
  move: 0.8,
  all: 0.7,
  select: 0.5,
  reopen: 2,
  hold: 0.6,
  handOver: 0.4,
  note: 0.2,
  type: 0.3,
  weigh: 0.3,
  byHand: 0.4,
  toCourier: 3,
  fromCourier: 0.6,
  correct: 2,
}

/** A packer who works from what the screen shows, makes mistakes, and changes their mind. */
export function createPacker(world: World, chance: Chance, codes: CodeMaker, inOrder: boolean) {
  let pinSet = false
  const boxMoves = createBoxMoves(world, chance)
  const courierMoves = createCourierMoves(world, chance, codes)
  const command = (name: DeskCommand) => world.scan(commandBarcode(name))

  function codeFor(desk: DeskView | null): string {
    if (desk === null || desk.expecting === 'nothing') return codes.toBegin()
    switch (desk.expecting) {
      case 'serial':
        return codes.serial()
      case 'lot':
        return codes.lot()
      case 'boxType':
        return boxTypeBarcode('01')
      case 'weight':
        return ''
      case 'invoice':
        return codes.waybill()
      case 'item':
        return codes.goods(due(desk))
    }
  }

  /** What is left to pack; where the desk wants them in order, mostly the next. */
  function due({ lines }: DeskView): LineView[] {
    const left = lines.filter((line) => line.done < line.needed && !line.exempt)
    return inOrder && chance.is(0.8) ? left.slice(0, 1) : left
  }

  async function work(desk: DeskView | null): Promise<void> {
    const { lastScan } = await world.snapshot()
    const said = lastScan?.answer.said
    if (said?.kind === 'whichOne' && chance.is(0.7)) {
      await world.scan(choiceBarcode(1 + chance.below(said.choices.length)))
    } else if ((said?.kind === 'setAside' || said?.kind === 'atOtherDesk') && chance.is(0.6)) {
      await (chance.is(0.5) ? command('confirm') : world.scan(said.orderNo))
    } else if (desk?.expecting === 'weight')
      await world.station.methods.weighBox({ grams: 1 + chance.below(5000) })
    else await world.scan(codeFor(desk))
  }

  /** One thing a packer does; the answer has been heard when this returns, unless the process died of it. */
  async function act(): Promise<void> {
    const { desk } = await world.snapshot()
    const { methods } = world.station
    switch (chance.weighted(moves)) {
      case 'work':
        return work(desk)
      case 'mistake':
        await world.scan(codes.mistaken())
        return
      case 'next':
        await command('nextBox')
        return
      case 'close':
        await command('closeBox')
        return
      case 'undo':
        await command('undo')
        return
      case 'empty':
        await command('emptyBox')
        return
      case 'down':
        await (chance.is(0.3) ? command('putDown') : methods.putDown({ leaveGoods: chance.is(0.5) }))
        return
      case 'takeOver':
        if (desk?.drift != null) await methods.takeOverChanges({})
        return
      case 'out':
        return boxMoves.takeOut(desk)
      case 'outByScan':
        await command('takeOut')
        await (chance.is(0.2)
          ? command('cancel')
          : world.scan(codes.goods((desk?.lines ?? []).filter(({ done }) => done > 0))))
        return
      case 'count':
        await world.scan(
          codes.goods(
            (desk?.lines ?? []).filter(({ countable, done, needed }) => countable && done < needed),
          ),
        )
        await (chance.is(0.5)
          ? world.scan(`*${String(2 + chance.below(6))}`)
          : world.scan(quantityBarcode(2 + chance.below(6))))
        return
      case 'rest':
        await command('takeRest')
        return
      case 'move':
        return boxMoves.move(desk)
      case 'all':
        await command('sealAll')
        return
      case 'select':
        await world.scan(boxBarcode(1 + chance.below(4)))
        return
      case 'reopen':
        return boxMoves.reopen()
      case 'hold':
        await command('hold')
        await world.scan(chance.is(0.8) ? choiceBarcode(1 + chance.below(4)) : codeFor(desk))
        return
      case 'handOver':
        await methods.handOver({ desk: '2', note: '' })
        return
      case 'note':
        await methods.writeNote({ text: 'simulated' })
        return
      case 'type':
        await world.scan(boxTypeBarcode(chance.pick(['01', '02', '77']) ?? '01'))
        return
      case 'weigh':
        await methods.weighBox({ grams: 1 + chance.below(5000) })
        return
      case 'toCourier':
        return courierMoves.handOver()
      case 'fromCourier':
        return courierMoves.takeBack()
      case 'correct':
        return courierMoves.correct()
      case 'byHand': {
        const line = chance.pick((desk?.lines ?? []).filter(({ done, needed }) => done < needed))
        if (line !== undefined)
          await methods.packByHand({ sectionCode: line.sectionCode, itemNo: line.itemNo })
      }
    }
  }

  /** A lead goes through the boxes that wait for a person. */
  async function seeToStuckBoxes(): Promise<void> {
    const { methods } = world.station
    const stuck = (await methods.unsent({ afterSeq: 0, limit: 500 })).filter(
      ({ dispatch }) => dispatch.state === 'needsPerson',
    )
    const row = chance.pick(stuck)
    if (row === undefined) return
    const { seq } = row
    if (chance.is(0.7)) {
      await methods.retry({ seq })
      return
    }
    const how = !pinSet && chance.is(0.8) ? 'handedOver' : 'discarded'
    if (how === 'discarded' && !pinSet) await methods.setPin({ current: '', next: pin })
    pinSet ||= how === 'discarded'
    await methods.resolveByHand({ seq, how, reason: 'simulated', pin: pinSet ? pin : '' })
  }

  return { act, seeToStuckBoxes }
}
