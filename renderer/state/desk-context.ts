import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { Language } from '../i18n/text.ts'
import type { Schedule } from '../scan/attach-scanner.ts'
import type { HidScanners } from '../scan/hid-pos.ts'
import type { Player } from '../sound/player.ts'
import type { Speaker } from '../sound/speaker.ts'
import type { Actions } from './actions.ts'
import type { DeskState, DeskStore } from './desk-store.ts'

/** What the screens stand on: the state, what can be done, and the outside world. */
export type Desk = {
  store: DeskStore
  actions: Actions
  player: Player
  speaker: Speaker
  /** The time, in milliseconds since 1970. */
  now: () => number
  schedule: Schedule
  /** Scanners that hand over whole codes; null where the window knows no such devices. */
  hid: HidScanners | null
  print: () => void
  /** The language before the station has said which. */
  language: Language
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('A part of the desk is shown outside its DeskContext')
  return desk
}

export const useActions = (): Actions => useDesk().actions

export const useDeskState = <T>(select: (state: DeskState) => T): T => useStore(useDesk().store, select)

/** Part of the snapshot; only for what is shown once there is one. */
export function useSnapshot<T>(select: (snapshot: StationSnapshot) => T): T {
  return useDeskState((state) => {
    if (state.snapshot === null) throw new Error('The desk is shown before its first snapshot')
    return select(state.snapshot)
  })
}
