import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useDeskState } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { stepContents, steps } from './steps.ts'
import styles from './guide.module.css'

/** The guide's steps; `onLater` puts it off, `onDone` is called when it has been gone through. */
export function GuideBody({ onLater, onDone }: { onLater: () => void; onDone: () => void }) {
  const t = useText()
  const { store } = useDesk()
  const { run } = useActions()
  const at = useDeskState((state) => Math.min(state.guide.step, steps.length - 1))
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current !== at) heading.current?.focus()
    shown.current = at
  }, [at])
  const step = steps[at] ?? 'language'
  const Content = stepContents[step]
  const last = at === steps.length - 1
  const go = (place: number): void => {
    store.setState(({ guide }) => ({ guide: { ...guide, step: place } }))
  }
  return (
    <div className={styles.guide}>
      <ol className={styles.steps} aria-label={t('guide.steps')}>
        {steps.map((name, place) => (
          <li key={name}>
            <button
              type="button"
              className={styles.step}
              aria-current={place === at ? 'step' : undefined}
              data-testid={`guide-step-${name}`}
              onClick={() => {
                go(place)
              }}
            >
              <span className={styles.number}>
                {place < at ? <Check aria-label={t('guide.passed')} /> : place + 1}
              </span>
              {t(`guide.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.content} data-testid="guide-content" data-step={step}>
        <h3 ref={heading} tabIndex={-1}>
          {t(`guide.${step}.title`)}
        </h3>
        <p>{t(`guide.${step}.explain`)}</p>
        <Content />
      </div>
      <div className={styles.foot}>
        <Button data-testid="guide-later" onClick={onLater}>
          {t('guide.later')}
        </Button>
        <p>{t('guide.progress', { at: at + 1, count: steps.length })}</p>
        <Button
          disabled={at === 0}
          data-testid="guide-back"
          onClick={() => {
            go(at - 1)
          }}
        >
          <ArrowLeft aria-hidden="true" />
          {t('guide.back')}
        </Button>
        <Button
          strong
          data-testid={last ? 'guide-done' : 'guide-next'}
          onClick={() => {
            if (last) {
              run('changeSettings', { guideDone: true })
              onDone()
            } else go(at + 1)
          }}
        >
          {last ? <Check aria-hidden="true" /> : <ArrowRight aria-hidden="true" />}
          {t(last ? 'guide.done' : 'guide.next')}
        </Button>
      </div>
    </div>
  )
}
