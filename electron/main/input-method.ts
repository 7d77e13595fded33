import process from 'node:process'

/**
 * On Linux, has IBus and Fcitx answer each key before the next one is taken. Otherwise the window hears of a scanner's
 * fast keys under each other's names, and no code typed through an input method can be put together again. The input
 * method's part in this process reads it when the first window opens.
 */
export function answerKeysInTurn(): void {
  if (process.platform === 'linux') process.env['IBUS_ENABLE_SYNC_MODE'] ??= '1'
}
