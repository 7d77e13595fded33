import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './actions-dialog.module.css'

/** A packer's note on the order, for whoever packs it next and for its history. */
export function NoteForm({ notes }: { notes: readonly string[] }) {
  const t = useText()
  const { run } = useActions()
  const [text, setText] = useState('')
  const fits = text.trim() !== '' && text.trim().length <= 200
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (fits) run('writeNote', { text })
      }}
    >
      <Field label={t('actions.note')} testId="note" maxLength={200} value={text} onText={setText} />
      <Button type="submit" data-testid="write-note" disabled={!fits}>
        <NotebookPen aria-hidden="true" />
        {t('actions.note.write')}
      </Button>
      {notes.length === 0 ? null : (
        <ul className={styles.notes}>
          {notes.map((note, index) => (
            <li key={`${String(index)} ${note}`}>{note}</li>
          ))}
        </ul>
      )}
    </form>
  )
}
