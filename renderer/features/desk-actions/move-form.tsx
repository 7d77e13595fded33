import { ArrowRightLeft } from 'lucide-react'
import { useState } from 'react'
import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import styles from './actions-dialog.module.css'

const newBox = ''

/** Puts units of an item from one box into another, or into a new one. */
export function MoveForm({ boxes }: { boxes: readonly BoxView[] }) {
  const t = useText()
  const { run } = useActions()
  const held = boxes
    .filter((box) => box.can.takeOut === null)
    .flatMap((box) => box.contents.map((content) => ({ box, content })))
  const [picked, pick] = useState(0)
  const [to, setTo] = useState(newBox)
  const [units, setUnits] = useState(1)
  const from = held[picked] ?? held[0]
  if (from === undefined) return null
  const targets = boxes.filter((box) => from.box.can.moveTo.includes(box.id))
  const target = targets.some((box) => box.id === to) ? to : newBox
  const qty = Math.min(units, from.content.qty)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const toBoxId = target === newBox ? null : target
        run('moveItem', { boxId: from.box.id, toBoxId, itemNo: from.content.itemNo, units: qty })
      }}
    >
      <Choice
        label={t('actions.move')}
        testId="move-item"
        value={held.indexOf(from)}
        options={held.map((_, index) => index)}
        name={(index) => {
          const each = held[index]
          if (each === undefined) return ''
          const { name, options, qty: inside } = each.content
          return `${t('box.number', { number: each.box.number })} · ${name} ${options} × ${String(inside)}`
        }}
        onChoose={pick}
      />
      <Choice
        label={t('actions.move.to')}
        testId="move-to"
        value={target}
        options={[newBox, ...targets.map((box) => box.id)]}
        name={(id) => {
          const box = targets.find((each) => each.id === id)
          return box === undefined ? t('actions.move.newBox') : t('box.number', { number: box.number })
        }}
        onChoose={setTo}
      />
      <Choice
        label={t('actions.move.units')}
        testId="move-units"
        value={qty}
        options={Array.from({ length: from.content.qty }, (_, index) => index + 1)}
        name={String}
        onChoose={setUnits}
      />
      <Button type="submit" data-testid="move">
        <ArrowRightLeft aria-hidden="true" />
        {t('actions.move.do')}
      </Button>
    </form>
  )
}
