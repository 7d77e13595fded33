import { canLead, usePeople } from '../people/use-people.ts'
import { useSettings } from './change-context.ts'
import { DescribedSetting } from './described-setting.tsx'
import { descriptions } from './descriptions.ts'
import type { Section } from './sections.ts'

/** One part of the settings, row by row. */
export function SettingsSection({ section }: { section: Section }) {
  const settings = useSettings()
  const { people } = usePeople()
  const facts = { settings, hasLead: people !== null && canLead(people) }
  return descriptions[section].map((entry) =>
    entry.kind === 'part' ? (
      <entry.Part key={entry.key} />
    ) : (
      <DescribedSetting key={entry.key} described={entry} facts={facts} />
    ),
  )
}
