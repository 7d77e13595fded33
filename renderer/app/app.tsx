import { useEffect } from 'react'
import { Dialogs } from './dialogs.tsx'
import { SignInGate } from '../features/sign-in/lock-screen.tsx'
import { PackingScreen } from './screens/packing-screen.tsx'
import { StartingScreen } from './screens/starting-screen.tsx'
import { StartupProblemScreen } from './screens/startup-problem-screen.tsx'
import { useLanguage } from '../i18n/language.ts'
import { useDeskState } from '../state/desk-context.ts'
import { useTheme } from './use-theme.ts'

export function App() {
  useTheme()
  const language = useLanguage()
  const problem = useDeskState((state) => state.startupProblem)
  const ready = useDeskState((state) => state.snapshot !== null)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  if (ready) {
    return (
      <>
        <PackingScreen />
        <SignInGate>
          <Dialogs />
        </SignInGate>
      </>
    )
  }
  return problem === null ? <StartingScreen /> : <StartupProblemScreen problem={problem} />
}
