import {
  Barcode,
  BookOpen,
  ChartColumnBig,
  Compass,
  History,
  Layers,
  PackageX,
  ScanLine,
  Settings,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Text } from '../../i18n/text.ts'
import type { DialogName } from '../../state/dialog-name.ts'

/** A dialog that the menu leads to: its name, and in a few words what is there. */
export type MenuEntry = {
  dialog: DialogName
  icon: LucideIcon
  title: (t: Text) => string
  note: (t: Text) => string
}

/** What is behind the menu, most used first. */
export const menuEntries: readonly MenuEntry[] = [
  { dialog: 'board', icon: ChartColumnBig, title: (t) => t('menu.board'), note: (t) => t('menu.board.note') },
  {
    dialog: 'handover',
    icon: Truck,
    title: (t) => t('menu.handover'),
    note: (t) => t('menu.handover.note'),
  },
  { dialog: 'history', icon: History, title: (t) => t('menu.history'), note: (t) => t('menu.history.note') },
  { dialog: 'batches', icon: Layers, title: (t) => t('menu.batches'), note: (t) => t('menu.batches.note') },
  { dialog: 'unsent', icon: PackageX, title: (t) => t('menu.unsent'), note: (t) => t('menu.unsent.note') },
  { dialog: 'book', icon: BookOpen, title: (t) => t('menu.book'), note: (t) => t('menu.book.note') },
  {
    dialog: 'commands',
    icon: Barcode,
    title: (t) => t('menu.commands'),
    note: (t) => t('menu.commands.note'),
  },
  {
    dialog: 'scannerCheck',
    icon: ScanLine,
    title: (t) => t('menu.scannerCheck'),
    note: (t) => t('menu.scannerCheck.note'),
  },
  { dialog: 'people', icon: Users, title: (t) => t('menu.people'), note: (t) => t('menu.people.note') },
  { dialog: 'guide', icon: Compass, title: (t) => t('menu.guide'), note: (t) => t('menu.guide.note') },
  {
    dialog: 'settings',
    icon: Settings,
    title: (t) => t('menu.settings'),
    note: (t) => t('menu.settings.note'),
  },
]
