import type { BoxView, DeskView, LineView } from '../../../shared/contract/snapshot.ts'

type Drift = NonNullable<DeskView['drift']>

/** What a box holds of one line; `removable` while it has no waybill. */
export type Held = { boxId: string; box: number; itemNo: string; qty: number; removable: boolean }

/** One changed line: the units wanted before and now, those in boxes, and those that have to come out again. */
export type LineChange = {
  name: string
  was: number
  now: number
  done: number
  surplus: number
  held: Held[]
}

/** A line of which boxes hold more than is wanted. */
export type Surplus = { line: LineView; units: number; held: Held[] }

/** What the packer has to be told of before going on. */
export const changeOf = (desk: DeskView): Drift | null => (desk.next.kind === 'changed' ? desk.drift : null)

const unitsTooMany = (line: LineView): number => Math.max(0, line.done - line.needed)

/** The lines of which boxes hold too many, with where they are. */
export const surplusOf = (desk: DeskView): Surplus[] =>
  desk.lines
    .filter((line) => unitsTooMany(line) > 0)
    .map((line) => ({ line, units: unitsTooMany(line), held: heldOf(desk, [line]) }))

/** Where units too many can still be taken out; where that is nowhere, every box that holds some. */
export function whereToTakeOut(held: readonly Held[]): readonly Held[] {
  const removable = held.filter((each) => each.removable)
  return removable.length > 0 ? removable : held
}

/** The changed lines with what boxes hold of each. */
export const changedLines = (desk: DeskView, drift: Drift): LineChange[] =>
  drift.lines.map((change) => {
    const lines = linesBehind(desk, change)
    const done = lines.reduce((sum, line) => sum + line.done, 0)
    return { ...change, done, surplus: Math.max(0, done - change.now), held: heldOf(desk, lines) }
  })

/** The numbers of the boxes whose waybill names the receiver of before. */
export const boxesWithWaybill = (desk: DeskView): number[] =>
  desk.boxes.filter((box) => box.state === 'sealed').map((box) => box.number)

/** A change names its product; two options of one product are told apart by the units they had. */
function linesBehind(desk: DeskView, { name, was }: Drift['lines'][number]): LineView[] {
  if (was === 0) return []
  const named = desk.lines.filter((line) => line.name === name)
  if (named.reduce((sum, line) => sum + line.needed, 0) === was) return named
  const fitting = named.filter((line) => line.needed === was)
  return fitting.length > 0 ? fitting : named
}

const heldOf = (desk: DeskView, lines: readonly LineView[]): Held[] =>
  desk.boxes
    .filter((box) => box.state !== 'voided')
    .flatMap((box) => lines.flatMap((line) => heldInBox(box, line)))

const heldInBox = (box: BoxView, line: LineView): Held[] =>
  box.contents
    .filter((content) => content.itemNo === line.itemNo && box.sectionNo === line.sectionNo)
    .map(({ itemNo, qty }) => ({
      boxId: box.id,
      box: box.number,
      itemNo,
      qty,
      removable: box.can.takeOut === null,
    }))
