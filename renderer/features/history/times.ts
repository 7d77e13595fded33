import type { Language } from '../../i18n/text.ts'

/** Day and time of day to the second: scans come faster than minutes. */
export const secondTime = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
