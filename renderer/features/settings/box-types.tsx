import { Printer, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { BoxType } from '../../../shared/contract/settings.ts'
import { boxTypeBarcode } from '../../../shared/domain/codes/command-barcode.ts'
import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Barcode } from '../command-sheet/barcode.tsx'
import { BoxTypeForm } from './box-type-form.tsx'
import { useChange, useSettings } from './change-context.ts'
import { SettingRow } from './setting-row.tsx'
import styles from './box-types.module.css'

/** The kinds of boxes and bags used here, each with the barcode to put up where they are stored. */
export function BoxTypes() {
  const t = useText()
  const change = useChange()
  const { boxTypes: types } = useSettings()
  const onChange = (boxTypes: BoxType[]): void => {
    change({ boxTypes }, t('settings.boxTypes'))
  }
  const { print } = useDesk()
  const [editing, setEditing] = useState<BoxType | null>(null)
  return (
    <SettingRow
      id="boxTypes"
      title={t('settings.boxTypes')}
      explain={t('settings.boxTypes.note')}
      initial={t('settings.none')}
      untouched={types.length === 0}
      resetAsk={t('settings.boxTypes.resetAsk')}
      onReset={() => {
        onChange([])
      }}
    >
      {() => (
        <>
          <BoxTypeForm
            key={editing?.code ?? ''}
            types={types}
            editing={editing}
            onDone={(type) => {
              setEditing(null)
              if (type !== null) onChange(withType(types, type))
            }}
          />
          <ul className={styles.list} data-print>
            {types.map((type) => (
              <li key={type.code} data-testid={`box-type-${type.code}`}>
                <p>
                  <strong>{type.name}</strong>
                  <span className="code">{type.code}</span>
                </p>
                <Barcode text={boxTypeBarcode(type.code)} className={styles.bars} />
                <p className={styles.deeds}>
                  <Button
                    aria-label={t('settings.boxTypes.renameOf', { name: type.name })}
                    onClick={() => {
                      setEditing(type)
                    }}
                  >
                    {t('settings.boxTypes.rename')}
                  </Button>
                  <Button
                    aria-label={t('settings.boxTypes.removeOf', { name: type.name })}
                    data-testid={`box-type-remove-${type.code}`}
                    onClick={() => {
                      onChange(types.filter(({ code }) => code !== type.code))
                    }}
                  >
                    <Trash2 aria-hidden="true" />
                  </Button>
                </p>
              </li>
            ))}
          </ul>
          {types.length === 0 ? null : (
            <Button data-testid="box-types-print" onClick={print}>
              <Printer aria-hidden="true" />
              {t('settings.boxTypes.print')}
            </Button>
          )}
        </>
      )}
    </SettingRow>
  )
}

/** The list with this type in it, in place of one with the same number, by number. */
const withType = (types: readonly BoxType[], type: BoxType): BoxType[] =>
  [...types.filter(({ code }) => code !== type.code), type].sort((x, y) => x.code.localeCompare(y.code))
