import { useId, useState, type ComponentType } from 'react'
import { useText } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Toast } from '../../ui/toast.tsx'
import { BoxesSection } from './boxes-section.tsx'
import { ChangeContext } from './change-context.ts'
import { DataSection } from './data-section.tsx'
import { DeskSection } from './desk-section.tsx'
import { PackingSection } from './packing-section.tsx'
import { ScanningSection } from './scanning-section.tsx'
import { ScreenSection } from './screen-section.tsx'
import { SectionList } from './section-list.tsx'
import type { Section } from './sections.ts'
import { StoreSection } from './store-section.tsx'
import { useSettingsChange } from './use-settings-change.ts'
import styles from './settings.module.css'

const contents: Record<Section, ComponentType> = {
  screen: ScreenSection,
  scanning: ScanningSection,
  packing: PackingSection,
  boxes: BoxesSection,
  desk: DeskSection,
  store: StoreSection,
  data: DataSection,
}

/** Everything that can be set at a desk. Whatever is chosen takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const [section, setSection] = useState<Section>('screen')
  const { change, notice } = useSettingsChange()
  const Content = contents[section]
  return (
    <Dialog title={t('settings.title')} wide testId="settings" onClose={onClose}>
      <div className={styles.settings}>
        <SectionList id={id} chosen={section} onChoose={setSection} />
        <div
          role="tabpanel"
          id={`${id}panel`}
          key={section}
          aria-labelledby={`${id}tab-${section}`}
          tabIndex={-1}
          className={styles.panel}
        >
          <ChangeContext value={change}>
            <Content />
          </ChangeContext>
        </div>
        <div className={styles.said}>
          <Toast notice={notice} quiet={t('settings.atOnce')} testId="settings-notice" />
        </div>
      </div>
    </Dialog>
  )
}
