import { Plus } from 'lucide-react'
import { useState } from 'react'
import { mostBoxTypes, type BoxType } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './box-types.module.css'
import settingStyles from './settings.module.css'

type BoxTypeFormProps = {
  types: readonly BoxType[]
  /** The type whose name is changed; null for a new one. */
  editing: BoxType | null
  /** Null: nothing is to change. */
  onDone: (type: BoxType | null) => void
}

export function BoxTypeForm({ types, editing, onDone }: BoxTypeFormProps) {
  const t = useText()
  const free = firstFree(types)
  const [code, setCode] = useState<string | null>(null)
  const [name, setName] = useState(editing?.name ?? '')
  const number = editing?.code ?? code ?? free ?? ''
  const taken = editing === null && types.some((type) => type.code === number)
  const problem =
    editing === null && types.length >= mostBoxTypes
      ? t('settings.boxTypes.full', { most: mostBoxTypes })
      : taken
        ? t('settings.boxTypes.taken', { code: number })
        : /^\d{2}$/.test(number)
          ? null
          : t('settings.boxTypes.twoDigits')
  const complete = problem === null && name.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        onDone({ code: number, name: name.trim() })
        setCode(null)
        setName('')
      }}
    >
      <Field
        label={t('settings.boxTypes.code')}
        testId="box-type-code"
        inputMode="numeric"
        maxLength={2}
        disabled={editing !== null}
        value={number}
        onText={setCode}
      />
      <Field
        label={t('settings.boxTypes.name')}
        testId="box-type-name"
        maxLength={60}
        autoFocus={editing !== null}
        value={name}
        onText={setName}
      />
      <Button type="submit" disabled={!complete} data-testid="box-type-save">
        <Plus aria-hidden="true" />
        {t(editing === null ? 'settings.boxTypes.add' : 'settings.boxTypes.save')}
      </Button>
      <p role="alert" className={settingStyles.problem} data-testid="box-type-problem">
        {problem}
      </p>
    </form>
  )
}

/** The lowest number from 01 that no type has; null where all are taken. */
function firstFree(types: readonly BoxType[]): string | null {
  const codes = Array.from({ length: 99 }, (_, at) => String(at + 1).padStart(2, '0'))
  return codes.find((code) => types.every((type) => type.code !== code)) ?? null
}
