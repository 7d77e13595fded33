import { doubt } from './ko/doubt.ts'
import { failures } from './ko/failures.ts'
import { fileLost } from './ko/file-lost.ts'
import { answers } from './ko/answers.ts'
import { book } from './ko/book.ts'
import { demo } from './ko/demo.ts'
import { scanner } from './ko/scanner.ts'
import { packing } from './ko/packing.ts'
import { board } from './ko/board.ts'
import { handover } from './ko/handover.ts'
import { history } from './ko/history.ts'
import { menu } from './ko/menu.ts'
import { spoken } from './ko/spoken.ts'
import { people } from './ko/people.ts'
import { settings } from './ko/settings.ts'
import { guide } from './ko/guide.ts'
import { shop } from './ko/shop.ts'
import { ui } from './ko/ui.ts'
import { screens } from './ko/screens.ts'
import { intents } from './ko/intents.ts'
import { unsent } from './ko/unsent.ts'

/** Korean, the language the texts are first written in. */
export const ko = {
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
