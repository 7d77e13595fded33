import type { Page } from 'playwright'
import { wedgeScan } from '../lib/wedge-scanner.ts'

/** What a packer does at the desk and sees on its screen. */
export interface Packer {
  /** Scans a code, waits for the desk's answer, and throws where it is not the expected one. */
  readonly scan: (code: string, expected: string) => Promise<void>
  /** Waits until a box shows this state of its way to the store. */
  readonly boxIs: (number: number, dispatch: string) => Promise<void>
  readonly connectionIs: (state: string) => Promise<void>
  /** Waits until the orders have come from the store and this one is among those to pack. */
  readonly orderWaits: (orderNo: string) => Promise<void>
}

/** A packer at a window; `patienceMs` is how long the network and the store may take for anything. */
export function packerAt(page: Page, patienceMs = 30_000): Packer {
  const patience = { timeout: patienceMs }
  const lastScan = page.getByTestId('last-scan')
  return {
    async scan(code, expected) {
      const before = (await lastScan.getAttribute('data-scan-id')) ?? ''
      await wedgeScan(page, code)
      await page.locator(`[data-testid="last-scan"]:not([data-scan-id="${before}"])`).waitFor()
      const kind = await lastScan.getAttribute('data-kind')
      if (kind !== expected)
        throw new Error(`scan ${code}: expected ${expected}, the desk said ${String(kind)}`)
    },
    async boxIs(number, dispatch) {
      await page
        .locator(`[data-testid="box-${String(number)}"][data-dispatch="${dispatch}"]`)
        .waitFor(patience)
    },
    async connectionIs(state) {
      await page.locator(`[data-testid="strip-connection"][data-state="${state}"]`).waitFor(patience)
    },
    async orderWaits(orderNo) {
      await page.getByTestId(`queue-row-${orderNo}`).waitFor(patience)
    },
  }
}
