import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import styles from './language-choice.module.css'

const languages = ['ko', 'en'] as const

/** `testIds`: this is the choice that tests press. */
export function LanguageChoice({ testIds = false }: { testIds?: boolean }) {
  const t = useText()
  const { run } = useActions()
  const current = useLanguage()
  return (
    <div role="group" aria-label={t('settings.language')} className={styles.choice}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={current === language}
          data-testid={testIds ? `language-${language}` : undefined}
          onClick={() => {
            run('changeSettings', { language })
          }}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  )
}
