import { useLayoutEffect, useRef } from 'react'
import { changeOf } from '../features/change/order-change.ts'
import { cueOf } from '../features/answers/message.ts'
import { spokenOf } from '../features/answers/spoken.ts'
import { stopOf } from '../features/next-step/next-step.ts'
import type { DeskView } from '../../shared/contract/snapshot.ts'
import type { Cue } from '../sound/cues.ts'
import { useLanguage, useText } from '../i18n/language.ts'
import { useDesk, useDeskState, useSnapshot } from '../state/desk-context.ts'

/**
 * Sounds each new answer, each order that has to stop on the desk, and each call that got no answer, in the frame that
 * paints it; says it aloud as well where that is wanted. What was on the screen when the window opened stays silent.
 */
export function useAnswerSound(): void {
  const t = useText()
  const language = useLanguage()
  const hear = useHear()
  const lastScan = useSnapshot((snapshot) => snapshot.lastScan)
  const orderNo = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? null)
  const stop = useSnapshot(({ desk }) => (desk === null ? null : whyToStop(desk)))
  const heard = useRef({ id: lastScan?.id ?? null, orderNo, stop })
  useLayoutEffect(() => {
    const before = heard.current
    heard.current = { id: lastScan?.id ?? null, orderNo, stop }
    if (stop !== null && (stop !== before.stop || orderNo !== before.orderNo)) {
      hear('stop', stop === 'changed' ? t('spoken.changed') : t(`spoken.stop.${stop}`))
    } else if (lastScan !== null && lastScan.id !== before.id) {
      hear(cueOf(lastScan.answer), spokenOf(lastScan.answer, t, language))
    }
  }, [lastScan, orderNo, stop, hear, t, language])

  const failure = useDeskState((state) => state.failure)
  const told = useRef(failure)
  useLayoutEffect(() => {
    if (failure !== null && failure !== told.current) hear('refused', t('spoken.failed'))
    told.current = failure
  }, [failure, hear, t])
}

/** Plays a cue and says the words, as loud as the desk is set to. */
function useHear(): (cue: Cue | null, words: string | null) => void {
  const { player, speaker } = useDesk()
  const language = useLanguage()
  const { volume, cues, speech } = useSnapshot((snapshot) => snapshot.settings)
  return (cue, words) => {
    if (cue !== null) player.play(cue, volume * cues[cue])
    if (speech && words !== null) speaker.say(words, language, volume)
  }
}

const whyToStop = (desk: DeskView) => stopOf(desk) ?? (changeOf(desk) === null ? null : 'changed')
