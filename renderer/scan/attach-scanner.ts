import {
  decodeKey,
  decodeKeyUp,
  decodePause,
  quietDecoder,
  type DecoderState,
  type Verdict,
} from './decoder.ts'
import { keyStrokeOf } from './keystroke.ts'
import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import type { Recovered } from './meaning.ts'
import {
  holdField,
  restoreField,
  stayRestored,
  textFieldAt,
  type HeldField,
  type TextField,
} from './text-field.ts'

/** Runs something after so many milliseconds; the returned function calls it off. */
export type Schedule = (run: () => void, ms: number) => () => void

/** A code read. `sinceSame`: milliseconds since the same code was read by keys; absent for any other and where pasted. */
export type Scan = { code: string; recovered: Recovered; sinceSame?: number }

export type ScannerPorts = {
  /** The scanner's profile as it is now: asked for with every key. */
  profile: () => ScannerProfile
  /** False while somebody else listens to the keys; those are then left alone. */
  listens?: () => boolean
  schedule: Schedule
  onScan: (scan: Scan) => void
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
export function attachScanner(target: Window, ports: ScannerPorts): () => void {
  const { schedule, onScan } = ports
  const listens = ports.listens ?? (() => true)
  let state: DecoderState = quietDecoder
  let held: HeldField | null = null
  let composed: HeldField | null = null
  let last: { code: string; at: number } | null = null
  let cancelPause = (): void => undefined
  let letGo = (): void => undefined

  const finish = (verdict: Verdict, at: number): void => {
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
    const same = last?.code === verdict.scan.code ? { sinceSame: Math.max(0, at - last.at) } : {}
    last = { code: verdict.scan.code, at }
    onScan({ ...verdict.scan, ...same })
  }

  const hold = (field: TextField | null): void => {
    letGo()
    held = field === null ? null : field === composed?.field ? composed : holdField(field)
  }

  /** A key whose going down got lost has changed the field by the time that it comes up. */
  const onCompositionStart = ({ target: place }: CompositionEvent): void => {
    const field = textFieldAt(place)
    composed = field === null || state.burst !== null ? null : holdField(field)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    cancelPause()
    if (!listens()) {
      state = quietDecoder
      return
    }
    const profile = ports.profile()
    const field = textFieldAt(event.target)
    const stroke = keyStrokeOf(event, field !== null)
    const verdict = decodeKey(profile, state, stroke)
    if (verdict.began) hold(field)
    if (verdict.swallow || (verdict.state.burst !== null && chooses(event, verdict.began))) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    finish(verdict, stroke.time)
    if (profile.endPause !== null && state.burst !== null) {
      const silenceEnds = stroke.time + profile.endPause
      cancelPause = schedule(() => {
        finish(decodePause(profile, state, stroke.inField, silenceEnds), silenceEnds)
      }, profile.endPause)
    }
  }

  const onKeyUp = (event: KeyboardEvent): void => {
    if (!listens()) return
    const field = textFieldAt(event.target)
    const verdict = decodeKeyUp(ports.profile(), state, keyStrokeOf(event, field !== null))
    if (verdict.began) hold(field)
    finish(verdict, event.timeStamp)
    composed = null
  }

  const onPaste = (event: ClipboardEvent): void => {
    if (!listens() || textFieldAt(event.target) !== null) return
    const code = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (code === '' || /[\r\n]/.test(code)) return
    event.preventDefault()
    onScan({ code, recovered: null })
  }

  target.addEventListener('keydown', onKeyDown, { capture: true })
  target.addEventListener('keyup', onKeyUp, { capture: true })
  target.addEventListener('compositionstart', onCompositionStart, { capture: true })
  target.addEventListener('paste', onPaste, { capture: true })
  return () => {
    cancelPause()
    letGo()
    target.removeEventListener('keydown', onKeyDown, { capture: true })
    target.removeEventListener('keyup', onKeyUp, { capture: true })
    target.removeEventListener('compositionstart', onCompositionStart, { capture: true })
    target.removeEventListener('paste', onPaste, { capture: true })
  }
}
