import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { mostExemptWords } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

type WordsControlProps = {
  id: string
  labelledBy: string
  words: readonly string[]
  onChange: (words: string[]) => void
}

/** A list of words, each of them once. */
export function WordsControl({ id, labelledBy, words, onChange }: WordsControlProps) {
  const t = useText()
  const [word, setWord] = useState('')
  const trimmed = word.trim()
  const known = words.some((each) => each.toLowerCase() === trimmed.toLowerCase())
  const complete = trimmed !== '' && !known && words.length < mostExemptWords
  const problem = known
    ? t('settings.words.known')
    : words.length >= mostExemptWords
      ? t('settings.words.full', { most: mostExemptWords })
      : null
  return (
    <>
      <ul className={styles.words} aria-labelledby={labelledBy}>
        {words.map((each) => (
          <li key={each}>
            {each}
            <button
              type="button"
              aria-label={t('settings.words.remove', { word: each })}
              onClick={() => {
                onChange(words.filter((other) => other !== each))
              }}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <form
        className={styles.number}
        onSubmit={(event) => {
          event.preventDefault()
          if (!complete) return
          onChange([...words, trimmed])
          setWord('')
        }}
      >
        <input
          type="text"
          className={styles.text}
          autoComplete="off"
          maxLength={60}
          aria-label={t('settings.words.new')}
          placeholder={t('settings.words.new')}
          data-testid={id}
          value={word}
          onChange={(event) => {
            setWord(event.target.value)
          }}
        />
        <Button type="submit" disabled={!complete} data-testid={`${id}-add`}>
          <Plus aria-hidden="true" />
          {t('settings.words.add')}
        </Button>
        <p role="status" className={styles.problem}>
          {problem}
        </p>
      </form>
    </>
  )
}
