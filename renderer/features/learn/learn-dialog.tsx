import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import { Refused } from '../../ui/refused.tsx'
import { wholeUnits } from '../book/whole-units.ts'
import { messageOf } from '../answers/message.ts'
import { codeToLearn, linesToLearn } from './can-learn.ts'
import styles from './learn-dialog.module.css'

/** Which product the unknown barcode is on, and how many of it: kept in the book and counted at once. */
export function LearnDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const { run } = useActions()
  const code = useSnapshot(codeToLearn)
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const needsPin = useSnapshot(
    ({ settings, people }) => settings.learning === 'lead' && people.person?.role !== 'lead',
  )
  const turnedDown = useSnapshot(({ lastScan }) => {
    const answer = lastScan?.answer
    return answer?.ok === false && answer.said.kind !== 'unknownCode' ? answer : null
  })
  const problem = turnedDown === null ? null : messageOf(turnedDown, t, language)
  const lines = linesToLearn(desk?.lines ?? [])
  const [chosen, setChosen] = useState(0)
  const [units, setUnits] = useState('1')
  const [pin, setPin] = useState('')
  const first = useRef<HTMLInputElement>(null)
  // After the dialog has opened, which takes the focus to its first button.
  useEffect(() => {
    first.current?.focus()
  }, [])
  const line = lines[chosen]
  const count = wholeUnits(units)
  const complete = code !== null && line !== undefined && count !== null && (!needsPin || pin !== '')

  const pick = (event: KeyboardEvent): void => {
    const field = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
    const place = field || !/^[1-9]$/.test(event.key) ? null : Number(event.key) - 1
    if (place !== null && place < lines.length) setChosen(place)
  }

  return (
    <Dialog title={t('learn.title')} testId="learn-dialog" onClose={onClose}>
      <form
        onKeyDown={pick}
        onSubmit={(event) => {
          event.preventDefault()
          if (!complete) return
          run('learnCode', { code, sectionCode: line.sectionCode, itemNo: line.itemNo, units: count, pin })
          setPin('')
        }}
      >
        <p>
          {t('learn.explain')} <strong className="code">{code}</strong>
        </p>
        <fieldset className={styles.lines}>
          <legend>{t('learn.which')}</legend>
          {lines.map(({ sectionCode, itemNo, name, options, done, needed }, place) => (
            <label
              key={`${sectionCode}-${itemNo}`}
              className={styles.line}
              data-testid={`learn-line-${String(place + 1)}`}
            >
              <input
                type="radio"
                name="line"
                checked={place === chosen}
                ref={place === 0 ? first : undefined}
                onChange={() => {
                  setChosen(place)
                }}
              />
              {place < 9 ? <Keycap>{String(place + 1)}</Keycap> : null}
              <span className={styles.name}>
                <strong>{name}</strong>
                {options === '' ? null : <span>{options}</span>}
              </span>
              <span>{t('scan.of', { done, needed })}</span>
            </label>
          ))}
        </fieldset>
        <div className={styles.fields}>
          <Field
            label={t('book.unitsPerScan')}
            testId="learn-units"
            inputMode="numeric"
            maxLength={5}
            value={units}
            onText={setUnits}
          />
          {needsPin ? (
            <PinField label={t('learn.pin')} testId="learn-pin" value={pin} onText={setPin} />
          ) : null}
        </div>
        <div role="alert" className={styles.problem} data-testid="learn-problem">
          {problem === null ? null : <Refused title={problem.title} detail={problem.detail} />}
        </div>
        <div className={styles.buttons}>
          <Button data-testid="learn-cancel" onClick={onClose}>
            {t('book.form.cancel')}
          </Button>
          <Button strong type="submit" data-testid="learn-save" disabled={!complete}>
            {t('learn.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
