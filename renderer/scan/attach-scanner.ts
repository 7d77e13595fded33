import { decodeKey, decodePause, quietDecoder, type DecoderState, type Verdict } from './decoder.ts'
import { keyStrokeOf } from './keystroke.ts'
import type { ScannerProfile } from '../../shared/domain/scan/scanner-profile.ts'
import { holdField, restoreField, stayRestored, textFieldAt, type HeldField } from './text-field.ts'

/** Runs something after so many milliseconds; the returned function calls it off. */
export type Schedule = (run: () => void, ms: number) => () => void

export type ScannerPorts = {
  profile: ScannerProfile
  schedule: Schedule
  onScan: (code: string) => void
}

/** Whether a key would choose an entry of a list by its first letter; a Space alone opens the list and may. */
const chooses = (event: KeyboardEvent, alone: boolean): boolean =>
  event.target instanceof HTMLSelectElement && !(alone && event.code === 'Space')

/** How long an input method may still hand over text after a scan, in milliseconds. */
const lateText = 100

/**
 * Listens for scans on the whole window, before anything in the page sees the keys: wherever the focus is, a scan
 * leaves nothing behind in a text field and presses no button. Returns the way to stop.
 */
export function attachScanner(target: Window, { profile, schedule, onScan }: ScannerPorts): () => void {
  let state: DecoderState = quietDecoder
  let held: HeldField | null = null
  let cancelPause = (): void => undefined
  let letGo = (): void => undefined

  const finish = (verdict: Verdict): void => {
    state = verdict.state
    if (verdict.scan === null) return
    if (held !== null) {
      const field = held
      restoreField(field)
      const release = stayRestored(field)
      const cancel = schedule(release, lateText)
      letGo = () => {
        cancel()
        release()
      }
    }
    held = null
    onScan(verdict.scan)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const field = textFieldAt(event.target)
    const stroke = keyStrokeOf(event, field !== null)
    cancelPause()
    const verdict = decodeKey(profile, state, stroke)
    if (verdict.began) {
      letGo()
      held = field === null ? null : holdField(field)
    }
    if (verdict.swallow || (verdict.state.burst !== null && chooses(event, verdict.began))) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    finish(verdict)
    if (profile.endPause !== null && state.burst !== null) {
      const silenceEnds = stroke.time + profile.endPause
      cancelPause = schedule(() => {
        finish(decodePause(profile, state, stroke.inField, silenceEnds))
      }, profile.endPause)
    }
  }

  const onPaste = (event: ClipboardEvent): void => {
    if (textFieldAt(event.target) !== null) return
    const code = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (code === '' || /[\r\n]/.test(code)) return
    event.preventDefault()
    onScan(code)
  }

  target.addEventListener('keydown', onKeyDown, { capture: true })
  target.addEventListener('paste', onPaste, { capture: true })
  return () => {
    cancelPause()
    letGo()
    target.removeEventListener('keydown', onKeyDown, { capture: true })
    target.removeEventListener('paste', onPaste, { capture: true })
  }
}
