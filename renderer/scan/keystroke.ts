/** One key going down, as far as the decoder cares. `time` is in milliseconds on any clock that never runs back. */
export type KeyStroke = {
  /** The physical key (`KeyboardEvent.code`): the same whatever layout or input method is active. */
  code: string
  /** What the layout made of it; `Process` while an input method holds it back. */
  key: string
  shift: boolean
  ctrl: boolean
  alt: boolean
  meta: boolean
  /** The third level of a keyboard (AltGr), on computers whose layout has one. */
  altGraph: boolean
  capsLock: boolean
  /** The key is being held and the system repeats it. */
  repeat: boolean
  /** An input method is making a character of this key and others. */
  composing: boolean
  /** The focus is where text can be typed. */
  inField: boolean
  time: number
}

export function keyStrokeOf(event: KeyboardEvent, inField: boolean): KeyStroke {
  return {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
    capsLock: event.getModifierState('CapsLock'),
    repeat: event.repeat,
    composing: event.isComposing,
    inField,
    time: event.timeStamp,
  }
}
