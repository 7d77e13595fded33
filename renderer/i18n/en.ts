import { doubt } from './en/doubt.ts'
import { failures } from './en/failures.ts'
import { fileLost } from './en/file-lost.ts'
import { answers } from './en/answers.ts'
import { book } from './en/book.ts'
import { demo } from './en/demo.ts'
import { scanner } from './en/scanner.ts'
import { packing } from './en/packing.ts'
import { board } from './en/board.ts'
import { handover } from './en/handover.ts'
import { history } from './en/history.ts'
import { menu } from './en/menu.ts'
import { spoken } from './en/spoken.ts'
import { people } from './en/people.ts'
import { settings } from './en/settings.ts'
import { guide } from './en/guide.ts'
import { shop } from './en/shop.ts'
import { ui } from './en/ui.ts'
import { screens } from './en/screens.ts'
import { intents } from './en/intents.ts'
import { unsent } from './en/unsent.ts'

export const en = {
  ...screens,
  ...unsent,
  ...doubt,
  ...intents,
  ...shop,
  ...settings,
  ...guide,
  ...people,
  ...spoken,
  ...menu,
  ...history,
  ...handover,
  ...board,
  ...scanner,
  ...failures,
  ...fileLost,
  ...answers,
  ...book,
  ...demo,
  ...packing,
  ...ui,
} as const
