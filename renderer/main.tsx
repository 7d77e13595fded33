import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import type { Desk } from './state/desk-context.ts'
import { DeskProvider } from './state/desk-provider.tsx'
import { attachScanner, type Scan, type Schedule } from './scan/attach-scanner.ts'
import { createHidScanners } from './scan/hid-pos.ts'
import { defaultProfile } from '../shared/domain/codes/scanner-profile.ts'
import { createPlayer } from './sound/player.ts'
import { createSpeaker } from './sound/speaker.ts'
import { createActions } from './state/actions.ts'
import { createDeskStore } from './state/desk-store.ts'
import { followStation } from './state/follow-station.ts'
import { tellOfRecovery } from './state/recovery.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

const schedule: Schedule = (run, ms) => {
  const timer = window.setTimeout(run, ms)
  return () => {
    window.clearTimeout(timer)
  }
}

const openAudio = (): AudioContext | null => ('AudioContext' in window ? new AudioContext() : null)

const store = createDeskStore()
const actions = createActions(window.packdesk, store)
const hid =
  navigator.hid === undefined
    ? null
    : createHidScanners(navigator.hid, (error) => {
        console.error(error)
      })
const desk: Desk = {
  store,
  actions,
  player: createPlayer(openAudio),
  speaker: createSpeaker(
    'speechSynthesis' in window ? window.speechSynthesis : null,
    (words) => new SpeechSynthesisUtterance(words),
  ),
  now: Date.now,
  schedule,
  hid,
  print: () => {
    window.print()
  },
  language: navigator.language.startsWith('en') ? 'en' : 'ko',
}

const takeScan = ({ code, recovered, sinceSame }: Scan): void => {
  if (recovered !== null) tellOfRecovery(store, recovered)
  const { takesScans } = store.getState()
  if (takesScans === null) actions.scan(code, sinceSame)
  else takesScans(code)
}

attachScanner(window, {
  profile: () => store.getState().snapshot?.settings.scanner ?? defaultProfile,
  listens: () => store.getState().dialog !== 'scannerCheck',
  schedule,
  onScan: takeScan,
})
hid?.listen((code) => {
  if (store.getState().dialog !== 'scannerCheck') takeScan({ code, recovered: null })
})
followStation(window.packdesk, store, actions, schedule)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <DeskProvider desk={desk}>
      <App />
    </DeskProvider>
  </StrictMode>,
)
