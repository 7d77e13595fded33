import type { BoxView, DeskView } from '../../shared/contract/snapshot.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import type { World } from '../station/world.ts'
import type { Chance } from './chance.ts'

/** What a packer does to boxes by button, with goods picked from what the screen shows. */
export function createBoxMoves(world: World, chance: Chance) {
  const unsealed = (desk: DeskView | null): BoxView[] =>
    (desk?.boxes ?? []).filter(({ state }) => state === 'open' || state === 'closed')

  return {
    async takeOut(desk: DeskView | null): Promise<void> {
      const box = chance.pick(unsealed(desk))
      const content = chance.pick(box?.contents ?? [])
      if (box === undefined || content === undefined) return
      await world.station.methods.takeOut({ boxId: box.id, itemNo: content.itemNo })
    },

    async move(desk: DeskView | null): Promise<void> {
      const box = chance.pick(unsealed(desk).filter(({ contents }) => contents.length > 0))
      const content = chance.pick(box?.contents ?? [])
      if (box === undefined || content === undefined) return
      // Any box of the order, sealed ones too: what cannot be is for the desk to refuse.
      const to = chance.is(0.4) ? null : (chance.pick(desk?.boxes ?? [])?.id ?? null)
      const units = 1 + chance.below(content.qty)
      await world.station.methods.moveItem({ boxId: box.id, toBoxId: to, itemNo: content.itemNo, units })
    },

    /** The box sealed last, by scanner; or any box not yet confirmed, of whatever order. */
    async reopen(): Promise<void> {
      const { methods } = world.station
      const row = chance.is(0.5) ? undefined : chance.pick(await methods.unsent({ afterSeq: 0, limit: 500 }))
      if (row?.boxId == null) await world.scan(commandBarcode('reopen'))
      else await methods.reopenBox({ boxId: row.boxId })
    },
  }
}
