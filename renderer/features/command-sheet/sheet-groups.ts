import type { BoxType } from '../../../shared/contract/settings.ts'
import {
  boxBarcode,
  boxTypeBarcode,
  choiceBarcode,
  commandBarcode,
  deskCommands,
  quantityBarcode,
} from '../../../shared/domain/codes/command-barcode.ts'
import type { Text } from '../../i18n/text.ts'

/** One barcode of the sheet with what it does; `note` is null where its name says it all. */
type SheetCode = { code: string; name: string; note: string | null }

export type SheetGroup = { key: string; title: string; codes: SheetCode[] }

const boxes = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const choices = [1, 2, 3, 4, 5]
const quantities = [2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 50, 100]

/** Everything that can be printed and scanned instead of pressed, a part at a time; parts with nothing in them left out. */
export function sheetGroups(t: Text, boxTypes: readonly BoxType[]): SheetGroup[] {
  const groups: SheetGroup[] = [
    {
      key: 'commands',
      title: t('sheet.group.commands'),
      codes: deskCommands.map((command) => ({
        code: commandBarcode(command),
        name: t(`command.${command}`),
        note: t(`sheet.${command}`),
      })),
    },
    {
      key: 'choices',
      title: t('sheet.group.choices'),
      codes: choices.map((choice) => ({
        code: choiceBarcode(choice),
        name: t('sheet.choice', { choice }),
        note: null,
      })),
    },
    {
      key: 'boxes',
      title: t('sheet.group.boxes'),
      codes: boxes.map((box) => ({ code: boxBarcode(box), name: t('sheet.box', { box }), note: null })),
    },
    {
      key: 'quantities',
      title: t('sheet.group.quantities'),
      codes: quantities.map((count) => ({
        code: quantityBarcode(count),
        name: t('sheet.quantity', { count }),
        note: null,
      })),
    },
    {
      key: 'boxTypes',
      title: t('sheet.group.boxTypes'),
      codes: boxTypes.map(({ code, name }) => ({ code: boxTypeBarcode(code), name, note: null })),
    },
  ]
  return groups.filter(({ codes }) => codes.length > 0)
}
