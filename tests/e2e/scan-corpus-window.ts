import type { CorpusKey } from './scan-corpus-keys.ts'

export type CorpusRun = {
  codes: readonly string[]
  keys: Readonly<Record<string, CorpusKey>>
  /** The input method takes the keys first wherever text can be typed. */
  hangul: boolean
  msPerKey: number
  /** Where in the run's own time it begins, in milliseconds; the next free moment is given back. */
  from: number
}

/**
 * Runs in the window: presses the keys of each code on whatever has the focus, and does to a text field what Chromium
 * does with a key that nothing prevents. Under an input method that is what IBus was recorded to do in real Electron: a
 * letter is `Process` and goes through a composition, any other key comes twice with one time stamp.
 */
export function typeCodes({ codes, keys, hangul, msPerKey, from }: CorpusRun): {
  ends: number
  values: string[]
} {
  const values = new Set<string>()
  const target = document.activeElement ?? document.body
  const field = target instanceof HTMLInputElement && target.type !== 'range' ? target : null
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  let now = from
  let composing = false

  const key = (type: 'keydown' | 'keyup', init: KeyboardEventInit): boolean => {
    const event = new KeyboardEvent(type, { ...init, bubbles: true, cancelable: true, composed: true })
    Object.defineProperty(event, 'timeStamp', { value: now })
    return target.dispatchEvent(event)
  }
  const insert = (text: string, isComposing: boolean): void => {
    if (field === null || text === '') return
    setValue?.call(field, field.value + text)
    field.dispatchEvent(new InputEvent('input', { data: text, bubbles: true, isComposing }))
  }
  const compose = (type: string, data: string): boolean =>
    target.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }))
  const endComposition = (): void => {
    if (composing) compose('compositionend', '')
    composing = false
  }

  const press = ({ code, shift, ctrl, alt, key: name, text, composes }: CorpusKey): void => {
    const throughMethod = hangul && field !== null && !ctrl && !alt
    const init = { code, shiftKey: shift, ctrlKey: ctrl, altKey: alt }
    if (shift) key('keydown', { code: 'ShiftLeft', key: 'Shift', shiftKey: true })
    if (throughMethod && (composes || composing)) {
      key('keydown', { ...init, key: 'Process', isComposing: composing })
      if (composes) {
        if (!composing) compose('compositionstart', '')
        composing = true
        compose('compositionupdate', text)
        insert(text, true)
      } else {
        endComposition()
        if (key('keydown', { ...init, key: name })) insert(text, false)
      }
    } else if (key('keydown', { ...init, key: name })) insert(text, false)
    now += Math.min(4, msPerKey / 3)
    if (shift) key('keyup', { code: 'ShiftLeft', key: 'Shift' })
    key('keyup', { ...init, shiftKey: false, key: name, isComposing: composing })
  }

  for (const code of codes) {
    const start = now
    const pressed = [...code]
    for (const [place, char] of pressed.entries()) {
      now = start + place * msPerKey
      const known = keys[char]
      if (known === undefined) throw new Error(`no key for ${JSON.stringify(char)}`)
      press(known)
    }
    now = start + pressed.length * msPerKey
    endComposition()
    key('keydown', { code: 'Enter', key: 'Enter' })
    now += Math.min(4, msPerKey / 3)
    key('keyup', { code: 'Enter', key: 'Enter' })
    now += 300
    if (field !== null) values.add(field.value)
  }
  return { ends: now, values: [...values] }
}
