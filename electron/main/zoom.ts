import type { BrowserWindow } from 'electron'
import type { Station } from '../station/compose/station.ts'

/**
 * Keeps the window at the size of text and targets that the desk is set to. It is the browser's own zoom: everything
 * grows alike, and the layout for small windows is the one for large text.
 */
export function keepZoom(
  window: BrowserWindow,
  station: Pick<Station, 'methods' | 'subscribe'> | null,
): void {
  if (station === null) return
  let percent = 0
  const apply = (wanted: number): void => {
    if (window.isDestroyed()) return
    percent = wanted
    window.webContents.setZoomFactor(percent / 100)
  }
  const unsubscribe = station.subscribe(({ snapshot: { settings } }) => {
    if (settings.zoom !== percent) apply(settings.zoom)
  })
  window.webContents.on('did-finish-load', () => {
    void Promise.resolve(station.methods.snapshot({})).then(({ settings }) => {
      apply(settings.zoom)
    })
  })
  window.on('closed', unsubscribe)
}
