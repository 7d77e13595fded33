/** The keys of the desk. Function keys only: no barcode contains one, and no input method takes them away. */
export const shortcuts = {
  menu: 'F1',
  typeCode: 'F2',
  searchQueue: 'F3',
  closeBox: 'F4',
  actions: 'F5',
  nextBox: 'F6',
  undo: 'F7',
  emptyBox: 'F8',
  putDown: 'F9',
  learn: 'F10',
  takeOver: 'F12',
} as const

export type ShortcutName = keyof typeof shortcuts

/** The shortcut a key stands for, by its place on the keyboard. */
export function shortcutOf(event: KeyboardEvent): ShortcutName | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return null
  return names.find((name) => shortcuts[name] === event.code) ?? null
}

const names = Object.keys(shortcuts).filter((name): name is ShortcutName => name in shortcuts)

/** Ids of the two text fields that a shortcut leads to. */
export const manualCodeId = 'manual-code'
export const queueSearchId = 'queue-search'
