import { BookPlus } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { shortcuts } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import { codeToLearn } from './can-learn.ts'

/** Offers to teach the desk the barcode it has just refused as unknown. */
export function LearnButton() {
  const t = useText()
  const { openDialog } = useActions()
  const code = useSnapshot(codeToLearn)
  if (code === null) return null
  return (
    <Button
      data-testid="learn"
      aria-keyshortcuts={shortcuts.learn}
      onClick={() => {
        openDialog('learn')
      }}
    >
      <BookPlus aria-hidden="true" />
      {t('learn.offer')}
      <Keycap>{shortcuts.learn}</Keycap>
    </Button>
  )
}
