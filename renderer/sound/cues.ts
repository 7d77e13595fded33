/** What the desk can be heard to say. */
export type Cue = 'accepted' | 'refused' | 'sealed' | 'complete'

/** A tone: `at` and `length` in seconds from the start of the cue, `hertz` its pitch, `strength` from 0 to 1. */
export type Note = { at: number; length: number; hertz: number; shape: OscillatorType; strength: number }

/**
 * Told apart by contour as well as pitch, so that they carry over a noisy floor: one short high note, a low rough
 * double, two rising, four rising.
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
}
