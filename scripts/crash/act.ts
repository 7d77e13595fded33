import type { Page } from 'playwright'
import type { LastScan, StationSnapshot } from '../../shared/contract/snapshot.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { deskDifferences } from './compare.ts'
import { DeskDied } from './desk-process.ts'
import { outcomes, undoable, type Action, type Ledger } from './ledger.ts'
import type { World } from './life.ts'
import { deskIn, look, NotSaved, putDown, scanByKeys, scanDirectly } from './screen.ts'

/** One action in so many goes through the keyboard, as a wedge scanner's; the others ask the desk directly. */
const byKeys = 0.15

/** Does something at the desk and remembers what it acknowledged. Answers the screen's next snapshot. */
export async function act(
  world: World,
  page: Page,
  action: Action,
  { desk: before }: StationSnapshot,
): Promise<StationSnapshot> {
  const { memory, dice, desk } = world
  if (desk === null) throw new DeskDied()
  const current = before?.boxes.find((box) => box.id === before.currentBoxId)?.number ?? null
  const possible = outcomes(memory.ledger, action, current)
  const takenBack = undoable(memory.ledger)
  memory.inFlight = { action, outcomes: possible }
  const told = { yes: false }
  const acknowledge = (kind: string): void => {
    told.yes = true
    const anew = action.kind === 'open' && kind === 'orderOpened'
    memory.ledger = (anew ? possible[1] : undefined) ?? possible[0]
    memory.inFlight = null
    memory.acknowledged += 1
  }

  const code = codeOf(action)
  const isFull = world.disk?.isFull() ?? false
  let snapshot: StationSnapshot
  if (isFull) {
    const asked = code === null ? putDown(page) : scanDirectly(page, code)
    const taken = await desk.whileAlive(unlessFull(asked))
    if (taken === null) return refusedByDisk(world, page)
    snapshot = taken
  } else if (code === null) snapshot = await desk.whileAlive(putDown(page))
  else if (dice.chance(byKeys)) {
    const painted = scanByKeys(page, code, ({ tone, kind }) => {
      if (tone === 'refused') return
      memory.byKeys += 1
      acknowledge(kind)
    })
    snapshot = await desk.whileAlive(painted)
  } else snapshot = await desk.whileAlive(scanDirectly(page, code))

  const answer = snapshot.lastScan?.answer
  if (answer === undefined) throw new Error('the desk answered without an answer')
  if (answer.ok && !told.yes) acknowledge(answer.said.kind)
  memory.inFlight = null
  judge(world, action, answer, takenBack)
  return snapshot
}

/** Null for what the full disk did not take. */
async function unlessFull(asked: Promise<StationSnapshot>): Promise<StationSnapshot | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotSaved && error.message === 'diskFull') return null
    throw error
  }
}

/** What was refused has not been done: the desk still has what was acknowledged before, and nothing else. */
async function refusedByDisk({ memory, desk }: World, page: Page): Promise<StationSnapshot> {
  if (desk === null) throw new DeskDied()
  memory.inFlight = null
  memory.refusedByDisk += 1
  const { snapshot } = await desk.whileAlive(look(page))
  memory.differences.push(...deskDifferences(memory.ledger, deskIn(snapshot)))
  return snapshot
}

/** What the packer scans for an action; null for putting an order down, which has its own button. */
function codeOf(action: Action): string | null {
  switch (action.kind) {
    case 'open':
      return action.orderNo
    case 'item':
    case 'nonsense':
      return action.code
    case 'seal':
      return action.invoiceNo
    case 'closeBox':
    case 'nextBox':
    case 'undo':
      return commandBarcode(action.kind)
    case 'putDown':
      return null
  }
}

/** An answer that does not fit the action is a fault of the desk, or of this packer: either way the run fails. */
function judge(world: World, action: Action, answer: LastScan['answer'], taken: Taken): void {
  const { memory } = world
  const what = `${action.kind} ${codeOf(action) ?? ''} on order ${String(memory.ledger.onDesk)}`
  if (action.kind === 'nonsense') {
    if (answer.ok) throw new Error(`${what} was accepted as ${answer.said.kind}`)
    return
  }
  if (!answer.ok) {
    if (action.kind !== 'open') throw new Error(`${what} was refused: ${JSON.stringify(answer.said)}`)
    memory.leftAlone.add(action.orderNo)
    return
  }
  const { said } = answer
  if (said.kind === 'undone' && said.what !== taken) {
    throw new Error(`${what} took back ${said.what}, the last thing acknowledged was ${String(taken)}`)
  }
  if ('box' in said && said.box !== null && !isOn(memory.ledger, said.box))
    throw new Error(`${what}: box ${String(said.box)} is a surprise`)
}

type Taken = ReturnType<typeof undoable>

function isOn(ledger: Ledger, box: number): boolean {
  const order = ledger.onDesk === null ? undefined : ledger.orders.get(ledger.onDesk)
  return order?.entries.some((entry) => entry.box === box) ?? false
}
