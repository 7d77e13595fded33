import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { say } from '../lib/run.ts'
import type { XKeys } from './x-keys.ts'

/** Rhythms of real scanners, in milliseconds a key. */
const rhythms = [4, 10, 20, 40] as const

/**
 * On a busy machine the hand that presses the keys is itself held up. So much longer than its rhythm, in milliseconds, no
 * scanner waits between two keys: a scan that was spoiled like that is made again.
 */
const stall = 30
const tries = 6

const answerMs = 5000

/** What becomes of the keys of "안녕" while an input method is on. */
const helloKeys = ['d', 'k', 's', 's', 'u', 'd'] as const
const hello = '안녕'

export type Tally = { sent: number; right: number; wrong: string[]; stalled: number }

/** Notes when each key goes down, before the app hears of it; for every page that is loaded from now on. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: number[] = []
    window.addEventListener('keydown', ({ timeStamp }) => times.push(timeStamp), { capture: true })
    Object.assign(window, { keyTimes: times })
  })
  await page.reload()
  await page.getByTestId('manual-code').waitFor()
}

/** Types into the field for typing by hand; throws where it does not come out in Hangul. What it typed stays there. */
export async function proveHangul(page: Page, keys: XKeys): Promise<void> {
  const field = page.getByTestId('manual-code')
  // For a moment after a scan the desk undoes every change of the field, because an input method hands over text late.
  await wait(500)
  await field.click()
  await field.fill('')
  await keys.press(helloKeys, 150)
  await page
    .waitForFunction(
      (word) =>
        document.querySelector('input:focus')?.matches('[data-testid="manual-code"]') === true &&
        document.querySelector<HTMLInputElement>('[data-testid="manual-code"]')?.value === word,
      hello,
      { timeout: answerMs },
    )
    .catch(async () => {
      throw new Error(
        `The input method is not on: typing ${helloKeys.join('')} gave "${await field.inputValue()}".`,
      )
    })
}

/**
 * Scans every code with the focus on the page or in a text field, and compares what the station says it has read. In a
 * text field, what it held must still be there after each scan.
 */
export async function scanAll(
  page: Page,
  keys: XKeys,
  where: 'page' | 'field',
  codes: readonly string[],
): Promise<Tally> {
  const tally: Tally = { sent: 0, right: 0, wrong: [], stalled: 0 }
  const field = page.getByTestId('manual-code')
  const kept = await field.inputValue()
  await focusOn(page, where)
  // What was typed before must be over for a scan in the same place to be told from it.
  await wait(1500)
  for (const [place, code] of codes.entries()) {
    const rhythm = rhythms[place % rhythms.length] ?? 10
    tally.sent += 1
    const read = await scanOnce(page, keys, code, rhythm, tally, () => putBack(page, where, kept))
    const held = await field.inputValue()
    if (read === code && held === kept) tally.right += 1
    else
      tally.wrong.push(
        `${code} at ${String(rhythm)} ms: read ${JSON.stringify(read)}, the field holds "${held}"`,
      )
    if (held !== kept) await putBack(page, where, kept)
  }
  return tally
}

async function scanOnce(
  page: Page,
  keys: XKeys,
  code: string,
  rhythm: number,
  tally: Tally,
  putBackAll: () => Promise<void>,
): Promise<string | null> {
  for (let left = tries; ; left -= 1) {
    await page.evaluate(() => {
      window.keyTimes?.splice(0)
    })
    const before = await lastScan(page)
    await keys.scan(code, rhythm)
    const read = await nextScan(page, before.id)
    // A code that looks whole and is another one is wrong, whatever the hand did.
    const looksWhole = read !== null && /^[\x20-\x7e]+$/.test(read)
    if (looksWhole || left === 0 || !(await handStalled(page, rhythm + stall))) return read
    tally.stalled += 1
    await putBackAll()
  }
}

/** Has the field hold this again and puts the focus back, once what is left of the last scan is no part of the next. */
async function putBack(page: Page, where: 'page' | 'field', text: string): Promise<void> {
  await wait(1500)
  await page.getByTestId('manual-code').fill(text)
  await focusOn(page, where)
  await wait(200)
}

const focusOn = (page: Page, where: 'page' | 'field'): Promise<void> =>
  where === 'field' ? page.getByTestId('manual-code').focus() : page.getByTestId('manual-code').blur()

const lastScan = (page: Page): Promise<{ id: number; code: string | null }> =>
  page.evaluate(async () => {
    const reply = await window.packdesk.snapshot({})
    const scan = reply.ok ? reply.data.lastScan : null
    return { id: scan?.id ?? 0, code: scan?.code ?? null }
  })

async function nextScan(page: Page, after: number): Promise<string | null> {
  const deadline = Date.now() + answerMs
  for (;;) {
    const { id, code } = await lastScan(page)
    if (id > after) return code
    if (Date.now() > deadline) return null
    await wait(10)
  }
}

/** Whether the hand that pressed the keys was itself held up, by the keys' own time stamps. */
const handStalled = (page: Page, limit: number): Promise<boolean> =>
  page.evaluate((most) => {
    const times = window.keyTimes ?? []
    return times.some((time, at) => at > 0 && time - (times[at - 1] ?? time) > most)
  }, limit)

export function tell(where: string, { sent, right, wrong, stalled }: Tally): void {
  const again = stalled === 0 ? '' : ` (${String(stalled)} made again: the keys themselves were held up)`
  say(`  ${where}: ${String(right)} of ${String(sent)} codes arrived unharmed${again}`)
  for (const each of wrong.slice(0, 20)) say(`    ${each}`)
}

/** A command barcode is made of digits, which an input method hands on twice: it goes along with the SKUs. */
export const alsoScanned = [commandBarcode('undo'), '8809631270018']
