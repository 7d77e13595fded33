import { ShieldCheck } from 'lucide-react'
import { defaultSettings, isOwnSetting } from '../../../shared/contract/settings.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import type { Text } from '../../i18n/text.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useMayManage } from '../../state/may-manage.ts'
import { Chip } from '../../ui/chip.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Options } from '../../ui/options.tsx'
import { useChange, useSettings } from './change-context.ts'
import type { ChoiceDescription, Facts, SettingDescription } from './description.ts'
import { SettingRow } from './setting-row.tsx'
import { TextControl } from './text-control.tsx'
import { WordsControl } from './words-control.tsx'

/** A setting as its description has it: what it does, who may set it, the control, and the way back to the beginning. */
export function DescribedSetting({ described, facts }: { described: SettingDescription; facts: Facts }) {
  const t = useText()
  const change = useChange()
  const settings = useSettings()
  const mayManage = useMayManage()
  const { key } = described
  const title = t(`settings.${key}`)
  const byLead = !mayManage && !isOwnSetting(key)
  return (
    <SettingRow
      id={key}
      title={title}
      explain={described.explain?.(facts, t) ?? t(`settings.${key}.note`)}
      {...(byLead ? { aside: <Chip icon={ShieldCheck}>{t('settings.byLead')}</Chip> } : {})}
      initial={initialWords(described, t)}
      untouched={JSON.stringify(settings[key]) === JSON.stringify(defaultSettings[key])}
      {...(described.kind === 'words' ? { resetAsk: t('settings.words.resetAsk') } : {})}
      onReset={() => {
        change({ [key]: defaultSettings[key] }, title)
      }}
    >
      {(ids) => <Control described={described} facts={facts} title={title} ids={ids} />}
    </SettingRow>
  )
}

type ControlProps<D> = {
  described: D
  facts: Facts
  title: string
  ids: { title: string; explain: string }
}

function Control({ described, facts, title, ids }: ControlProps<SettingDescription>) {
  const t = useText()
  const change = useChange()
  const { settings } = facts
  switch (described.kind) {
    case 'choice':
      return <ChoiceControl described={described} facts={facts} title={title} ids={ids} />
    case 'number':
      return (
        <NumberField
          label={title}
          value={described.value(settings)}
          max={described.max}
          unit={described.unit(t)}
          meaning={(value) => (value === 0 ? described.zero(t) : null)}
          describedBy={ids.explain}
          testId={described.key}
          onNumber={(value) => {
            change(described.change(value), title)
          }}
        />
      )
    case 'text':
      return (
        <TextControl
          key={described.value(settings)}
          id={described.key}
          label={title}
          describedBy={ids.explain}
          value={described.value(settings)}
          maxLength={described.maxLength}
          onChoose={(value) => {
            change(described.change(value), title)
          }}
        />
      )
    case 'words':
      return (
        <WordsControl
          id={described.key}
          labelledBy={ids.title}
          words={described.value(settings)}
          onChange={(words) => {
            change(described.change(words), title)
          }}
        />
      )
  }
}

function ChoiceControl({ described, facts, title, ids }: ControlProps<ChoiceDescription>) {
  const t = useText()
  const language = useLanguage()
  const change = useChange()
  const { speaker } = useDesk()
  const { key, sample, disabled } = described
  const { settings } = facts
  const options = described.options(settings)
  const notes = options.some(({ note }) => note !== undefined)
  const optionOf = (value: (typeof options)[number]['value']) => options.find((each) => each.value === value)
  return (
    <Options
      labelledBy={ids.title}
      describedBy={ids.explain}
      value={settings[key]}
      options={options.map(({ value }) => value)}
      name={(value) => optionOf(value)?.name(t) ?? ''}
      {...(notes ? { note: (value) => optionOf(value)?.note?.(t) ?? '' } : {})}
      disabled={(value) => disabled?.(value, facts) ?? false}
      testId={key}
      onChoose={(value) => {
        const chosen = optionOf(value)
        if (chosen === undefined) return
        change(chosen.change, title)
        if (sample !== undefined && value === true) speaker.say(sample(t), language, settings.volume)
      }}
    />
  )
}

function initialWords(described: SettingDescription, t: Text): string {
  switch (described.kind) {
    case 'choice': {
      const initial = described
        .options(defaultSettings)
        .find(({ value }) => value === defaultSettings[described.key])
      return initial === undefined ? '' : initial.name(t)
    }
    case 'number': {
      const initial = described.value(defaultSettings)
      return initial === 0 ? described.zero(t) : `${String(initial)}${described.unit(t)}`
    }
    case 'text':
    case 'words':
      return t('settings.none')
  }
}
