import type { Language } from '../i18n/text.ts'

export type Speaker = {
  /** Says the words in their language, at a volume from 0 (nothing is said) to 1; whatever is still being said stops. */
  say: (words: string, language: Language, volume: number) => void
}

/** What of the browser's speech a speaker needs. */
export type Speech = Pick<SpeechSynthesis, 'cancel' | 'getVoices' | 'speak'>

/** Faster than reading aloud: the next scan is a second away. */
const rate = 1.25

/**
 * Speaks with the computer's own voices. A language without a voice is left unsaid: another language's voice would make
 * noise of it. `speech` is null where the machine cannot speak at all.
 */
export function createSpeaker(
  speech: Speech | null,
  utterance: (words: string) => SpeechSynthesisUtterance,
): Speaker {
  // The list of voices is loaded when it is first asked for.
  speech?.getVoices()
  return {
    say: (words, language, volume) => {
      if (speech === null || volume <= 0) return
      speech.cancel()
      const voices = speech
        .getVoices()
        .filter(({ lang }) => lang.replace('_', '-').split('-')[0] === language)
      const voice = voices.find(({ localService }) => localService) ?? voices[0]
      if (voice === undefined) return
      const said = utterance(words)
      said.voice = voice
      said.lang = voice.lang
      said.rate = rate
      said.volume = Math.min(volume, 1)
      speech.speak(said)
    },
  }
}
