import { useId, useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Toast } from '../../ui/toast.tsx'
import { ChangeContext } from './change-context.ts'
import { SettingsSection } from './settings-section.tsx'
import { SectionList } from './section-list.tsx'
import type { Section } from './sections.ts'
import { useSettingsChange } from './use-settings-change.ts'
import styles from './settings.module.css'

/** Everything that can be set at a desk. Whatever is chosen takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const [section, setSection] = useState<Section>('screen')
  const { change, notice } = useSettingsChange()
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
            <SettingsSection section={section} />
          </ChangeContext>
        </div>
        <div className={styles.said}>
          <Toast notice={notice} quiet={t('settings.atOnce')} testId="settings-notice" />
        </div>
      </div>
    </Dialog>
  )
}
