import type { Sabotage } from './sabotage.ts'

/** Bugs where the station meets the store, the disk and the window. */
export const edgeBugs: readonly Sabotage[] = [
  {
    name: 'tokens before their disk',
    what: 'A new pair of tokens is used at once and saved afterwards: a crash in between locks the desk out.',
    within: 'electron/station/imweb',
    find: '    unsaved = pair\n    await saving\n',
    replace: '    unsaved = pair\n    tokens = pair\n    await saving\n',
    tests: ['tests/unit/imweb/session-saves.test.ts'],
  },
  {
    name: 'a reset read as undelivered',
    what: 'A connection that breaks after the request went out counts as one that never stood.',
    within: 'electron/station/imweb',
    find: "if (!(error instanceof Error)) return false\n  if ('syscall'",
    replace:
      "if (!(error instanceof Error)) return false\n  if (codeOf(error) === 'ECONNRESET') return true\n  if ('syscall'",
    tests: ['tests/unit/imweb/transport.test.ts'],
  },
  {
    name: 'redirects followed',
    what: 'A request goes on to wherever the answer points, token and all.',
    within: 'electron/station/imweb',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    tests: ['tests/unit/imweb/transport-sockets.test.ts'],
  },
  {
    name: 'an old list believed',
    what: 'A list that was on its way while a box was told of puts the older sections back.',
    within: 'electron/station/outbox',
    find: 'if (readings.isOutdone(orderNo, asked)) return',
    replace: "if (orderNo === '') return",
    tests: ['tests/unit/feed/pull.test.ts', 'tests/unit/outbox/take-in.test.ts'],
  },
  {
    name: 'the place before the orders',
    what: 'The place in the lists moves on with the first of a page’s orders: a crash loses the others.',
    within: 'electron/station/feed',
    find: '        if (!isLast) return\n',
    replace: '',
    tests: ['tests/unit/feed/pull.test.ts'],
  },
  {
    name: 'every sender heard',
    what: 'A frame inside the page, or a second window, may call the station.',
    within: 'electron/main',
    find: 'frame !== null && event.sender === contents() && frame === event.sender.mainFrame && isOurs(frame.url)',
    replace: 'frame !== null && isOurs(frame.url)',
    tests: ['tests/main/ipc.test.ts'],
  },
  {
    name: 'no sandbox',
    what: 'The window runs without the sandbox.',
    within: 'electron/main',
    find: '      sandbox: true,\n',
    replace: '      sandbox: false,\n',
    tests: ['tests/main/window.test.ts'],
  },
  {
    name: 'everybody sets everything',
    what: 'A packer who is signed in changes how the desk packs.',
    within: 'electron/station/settings',
    find: '!people.required() || people.isLead() || Object.keys(changes)',
    replace: 'true || Object.keys(changes)',
    tests: ['tests/unit/settings/settings.test.ts'],
  },
  {
    name: 'pragmas not read back',
    what: 'A database that would not keep a scan through a power cut is used all the same.',
    within: 'electron/station/database',
    find: "  expectPragma(db, 'synchronous', '2')\n",
    replace: '',
    tests: ['tests/storage/pragmas.test.ts'],
  },
]
