import { useRef } from 'react'
import { useText } from '../../i18n/language.ts'
import { sections, type Section } from './sections.ts'
import styles from './settings.module.css'

type SectionListProps = { id: string; chosen: Section; onChoose: (section: Section) => void }

const steps: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

/** The sections down the side: arrow keys go from one to the next, Tab goes into the chosen one. */
export function SectionList({ id, chosen, onChoose }: SectionListProps) {
  const t = useText()
  const list = useRef<HTMLDivElement>(null)
  const go = (section: Section | undefined): void => {
    if (section === undefined) return
    onChoose(section)
    list.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('settings.title')}
      className={styles.sections}
      onKeyDown={(event) => {
        const at = sections.findIndex(({ name }) => name === chosen)
        const step = steps[event.key]
        const next =
          event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? sections.length - 1
              : step === undefined
                ? null
                : at + step
        if (next === null) return
        event.preventDefault()
        go(sections[(next + sections.length) % sections.length]?.name)
      }}
    >
      {sections.map(({ name, icon: Icon }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}tab-${name}`}
          aria-selected={chosen === name}
          aria-controls={`${id}panel`}
          tabIndex={chosen === name ? 0 : -1}
          className={styles.section}
          data-section={name}
          data-testid={`settings-tab-${name}`}
          {...(chosen === name ? { 'data-first-focus': true } : {})}
          onClick={() => {
            onChoose(name)
          }}
        >
          <Icon aria-hidden="true" />
          {t(`settings.section.${name}`)}
        </button>
      ))}
    </div>
  )
}
