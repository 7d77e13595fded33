import type { DemoRefusal } from '../../../shared/contract/demo.ts'
import type { Text } from '../../i18n/text.ts'
import type { Notice } from '../../ui/toast.tsx'

/** Why the store did not do what was asked of it. */
export const refusedNotice = ({ why, words }: DemoRefusal, t: Text): Notice => ({
  tone: 'refused',
  text: why === 'refused' ? t('demo.no.refused', { words: words ?? '' }) : t(`demo.no.${why}`),
})
