import { Package, PackageCheck, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../../../renderer/i18n/language.ts'
import { Button } from '../../../renderer/ui/button.tsx'
import { Card } from '../../../renderer/ui/card.tsx'
import { Chip, FilterChip } from '../../../renderer/ui/chip.tsx'
import { Choice } from '../../../renderer/ui/choice.tsx'
import { Dialog } from '../../../renderer/ui/dialog.tsx'
import { EmptyState } from '../../../renderer/ui/empty-state.tsx'
import { Field } from '../../../renderer/ui/field.tsx'
import { Keycap } from '../../../renderer/ui/keycap.tsx'
import { NumberField } from '../../../renderer/ui/number-field.tsx'
import { Options } from '../../../renderer/ui/options.tsx'
import { PickList } from '../../../renderer/ui/pick-list.tsx'
import { PinField } from '../../../renderer/ui/pin-field.tsx'
import { Place } from '../../../renderer/ui/place.tsx'
import { Progress } from '../../../renderer/ui/progress.tsx'
import { Refused } from '../../../renderer/ui/refused.tsx'
import { Row } from '../../../renderer/ui/row.tsx'
import { SearchField } from '../../../renderer/ui/search-field.tsx'
import { Table } from '../../../renderer/ui/table.tsx'
import { Toast } from '../../../renderer/ui/toast.tsx'
import styles from './gallery.module.css'

const boxes = [1, 2, 3]
const keyOf = String
const tones = ['plain', 'blue', 'green', 'amber', 'red', 'kraft'] as const
const couriers = ['CJ대한통운', '우체국택배']
const nothing = (): void => undefined

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

/** Every primitive of ui/, with words of the desk, as it is when it is at hand, in force, wrong or empty. */
export function Gallery({ open }: { open: 'place' | 'dialog' | null }) {
  const t = useText()
  const [picked, setPicked] = useState<string | null>('2')
  const [filter, setFilter] = useState('open')
  const row = (box: number) => (
    <Row
      icon={PackageCheck}
      title={t('box.number', { number: box })}
      note="6512 3400 120"
      aside={t('box.sealed')}
      asideNote="12:04"
    />
  )
  return (
    <>
      <main className={styles.page}>
        <Part name="Button, Keycap">
          <div className={styles.line}>
            <Button>{t('settings.reset')}</Button>
            <Button strong>
              {t('menu.open')} <Keycap>F1</Keycap>
            </Button>
            <Button disabled>{t('settings.none')}</Button>
            <Button aria-label={t('dialog.close')}>
              <Trash2 aria-hidden="true" />
            </Button>
          </div>
        </Part>
        <Part name="Chip, FilterChip">
          <div className={styles.line}>
            {tones.map((tone) => (
              <Chip key={tone} tone={tone} icon={Package}>
                {t('box.open')}
              </Chip>
            ))}
          </div>
          <div className={styles.line}>
            <FilterChip testId="chip-on" pressed>
              {t('settings.on')}
            </FilterChip>
            <FilterChip testId="chip-off" pressed={false}>
              {t('settings.off')}
            </FilterChip>
            <FilterChip testId="chip-away">{couriers[0]}</FilterChip>
          </div>
        </Part>
        <Part name="Field, PinField, SearchField, Choice">
          <Field label={t('settings.deskName')} testId="field" value="A-3" onText={nothing} />
          <PinField label={t('unsent.pin')} testId="pin" value="4711" onText={nothing} />
          <SearchField label={t('history.search')} testId="search" shortcut="F3" onText={nothing} />
          <Choice
            label={t('settings.askBoxType')}
            value={couriers[0] ?? ''}
            options={couriers}
            name={keyOf}
            testId="choice"
            onChoose={nothing}
          />
        </Part>
        <Part name="NumberField">
          <NumberField
            label={t('settings.graceSeconds')}
            value={0}
            max={600}
            unit={t('settings.unit.seconds')}
            meaning={(value) => (value === 0 ? t('settings.graceSeconds.none') : null)}
            testId="number"
            onNumber={nothing}
          />
          <NumberField
            label={t('settings.quantityFrom')}
            value={2000}
            max={1000}
            unit={t('settings.unit.units')}
            testId="number-wrong"
            onNumber={nothing}
          />
        </Part>
        <Part name="Options">
          <p id="options-name">{t('settings.forcedOrder')}</p>
          <Options
            labelledBy="options-name"
            value={true}
            options={[true, false]}
            name={(on) => t(on ? 'settings.on' : 'settings.off')}
            testId="options"
            onChoose={nothing}
          />
        </Part>
        <Part name="Card, Progress">
          <Card title={t('box.number', { number: 1 })} aside={t('box.open')} tone="kraft">
            <Progress done={3} needed={5} label={t('queue.packed', { packed: 3, units: 5 })} />
          </Card>
        </Part>
        <Part name="Toast, Refused">
          <Toast notice={null} quiet={t('settings.atOnce')} testId="toast" />
          <Toast
            notice={{ tone: 'done', text: t('settings.saved', { name: t('settings.theme') }) }}
            testId="toast-done"
          />
          <Toast
            notice={{ tone: 'refused', text: t('settings.failed', { name: t('settings.theme') }) }}
            testId="toast-refused"
          />
          <Refused title={t('history.none')} detail={t('history.none.todo')} />
        </Part>
        <Part name="PickList, Row">
          <PickList
            label={t('history.boxes')}
            rows={boxes}
            rowKey={keyOf}
            row={row}
            rowTestId={(box) => `row-${String(box)}`}
            picked={picked}
            onPick={setPicked}
          />
        </Part>
        <Part name="Table">
          <p id="table-name">{t('history.boxes')}</p>
          <Table
            labelledBy="table-name"
            rows={boxes}
            rowKey={keyOf}
            rowTestId={(box) => `table-${String(box)}`}
            columns={[
              { head: t('board.boxes'), cell: (box) => t('box.number', { number: box }) },
              { head: t('board.units'), cell: (box) => box * 7, figures: true },
            ]}
          />
        </Part>
        <Part name="EmptyState">
          <EmptyState icon={Package} title={t('queue.none')} todo={t('queue.none.todo')} />
        </Part>
      </main>
      {open === 'dialog' ? (
        <Dialog title={t('settings.title')} testId="dialog" onClose={nothing}>
          {t('settings.atOnce')}
        </Dialog>
      ) : null}
      {open === 'place' ? (
        <Place
          title={t('history.title')}
          testId="place"
          scans={t('history.scans')}
          search={{ label: t('history.search'), text: '', onText: nothing }}
          filters={{
            all: [
              { key: 'open', name: t('box.open'), count: 12 },
              { key: 'sealed', name: t('box.sealed'), count: 1208 },
            ],
            chosen: filter,
            onChoose: setFilter,
          }}
          listName={t('history.orders')}
          count={t('history.found', { count: 1220 })}
          rows={boxes}
          total={1220}
          rowKey={keyOf}
          row={row}
          rowTestId={(box) => `place-${String(box)}`}
          picked={picked}
          onPick={setPicked}
          onMore={nothing}
          empty={{ icon: Package, title: t('queue.none'), todo: t('queue.none.todo') }}
          pickOne={t('history.pick')}
          onClose={nothing}
        >
          <EmptyState icon={Package} title={t('box.number', { number: 2 })} />
        </Place>
      ) : null}
    </>
  )
}
