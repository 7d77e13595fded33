import type { BrowserWindow } from 'electron'
import type { Station } from '../station/compose/station.ts'

/** The largest window, in pixels of its own, that is laid out anew; a larger one shows the same, larger. */
const largest = { width: 1920, height: 1080 }

/** How much larger than itself everything is shown in a window of this size, so that a huge screen does not shrink to print. */
export const fitOf = ([width = 0, height = 0]: readonly number[]): number =>
  Math.max(1, Math.min(width / largest.width, height / largest.height))

/**
 * Keeps the window at the size of text and targets that the desk is set to, and that its own size asks for. It is the
 * browser's own zoom: everything grows alike, and the layout for small windows is the one for large text.
 */
export function keepZoom(
  window: BrowserWindow,
  station: Pick<Station, 'methods' | 'subscribe'> | null,
): void {
  let percent = 100
  const apply = (): void => {
    if (!window.isDestroyed())
      window.webContents.setZoomFactor((percent / 100) * fitOf(window.getContentSize()))
  }
  window.on('resize', apply)
  window.webContents.on('did-finish-load', () => {
    apply()
    if (station === null) return
    void Promise.resolve(station.methods.snapshot({})).then(({ settings }) => {
      percent = settings.zoom
      apply()
    })
  })
  if (station === null) return
  const unsubscribe = station.subscribe(({ snapshot: { settings } }) => {
    if (settings.zoom === percent) return
    percent = settings.zoom
    apply()
  })
  window.on('closed', unsubscribe)
}
