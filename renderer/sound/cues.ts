/** What the desk can be heard to say. */
export type Cue = 'accepted' | 'refused' | 'sealed' | 'complete' | 'stop'

/** A tone: `at` and `length` in seconds from the start of the cue, `hertz` its pitch, `strength` from 0 to 1. */
export type Note = { at: number; length: number; hertz: number; shape: OscillatorType; strength: number }

/**
 * Told apart by contour as well as pitch, so that they carry over a noisy floor: one short high note, a low rough
 * double, two rising, four rising; and for an order that must not go on, a siren of six.
 */
export const cues: Record<Cue, readonly Note[]> = {
  accepted: [{ at: 0, length: 0.09, hertz: 1318.5, shape: 'sine', strength: 0.5 }],
  refused: [
    { at: 0, length: 0.16, hertz: 196, shape: 'square', strength: 0.35 },
    { at: 0.21, length: 0.26, hertz: 155.6, shape: 'square', strength: 0.35 },
  ],
  sealed: [
    { at: 0, length: 0.1, hertz: 784, shape: 'triangle', strength: 0.6 },
    { at: 0.1, length: 0.2, hertz: 1174.7, shape: 'triangle', strength: 0.6 },
  ],
  complete: [
    { at: 0, length: 0.1, hertz: 659.3, shape: 'triangle', strength: 0.6 },
    { at: 0.1, length: 0.1, hertz: 830.6, shape: 'triangle', strength: 0.6 },
    { at: 0.2, length: 0.1, hertz: 987.8, shape: 'triangle', strength: 0.6 },
    { at: 0.3, length: 0.35, hertz: 1318.5, shape: 'triangle', strength: 0.6 },
  ],
  stop: [0, 0.36, 0.72].flatMap((at) => [
    { at, length: 0.17, hertz: 880, shape: 'sawtooth' as const, strength: 0.5 },
    { at: at + 0.18, length: 0.17, hertz: 587.3, shape: 'sawtooth' as const, strength: 0.5 },
  ]),
}
