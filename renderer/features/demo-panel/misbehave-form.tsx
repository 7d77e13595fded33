import { Zap } from 'lucide-react'
import { useState } from 'react'
import { demoCalls, type DemoMisbehaviour } from '../../../shared/contract/demo.ts'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './demo-panel-dialog.module.css'
import {
  firstWish,
  kinds,
  misbehaviourOf,
  timesOffered,
  timesWords,
  tokens,
  type Wish,
} from './misbehaviour.ts'

/** Says what is to go wrong, on which calls and how often. */
export function MisbehaveForm({ onArm }: { onArm: (misbehaviour: DemoMisbehaviour) => void }) {
  const t = useText()
  const [wish, setWish] = useState(firstWish)
  const change = (part: Partial<Wish>): void => {
    setWish((before) => ({ ...before, ...part }))
  }
  const misbehaviour = misbehaviourOf(wish)
  const { kind } = wish
  const onCalls = kind !== 'refuse' && kind !== 'clockJump' && kind !== 'expireTokens'
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (misbehaviour !== null) onArm(misbehaviour)
      }}
    >
      <Choice
        label={t('demo.kind')}
        testId="demo-kind"
        value={kind}
        options={kinds}
        name={(each) => t(`demo.kind.${each}`)}
        onChoose={(chosen) => {
          change({ kind: chosen })
        }}
      />
      <Detail wish={wish} change={change} />
      {onCalls ? (
        <div className={styles.pair}>
          <Choice
            label={t('demo.calls')}
            testId="demo-calls"
            value={wish.calls}
            options={demoCalls}
            name={(each) => t(`demo.calls.${each}`)}
            onChoose={(calls) => {
              change({ calls })
            }}
          />
          <Choice
            label={t('demo.times')}
            testId="demo-times"
            value={wish.times}
            options={timesOffered}
            name={(each) => timesWords(each, t)}
            onChoose={(times) => {
              change({ times })
            }}
          />
        </div>
      ) : null}
      <Button strong type="submit" data-testid="demo-arm" disabled={misbehaviour === null}>
        <Zap aria-hidden="true" />
        {t('demo.arm')}
      </Button>
    </form>
  )
}

/** What a fault needs to know besides its calls, if anything. */
function Detail({ wish, change }: { wish: Wish; change: (part: Partial<Wish>) => void }) {
  const t = useText()
  switch (wish.kind) {
    case 'latency':
    case 'refuse':
      return (
        <Field
          label={t('demo.seconds')}
          testId="demo-seconds"
          inputMode="numeric"
          value={wish.seconds}
          onText={(seconds) => {
            change({ seconds })
          }}
        />
      )
    case 'clockJump':
      return (
        <Field
          label={t('demo.minutes')}
          testId="demo-minutes"
          inputMode="numeric"
          value={wish.minutes}
          onText={(minutes) => {
            change({ minutes })
          }}
        />
      )
    case 'missingField':
    case 'wrongType':
      return (
        <Field
          label={t('demo.field')}
          testId="demo-field"
          value={wish.field}
          onText={(field) => {
            change({ field })
          }}
        />
      )
    case 'expireTokens':
      return (
        <Choice
          label={t('demo.token')}
          testId="demo-token"
          value={wish.token}
          options={tokens}
          name={(each) => t(`demo.token.${each}`)}
          onChoose={(token) => {
            change({ token })
          }}
        />
      )
    default:
      return null
  }
}
