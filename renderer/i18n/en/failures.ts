import type { failures as korean } from '../ko/failures.ts'
import type { InEnglish } from './in-english.ts'

export const failures = {
  'failure.scan': 'Scan “{{code}}” was not taken — scan it again',
  'failure.other': 'That was not done — try again',
  'failure.scanNotSaved': 'Not saved — scan “{{code}}”',
  'failure.notSaved': 'Not saved — what you just did',
  'failure.storage.diskFull': 'The disk is full. Delete files nobody needs, or call for help.',
  'failure.storage.databaseLocked':
    'Another program is holding the packing records. Wait a moment, or call for help.',
  'failure.storage.databaseDamaged': 'The packing records cannot be read. Stop packing and call for help.',
  'failure.storage.databaseUnwritable':
    'The disk cannot be written to. Call for help: its connection and the folder’s permissions need a look.',
  'failure.storage.databaseLost':
    'It cannot be saved: the file with the packing records is not in its place.',
  'failure.thenScanAgain': 'Then scan the same thing again. It is not counted twice.',
  'failure.thenAgain': 'Then do it once more. It does not happen twice.',
  'failure.thenLook':
    'Do not scan again; do what it says above. After the restart, go on from what the screen shows.',
  'failure.dismiss': 'Close this notice',
} as const satisfies InEnglish<typeof korean>
