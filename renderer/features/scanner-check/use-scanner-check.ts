import { useEffect, useState } from 'react'
import type { ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { useDesk } from '../../state/desk-context.ts'
import { measure, type Measured, type TestCode } from '../../scan/measure.ts'
import { proposeProfile } from '../../scan/propose.ts'
import { attachRecorder } from '../../scan/recorder.ts'

/** What the last scan was: nothing yet, a test code, something else, or a code from a scanner in HID POS mode. */
export type Heard =
  { kind: 'nothing' | 'other' } | { kind: 'test'; test: TestCode } | { kind: 'pos'; code: string }

export type ScannerCheck = {
  heard: Heard
  /** The latest scan of each test code. */
  measured: Measured[]
  proposal: ScannerProfile | null
  reset: () => void
}

/** Listens to the keys as they are for as long as the check is shown. */
export function useScannerCheck(): ScannerCheck {
  const { schedule, hid } = useDesk()
  const [heard, setHeard] = useState<Heard>({ kind: 'nothing' })
  const [measured, setMeasured] = useState<Measured[]>([])
  useEffect(
    () =>
      attachRecorder(window, {
        schedule,
        onRun: (strokes) => {
          const found = measure(strokes)
          setHeard(found === null ? { kind: 'other' } : { kind: 'test', test: found.test })
          if (found === null) return
          setMeasured((before) => [...before.filter(({ test }) => test !== found.test), found])
        },
      }),
    [schedule],
  )
  useEffect(
    () =>
      hid?.listen((code) => {
        setHeard({ kind: 'pos', code })
      }),
    [hid],
  )
  return {
    heard,
    measured,
    proposal: proposeProfile(measured),
    reset: () => {
      setMeasured([])
      setHeard({ kind: 'nothing' })
    },
  }
}
