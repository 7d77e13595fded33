import type { Choice, Refusal } from '../answer.ts'
import { takeOut } from '../boxes/decide-box.ts'
import { accept, newBoxEvent, refuse, type Decision } from '../decision.ts'
import type { PackingEvent } from '../log/events.ts'
import { matchItem, type BookEntry } from './match-item.ts'
import type { Line } from './line.ts'
import {
  currentBox,
  lineAt,
  unitsDone,
  unitsLeft,
  unsealedBoxes,
  type Box,
  type Packing,
} from '../packing.ts'
import type { Rules } from '../rules.ts'

/** What a GS1 code says besides which product it is, and how many of it: more than one for a case. */
type Printed = { serial: string | null; lot: string | null; units: number }

/** What the station knows of a code besides the order on the desk. */
export type CodeKnowledge = {
  /** The barcode book's entry for it. */
  book: BookEntry | null
  /** The name of a product of some other order that carries it. */
  knownProduct: string | null
  /** The order it names. */
  orderNo: string | null
  /** Other ways to write the code, and what is printed with it. */
  forms: readonly string[]
  printed: Printed
  /** A part of what is printed with it has no certain end: serial number or lot cannot be told. */
  unclear: boolean
}

type How = Extract<PackingEvent, { type: 'itemScanned' }>['how']

/** Puts scanned goods into the current box, opening one where there is none. */
export function scanItem(packing: Packing, code: string, known: CodeKnowledge, rules: Rules): Decision {
  const box = currentBox(packing)
  const match = matchItem(packing, [code, ...known.forms], known.book, box?.sectionCode ?? null)
  if (match.kind === 'ambiguous') return refuse({ kind: 'whichOne', choices: match.lines.map(choiceOf) })
  if (match.kind === 'none') {
    const name = known.book?.name ?? known.knownProduct
    return refuse(name === null ? { kind: 'unknownCode' } : { kind: 'wrongItem', name })
  }
  if (known.unclear && match.line.capture !== null) return refuse({ kind: 'gs1Ambiguous' })
  const { printed } = known
  return packLine(
    packing,
    match.line,
    { units: match.units * printed.units, code, how: 'scan', printed },
    rules,
  )
}

/** A line as one of the things that a code could mean. */
export const choiceOf = ({ sectionCode, itemNo, product }: Line): Choice => ({
  kind: 'item',
  sectionCode,
  itemNo,
  name: product.name,
  options: product.options.map(({ value }) => value).join(' / '),
})

/** The goods to be packed, and how they came. */
export type PackedUnits = { units: number; code: string; how: How; printed?: Printed }

/** Puts units of a certain line into the current box: chosen by hand, or out of several that a code could mean. */
export function packGoods(
  packing: Packing,
  place: { sectionCode: string; itemNo: string },
  goods: PackedUnits,
  rules: Rules,
): Decision {
  const line = lineAt(packing, place)
  return line === undefined ? refuse({ kind: 'unknownCode' }) : packLine(packing, line, goods, rules)
}

/** The current box, but for one that was closed and then emptied: goods go on in a new one. */
function boxToFill(packing: Packing): Box | undefined {
  const box = currentBox(packing)
  return box?.state === 'closed' && box.contents.length === 0 ? undefined : box
}

/** Why so many units of a line cannot go into the current box; null where they can. */
export function cannotPack(packing: Packing, line: Line, units: number, rules: Rules): Refusal | null {
  const box = boxToFill(packing)
  const { name } = line.product
  if (units > unitsLeft(packing, line)) {
    return { kind: 'tooMany', name, needed: line.qty, done: unitsDone(packing, line), units }
  }
  const due = rules.forcedOrder && !line.exempt ? lineDue(packing) : undefined
  if (due !== undefined && due.product.key !== line.product.key) {
    return { kind: 'outOfOrder', name, expected: due.product.name }
  }
  if (box?.state === 'closed') return { kind: 'waybillFirst', box: box.number }
  if (box !== undefined && box.sectionCode !== null && box.sectionCode !== line.sectionCode) {
    return { kind: 'otherSection', name, sectionNo: line.sectionNo, box: box.number }
  }
  return null
}

/** The next line of the list that has to be scanned. */
const lineDue = (packing: Packing): Line | undefined =>
  packing.lines.find((line) => !line.exempt && unitsLeft(packing, line) > 0)

function packLine(packing: Packing, line: Line, goods: PackedUnits, rules: Rules): Decision {
  const against = cannotPack(packing, line, goods.units, rules)
  return against === null ? putIn(packing, line, goods) : refuse(against)
}

function putIn(packing: Packing, line: Line, { units, code, how, printed }: PackedUnits): Decision {
  const box = boxToFill(packing)
  const opened = newBoxEvent(packing)
  const target = box ?? { id: opened.boxId, number: opened.number }
  const { sectionCode, itemNo } = line
  const events: PackingEvent[] = box === undefined ? [opened] : []
  const place = { boxId: target.id, sectionCode, itemNo }
  events.push({ type: 'itemScanned', ...place, units, code, how })
  // Before the number, which is gone back on alone: these go back together with the goods.
  events.push(...exemptWith(packing, line, units, target.id))
  // A serial number printed on a case is the case's, not one of its units'.
  const told = line.capture !== 'serial' || units === 1
  const value = line.capture === null || !told ? null : (printed?.[line.capture] ?? null)
  if (line.capture !== null && value !== null) {
    events.push({ type: 'itemIdentified', ...place, units, kind: line.capture, value })
  }
  const packed = events.reduce((sum, event) => sum + (event.type === 'itemScanned' ? event.units : 0), 0)
  const { name } = line.product
  if (leftIn(packing) === packed)
    return accept({ kind: 'orderComplete', name, box: target.number }, ...events)
  const done = unitsDone(packing, line) + units
  return accept({ kind: 'itemScanned', name, units, done, needed: line.qty, box: target.number }, ...events)
}

const leftIn = (packing: Packing): number =>
  packing.lines.reduce((sum, line) => sum + Math.max(0, unitsLeft(packing, line)), 0)

/** With the last unit of a section that has to be scanned, its exempt lines go along. */
function exemptWith(packing: Packing, line: Line, units: number, boxId: string): PackingEvent[] {
  if (line.exempt) return []
  const { sectionCode } = line
  const section = packing.lines.filter((each) => each.sectionCode === sectionCode)
  const open = section.some((each) => !each.exempt && unitsLeft(packing, each) > (each === line ? units : 0))
  if (open) return []
  return section
    .filter((each) => each.exempt && unitsLeft(packing, each) > 0)
    .map((each) => {
      const { itemNo } = each
      const rest = unitsLeft(packing, each)
      return { type: 'itemScanned', boxId, sectionCode, itemNo, units: rest, code: '', how: 'exempt' }
    })
}

/** Whether so many units of a line may be said instead of scanned one by one. */
export const mayCount = (line: Line, { quantityFrom }: Rules): boolean =>
  quantityFrom > 0 && line.qty >= quantityFrom && line.capture !== 'serial'

/** The goods just scanned, or taken by hand, while nothing else has been done since. */
function justScanned(packing: Packing): Extract<PackingEvent, { type: 'itemScanned' }> | null {
  const last = packing.undo.at(-1)?.event
  return last?.type === 'itemScanned' && (last.how === 'scan' || last.how === 'hand') ? last : null
}

/** The least number that the goods just scanned can be counted up to. */
export const leastCount = (packing: Packing): number => (justScanned(packing)?.units ?? 1) + 1

/** Makes the goods just scanned `total` units, of which the scan was the first. */
export function countItem(packing: Packing, total: number, rules: Rules): Decision {
  const last = justScanned(packing)
  if (last === null) return refuse({ kind: 'scanItemFirst' })
  const { units } = last
  const line = lineAt(packing, last)
  if (line === undefined || total <= units) return refuse({ kind: 'nothingToDo' })
  if (!mayCount(line, rules)) {
    return refuse({ kind: 'countEach', name: line.product.name })
  }
  return packLine(packing, line, { units: total - units, code: '', how: 'count' }, rules)
}

/** Puts all that is left of the current box's section into it without a scan. */
export function takeRest(packing: Packing): Decision {
  const box = boxToFill(packing)
  if (box?.state === 'closed') return refuse({ kind: 'waybillFirst', box: box.number })
  const section = box?.sectionCode ?? packing.lines.find((line) => unitsLeft(packing, line) > 0)?.sectionCode
  const rest = packing.lines.filter((line) => line.sectionCode === section && unitsLeft(packing, line) > 0)
  const first = rest[0]
  if (first === undefined) return refuse({ kind: 'nothingToDo' })
  const told = rest.find((line) => line.capture === 'serial')
  if (told !== undefined) return refuse({ kind: 'countEach', name: told.product.name })
  const opened = newBoxEvent(packing)
  const target = box ?? { id: opened.boxId, number: opened.number }
  const events = rest.map((line): PackingEvent => {
    const { sectionCode, itemNo } = line
    const units = unitsLeft(packing, line)
    return { type: 'itemScanned', boxId: target.id, sectionCode, itemNo, units, code: '', how: 'rest' }
  })
  const units = rest.reduce((sum, line) => sum + unitsLeft(packing, line), 0)
  return accept(
    { kind: 'restTaken', units, box: target.number },
    ...(box === undefined ? [opened] : []),
    ...events,
  )
}

/** Takes scanned goods out again: out of the current box, or the one that has them. */
export function takeOutScanned(packing: Packing, code: string, known: CodeKnowledge): Decision {
  const box = currentBox(packing)
  const match = matchItem(packing, [code, ...known.forms], known.book, box?.sectionCode ?? null)
  if (match.kind === 'ambiguous') return refuse({ kind: 'whichOne', choices: match.lines.map(choiceOf) })
  if (match.kind === 'none') {
    const name = known.book?.name ?? known.knownProduct
    return refuse(name === null ? { kind: 'unknownCode' } : { kind: 'wrongItem', name })
  }
  return takeOutOf(packing, match.line)
}

/** Takes one unit of a line out of the current box, or of the one that has it. */
export function takeOutOf(packing: Packing, { itemNo, product }: Pick<Line, 'itemNo' | 'product'>): Decision {
  const holding = unsealedBoxes(packing).filter(({ contents }) =>
    contents.some((content) => content.itemNo === itemNo),
  )
  const from = holding.find(({ id }) => id === packing.currentBoxId) ?? holding[0]
  return from === undefined
    ? refuse({ kind: 'notInABox', name: product.name })
    : takeOut(packing, from.id, itemNo)
}

/** Gives the unit that waits for it its serial number, or all that wait their lot. */
export function identify(packing: Packing, line: Line, value: string, missing: number): Decision {
  const box = currentBox(packing)
  if (box === undefined || line.capture === null) return refuse({ kind: 'nothingToDo' })
  const { sectionCode, itemNo, capture: kind } = line
  const twice =
    kind === 'serial' &&
    packing.boxes.some(
      (each) =>
        each.state !== 'voided' &&
        each.identities.some(
          (told) => told.kind === 'serial' && told.value === value && told.itemNo === itemNo,
        ),
    )
  if (twice) return refuse({ kind: 'serialUsed', value, orderNo: packing.orderNo })
  const units = kind === 'serial' ? 1 : missing
  return accept(
    { kind: 'itemIdentified', name: line.product.name, capture: kind, value, missing: missing - units },
    { type: 'itemIdentified', boxId: box.id, sectionCode, itemNo, units, kind, value },
  )
}
