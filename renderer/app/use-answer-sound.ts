import { useLayoutEffect, useRef } from 'react'
import { cueOf } from '../features/last-scan/message.ts'
import { useDesk, useDeskState, useSnapshot } from './desk-context.ts'

/**
 * Sounds each new answer, and each call that got none, in the frame that paints it. What was on the screen when the
 * window opened stays silent.
 */
export function useAnswerSound(): void {
  const { player } = useDesk()
  const lastScan = useSnapshot((snapshot) => snapshot.lastScan)
  const volume = useSnapshot((snapshot) => snapshot.settings.volume)
  const heard = useRef(lastScan?.id ?? null)
  useLayoutEffect(() => {
    if (lastScan === null || lastScan.id === heard.current) return
    heard.current = lastScan.id
    const cue = cueOf(lastScan.answer)
    if (cue !== null) player.play(cue, volume)
  }, [lastScan, volume, player])

  const failure = useDeskState((state) => state.failure)
  const told = useRef(failure)
  useLayoutEffect(() => {
    if (failure !== null && failure !== told.current) player.play('refused', volume)
    told.current = failure
  }, [failure, volume, player])
}
