import { describe, expect, it, vi } from 'vitest'
import { createSpeaker, type Speech } from '../../../renderer/sound/speaker.ts'

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({
  default: false,
  lang,
  localService,
  name: lang,
  voiceURI: lang,
})

class Utterance extends EventTarget {
  lang = ''
  pitch = 1
  rate = 1
  volume = 1
  voice: SpeechSynthesisVoice | null = null
  onboundary = null
  onend = null
  onerror = null
  onmark = null
  onpause = null
  onresume = null
  onstart = null
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
}

function speakerWith(voices: SpeechSynthesisVoice[]) {
  const deeds: string[] = []
  const said: SpeechSynthesisUtterance[] = []
  const speech: Speech = {
    getVoices: () => voices,
    cancel: () => {
      deeds.push('cancel')
    },
    speak: (utterance) => {
      deeds.push(`speak ${utterance.text}`)
      said.push(utterance)
    },
  }
  return { speaker: createSpeaker(speech, (words) => new Utterance(words)), deeds, said }
}

describe('the desk’s voice', () => {
  it('speaks in the language of the words, by a voice of this computer first', () => {
    const { speaker, said } = speakerWith([voice('en-US'), voice('ko-KR', false), voice('ko_KR')])
    speaker.say('정상', 'ko', 0.5)
    expect(said[0]).toMatchObject({ text: '정상', lang: 'ko_KR', volume: 0.5 })
  })

  it('breaks off what is still being said for what is new', () => {
    const { speaker, deeds } = speakerWith([voice('ko-KR')])
    speaker.say('정상', 'ko', 1)
    speaker.say('상품이 다릅니다', 'ko', 1)
    expect(deeds).toEqual(['cancel', 'speak 정상', 'cancel', 'speak 상품이 다릅니다'])
  })

  it('is silent where there is no voice for the language, no speech at all, or no volume', () => {
    const { speaker, said } = speakerWith([voice('en-US')])
    speaker.say('정상', 'ko', 1)
    speaker.say('Right', 'en', 0)
    expect(said).toEqual([])
    const utterance = vi.fn()
    createSpeaker(null, utterance).say('정상', 'ko', 1)
    expect(utterance).not.toHaveBeenCalled()
  })
})
