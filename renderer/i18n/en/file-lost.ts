import type { fileLost as korean } from '../ko/file-lost.ts'
import type { InEnglish } from './in-english.ts'

export const fileLost = {
  'fileLost.gone': 'Stop packing — the file with the packing records is gone',
  'fileLost.replaced': 'Stop packing — another file is in the place of the packing records',
  'fileLost.torn': 'Stop packing — part of the packing records is gone',
  'fileLost.nothingTaken': 'From now on no scan is saved, and nothing is sent to the store.',
  'fileLost.copied': 'Everything that was saved before has been copied to this file:',
  'fileLost.next':
    'Call for help. Close Packdesk, put the file back in its place or restore this copy, then start again.',
  'fileLost.noCopy':
    'What was saved before could not be copied yet. Do not close Packdesk; call for help, and see that the disk can be written to. Copying is tried again every minute.',
} as const satisfies InEnglish<typeof korean>
