import { Compass } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/language.ts'
import { useDesk, useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { GuideBody } from './guide-body.tsx'
import styles from './guide.module.css'

/**
 * The first-run guide where an empty desk would show `children`: beside everything else, never in the way of a scan. It
 * makes room when it is put off or an order is opened, and is gone for good once it has been gone through.
 */
export function GuideOr({ children }: { children: ReactNode }) {
  const t = useText()
  const { store } = useDesk()
  const done = useSnapshot((snapshot) => snapshot.settings.guideDone)
  const putAway = useDeskState((state) => state.guide.putAway)
  if (done) return children
  const setPutAway = (away: boolean): void => {
    store.setState(({ guide }) => ({ guide: { ...guide, putAway: away } }))
  }
  if (putAway) {
    return (
      <>
        {children}
        <p className={styles.resume}>
          <Button
            data-testid="guide-resume"
            onClick={() => {
              setPutAway(false)
            }}
          >
            <Compass aria-hidden="true" />
            {t('guide.resume')}
          </Button>
        </p>
      </>
    )
  }
  return (
    <div className={styles.card} data-testid="guide">
      <h2>
        <Compass aria-hidden="true" />
        {t('guide.title')}
      </h2>
      <GuideBody
        onLater={() => {
          setPutAway(true)
        }}
        onDone={() => {
          setPutAway(true)
        }}
      />
    </div>
  )
}
