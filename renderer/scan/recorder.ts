import type { Schedule } from './attach-scanner.ts'
import { keyStrokeOf, type KeyStroke } from './keystroke.ts'
import { textFieldAt } from './text-field.ts'

/** Keys with less than this between them, in milliseconds, are taken to be one scan, however slow the scanner. */
const silence = 500

/** Fewer keys that type something are no scan. */
const fewest = 3

/** Keys that a person works a dialog with: none of them begins a scan. */
const working = /^(Enter|NumpadEnter|Tab|Escape|Space|Arrow|Page|Home|End|F\d+$)/
const modifier = /^(Shift|Control|Alt|Meta)/

/**
 * Hands over every run of keys as it is, whatever profile is set, and keeps it from the page. Keys that come alone work
 * the page as ever. Returns the way to stop.
 */
export function attachRecorder(
  target: Window,
  ports: { schedule: Schedule; onRun: (strokes: KeyStroke[]) => void },
): () => void {
  let strokes: KeyStroke[] = []
  let cancel = (): void => undefined

  const finish = (): void => {
    const run = strokes
    strokes = []
    if (run.filter(({ code }) => !modifier.test(code) && !working.test(code)).length >= fewest)
      ports.onRun(run)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = keyStrokeOf(event, textFieldAt(event.target) !== null)
    const last = strokes.at(-1)
    if (stroke.repeat) return
    if (last !== undefined && stroke.time - last.time > silence) strokes = []
    if (strokes.length === 0 && working.test(stroke.code)) return
    const runs = strokes.some(({ code }) => !modifier.test(code))
    strokes = [...strokes, stroke]
    if (runs) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    cancel()
    cancel = ports.schedule(finish, silence)
  }

  target.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    cancel()
    target.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
