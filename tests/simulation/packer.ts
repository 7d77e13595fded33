import { cjInvoiceNo } from '../../shared/domain/scan/courier-forms.ts'
import type { DeskView } from '../../shared/contract/snapshot.ts'
import { commandBarcode } from '../../shared/domain/scan/command-barcode.ts'
import type { World } from '../station/world.ts'
import type { Chance } from './chance.ts'

const pin = '4711'

/** A packer who works from what the screen shows, makes mistakes, and changes their mind. */
export function createPacker(world: World, chance: Chance, orderNos: readonly string[]) {
  let waybill = 0
  let pinSet = false
  const used: string[] = []

  const newWaybill = () => {
    waybill += 1
    const number = cjInvoiceNo(`68${String(waybill).padStart(9, '0')}`)
    used.push(number)
    return number
  }

  function codeFor(desk: DeskView | null): string {
    if (desk === null || desk.expecting === 'nothing') return chance.pick(orderNos) ?? ''
    if (desk.expecting === 'invoice') return chance.is(0.1) ? (chance.pick(used) ?? newWaybill()) : newWaybill()
    const needed = desk.lines.filter((line) => line.done < line.needed)
    return chance.pick(chance.pick(needed)?.codes ?? []) ?? chance.pick(orderNos) ?? ''
  }

  /** One thing a packer does; the answer has been heard when this returns, unless the process died of it. */
  async function act(): Promise<void> {
    const { desk } = await world.snapshot()
    const { methods } = world.station
    switch (chance.weighted({ work: 20, mistake: 2, next: 2, close: 2, undo: 1, empty: 0.4, down: 0.5, takeOver: 1, out: 0.3 })) {
      case 'work':
        await world.scan(codeFor(desk))
        return
      case 'mistake':
        await world.scan(chance.pick(['NO-SUCH-THING', 'T-GREEN-50', '123', ...orderNos]) ?? '')
        return
      case 'next':
        await world.scan(commandBarcode('nextBox'))
        return
      case 'close':
        await world.scan(commandBarcode('closeBox'))
        return
      case 'undo':
        await world.scan(commandBarcode('undo'))
        return
      case 'empty':
        await world.scan(commandBarcode('emptyBox'))
        return
      case 'down':
        await methods.putDown({ leaveGoods: chance.is(0.5) })
        return
      case 'takeOver':
        if (desk?.drift != null) await methods.takeOverChanges({})
        return
      case 'out': {
        const box = chance.pick((desk?.boxes ?? []).filter(({ state }) => state === 'open' || state === 'closed'))
        const content = chance.pick(box?.contents ?? [])
        if (box !== undefined && content !== undefined) {
          await methods.takeOut({ boxId: box.id, itemNo: content.itemNo })
        }
      }
    }
  }

  /** A lead goes through the boxes that wait for a person. */
  async function seeToStuckBoxes(): Promise<void> {
    const { methods } = world.station
    const stuck = (await methods.unsent({})).filter(({ dispatch }) => dispatch.state === 'needsPerson')
    const row = chance.pick(stuck)
    if (row === undefined) return
    const { boxId } = row
    if (chance.is(0.7)) {
      await methods.retry({ boxId })
      return
    }
    const how = !pinSet && chance.is(0.8) ? 'handedOver' : 'discarded'
    if (how === 'discarded' && !pinSet) await methods.setPin({ current: '', next: pin })
    pinSet ||= how === 'discarded'
    await methods.resolveByHand({ boxId, how, reason: 'simulated', pin: pinSet ? pin : '' })
  }

  return { act, seeToStuckBoxes }
}
