import { cues, type Cue, type Note } from './cues.ts'

export type Player = {
  /** Starts a cue at once; `volume` from 0 (nothing is played) to 1. A cue still sounding is cut off by the next. */
  play: (cue: Cue, volume: number) => void
}

/** Seconds a tone takes to rise and to fall, so that it does not click. */
const ramp = 0.008

/** `openAudio` is asked once, at the first cue; null where the machine has no sound. */
export function createPlayer(openAudio: () => AudioContext | null): Player {
  let audio: AudioContext | null | undefined
  let sounding: GainNode | null = null
  return {
    play: (cue, volume) => {
      if (volume <= 0) return
      audio ??= openAudio()
      if (audio === null) return
      if (audio.state === 'suspended') void audio.resume()
      sounding?.disconnect()
      sounding = audio.createGain()
      sounding.gain.value = Math.min(volume, 1)
      sounding.connect(audio.destination)
      for (const note of cues[cue]) playNote(audio, sounding, note)
    },
  }
}

function playNote(audio: AudioContext, out: GainNode, note: Note): void {
  const start = audio.currentTime + note.at
  const end = start + note.length
  const tone = audio.createOscillator()
  const level = audio.createGain()
  tone.type = note.shape
  tone.frequency.value = note.hertz
  level.gain.setValueAtTime(0, start)
  level.gain.linearRampToValueAtTime(note.strength, start + ramp)
  level.gain.setValueAtTime(note.strength, end - ramp)
  level.gain.linearRampToValueAtTime(0, end)
  tone.connect(level).connect(out)
  tone.start(start)
  tone.stop(end)
}
