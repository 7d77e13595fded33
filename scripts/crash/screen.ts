import type { Page } from 'playwright'
import type { Reply } from '../../shared/contract/methods.ts'
import type { Queue } from '../../shared/contract/queue.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import { wedgeScan } from '../lib/wedge-scanner.ts'
import type { SeenDesk } from './compare.ts'

/** What the window is showing: its snapshot, and what is painted of it. */
export interface Screen {
  readonly snapshot: StationSnapshot
  readonly painted: Painted
}

interface Painted {
  readonly orderNo: string | null
  readonly lines: readonly { readonly itemNo: string; readonly done: number; readonly needed: number }[]
  readonly boxes: readonly { readonly number: number; readonly state: string }[]
}

/** Waits until the window shows the desk; throws, naming the problem, where it says that it cannot. */
export async function ready(page: Page): Promise<void> {
  const problem = page.getByTestId('startup-problem')
  await page.getByTestId('last-scan').or(problem).first().waitFor()
  if (await problem.isVisible())
    throw new Error(`the app does not start: ${String(await problem.textContent())}`)
}

/** Reads the screen: what is painted, and the contents of boxes from the snapshot it was painted from. */
export async function look(page: Page): Promise<Screen> {
  const { reply, painted } = await page.evaluate(async () => {
    const number = (element: HTMLElement, name: string) => Number(element.dataset[name] ?? Number.NaN)
    const all = (start: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid^="${start}"]`)]
    const idOf = (element: HTMLElement, start: string) =>
      (element.dataset['testid'] ?? '').slice(start.length)
    const order = document.querySelector<HTMLElement>('[data-testid="desk-order"]')
    return {
      reply: await window.packdesk.snapshot({}),
      painted: {
        orderNo: order?.dataset['orderNo'] ?? null,
        lines: all('line-').map((line) => ({
          itemNo: idOf(line, 'line-'),
          done: number(line, 'done'),
          needed: number(line, 'needed'),
        })),
        boxes: all('box-').map((box) => ({
          number: Number(idOf(box, 'box-')),
          state: box.dataset['state'] ?? '',
        })),
      },
    }
  })
  return { snapshot: dataOf(reply), painted }
}

/** What was asked for was not done, because the disk could not take it. */
export class NotSaved extends Error {}

/** A call's data; its error thrown. */
function dataOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.data
  if (reply.error.code === 'storage') throw new NotSaved(reply.error.message)
  throw new Error(`the desk could not answer: ${reply.error.code} ${reply.error.message}`)
}

/** The desk as painted, with what the boxes hold by item from the snapshot; throws where the two disagree. */
export function deskOn({ snapshot, painted }: Screen): SeenDesk | null {
  const { desk } = snapshot
  if (painted.orderNo !== (desk?.orderNo ?? null)) {
    throw new Error(
      `the window shows order ${String(painted.orderNo)}, the desk has ${String(desk?.orderNo)}`,
    )
  }
  if (desk === null) return null
  const shown = painted.boxes.map(({ number, state }) => `${String(number)} ${state}`).sort()
  const known = desk.boxes.map(({ number, state }) => `${String(number)} ${state}`).sort()
  if (shown.join() !== known.join())
    throw new Error(`the window shows boxes ${shown.join()}, the desk has ${known.join()}`)
  const inside = deskIn(snapshot)
  return inside === null ? null : { ...inside, lines: painted.lines }
}

/** The desk by its snapshot alone, painted or not yet. */
export function deskIn({ desk }: StationSnapshot): SeenDesk | null {
  if (desk === null) return null
  return {
    orderNo: desk.orderNo,
    lines: desk.lines,
    boxes: desk.boxes.map(({ number, state, contents, invoice }) => ({
      number,
      state,
      goods: new Map(contents.map(({ itemNo, qty }) => [itemNo, qty])),
      invoiceNo: invoice?.invoiceNo ?? null,
    })),
  }
}

/** Scans through the window's own way to the desk; its answer is the acknowledgement. */
export async function scanDirectly(page: Page, code: string): Promise<StationSnapshot> {
  return dataOf(await page.evaluate((scanned) => window.packdesk.scan({ code: scanned }), code))
}

/** Takes the order off the desk; boxes without a waybill wait for it to come back. */
export async function putDown(page: Page): Promise<StationSnapshot> {
  return dataOf(await page.evaluate(() => window.packdesk.putDown({ leaveGoods: true })))
}

/**
 * Scans with a wedge scanner's key presses; `acknowledged` is told the answer's kind and tone once it is painted.
 */
export async function scanByKeys(
  page: Page,
  code: string,
  acknowledged: (painted: { tone: string; kind: string }) => void,
): Promise<StationSnapshot> {
  const panel = page.getByTestId('last-scan')
  const before = (await panel.getAttribute('data-scan-id')) ?? ''
  await wedgeScan(page, code)
  const answered = page.locator(`[data-testid="last-scan"]:not([data-scan-id="${before}"])`)
  acknowledged(
    await answered.evaluate((element: HTMLElement) => ({
      tone: element.dataset['tone'] ?? '',
      kind: element.dataset['kind'] ?? '',
    })),
  )
  return dataOf(await page.evaluate(() => window.packdesk.snapshot({})))
}

/** The orders that wait for a packer, oldest first. */
export async function queueOn(page: Page): Promise<Queue> {
  return dataOf(await page.evaluate(() => window.packdesk.queue({ search: '', show: 'ready', limit: 100 })))
}

/** A lead goes on from older data. */
export async function goOn(page: Page): Promise<StationSnapshot> {
  const snapshot = dataOf(await page.evaluate(() => window.packdesk.goOn({ pin: '' })))
  if (snapshot.doubt !== null) throw new Error(`going on was refused: ${JSON.stringify(snapshot.lastScan)}`)
  return snapshot
}

/** Looks for new orders at the store now. */
export async function pullNow(page: Page): Promise<void> {
  dataOf(await page.evaluate(() => window.packdesk.pullNow({})))
}
