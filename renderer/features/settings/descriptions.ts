import { shippedWhen } from '../../../shared/domain/packing/shipped-when.ts'
import { defaultSettings, themes, whoMay, workModes, zooms } from '../../../shared/contract/settings.ts'
import { askings } from '../../../shared/domain/packing/rules.ts'
import { BoxTypes } from './box-types.tsx'
import { onOff, optionsOf, type SettingsEntry } from './description.ts'
import { LogTools } from './log-tools.tsx'
import { PeoplePart } from './people-part.tsx'
import { PinForm } from './pin-form.tsx'
import { ScannerPart } from './scanner-part.tsx'
import type { Section } from './sections.ts'
import { SoundSettings } from './sound-settings.tsx'
import { StorePart } from './store-part.tsx'

const learners = ['anyone', 'lead', 'nobody'] as const
const guards = [0, defaultSettings.doubleScanMs, 300, 1000]

/** Everything that can be set at a desk, by section, in the order it is shown. */
export const descriptions: Record<Section, readonly SettingsEntry[]> = {
  screen: [
    {
      kind: 'choice',
      key: 'language',
      options: () =>
        optionsOf(
          ['ko', 'en'],
          (language) => ({ language }),
          (language, t) => t(`language.${language}`),
        ),
    },
    {
      kind: 'choice',
      key: 'theme',
      options: () =>
        optionsOf(
          themes,
          (theme) => ({ theme }),
          (theme, t) => t(`settings.theme.${theme}`),
        ),
    },
    {
      kind: 'choice',
      key: 'zoom',
      options: () =>
        optionsOf(
          zooms,
          (zoom) => ({ zoom }),
          (zoom) => `${String(zoom)}%`,
        ),
    },
    { kind: 'part', key: 'sounds', Part: SoundSettings },
    {
      kind: 'choice',
      key: 'speech',
      options: () => onOff((speech) => ({ speech })),
      sample: (t) => t('settings.speech.sample'),
    },
  ],
  scanning: [
    { kind: 'part', key: 'scanner', Part: ScannerPart },
    {
      kind: 'choice',
      key: 'doubleScanMs',
      options: ({ doubleScanMs: now }) =>
        optionsOf(
          guards.includes(now) ? guards : [...guards, now],
          (doubleScanMs) => ({ doubleScanMs }),
          (ms, t) => (ms === 0 ? t('settings.off') : t('settings.seconds', { seconds: ms / 1000 })),
        ),
    },
    {
      kind: 'choice',
      key: 'learning',
      options: () =>
        optionsOf(
          learners,
          (learning) => ({ learning }),
          (learner, t) => t(`settings.learning.${learner}`),
        ),
    },
  ],
  packing: [
    {
      kind: 'choice',
      key: 'workMode',
      options: () =>
        optionsOf(
          workModes,
          (workMode) => ({ workMode }),
          (mode, t) => t(`settings.workMode.${mode}`),
          (mode, t) => t(`settings.workMode.${mode}.note`),
        ),
    },
    { kind: 'choice', key: 'forcedOrder', options: () => onOff((forcedOrder) => ({ forcedOrder })) },
    { kind: 'choice', key: 'exemptGifts', options: () => onOff((exemptGifts) => ({ exemptGifts })) },
    {
      kind: 'words',
      key: 'exemptWords',
      value: ({ exemptWords }) => exemptWords,
      change: (exemptWords) => ({ exemptWords }),
    },
    {
      kind: 'number',
      key: 'quantityFrom',
      value: ({ quantityFrom }) => quantityFrom,
      change: (quantityFrom) => ({ quantityFrom }),
      max: 1000,
      unit: (t) => t('settings.unit.units'),
      zero: (t) => t('settings.quantityFrom.never'),
    },
    {
      kind: 'choice',
      key: 'unscanned',
      explain: ({ hasLead }, t) => t(hasLead ? 'settings.unscanned.note' : 'settings.unscanned.noLead'),
      options: () =>
        optionsOf(
          whoMay,
          (unscanned) => ({ unscanned }),
          (who, t) => t(`settings.whoMay.${who}`),
        ),
      disabled: (who, { hasLead }) => who === 'lead' && !hasLead,
    },
    {
      kind: 'choice',
      key: 'shipped',
      options: () =>
        optionsOf(
          shippedWhen,
          (shipped) => ({ shipped }),
          (when, t) => t(`settings.shipped.${when}`),
          (when, t) => t(`settings.shipped.${when}.note`),
        ),
    },
    {
      kind: 'number',
      key: 'graceSeconds',
      value: ({ graceSeconds }) => graceSeconds,
      change: (graceSeconds) => ({ graceSeconds }),
      max: 600,
      unit: (t) => t('settings.unit.seconds'),
      zero: (t) => t('settings.graceSeconds.none'),
    },
  ],
  boxes: [
    { kind: 'part', key: 'boxTypes', Part: BoxTypes },
    {
      kind: 'choice',
      key: 'askBoxType',
      explain: ({ settings }, t) =>
        t(settings.boxTypes.length === 0 ? 'settings.askBoxType.noTypes' : 'settings.askBoxType.note'),
      options: () =>
        optionsOf(
          askings,
          (askBoxType) => ({ askBoxType }),
          (asking, t) => t(`settings.asking.${asking}`),
        ),
      disabled: (asking, { settings }) => asking === 'required' && settings.boxTypes.length === 0,
    },
    {
      kind: 'choice',
      key: 'askWeight',
      options: () =>
        optionsOf(
          askings,
          (askWeight) => ({ askWeight }),
          (asking, t) => t(`settings.asking.${asking}`),
        ),
    },
  ],
  desk: [
    {
      kind: 'text',
      key: 'deskName',
      value: ({ deskName }) => deskName,
      change: (deskName) => ({ deskName }),
      maxLength: 40,
    },
    { kind: 'part', key: 'people', Part: PeoplePart },
    {
      kind: 'choice',
      key: 'signIn',
      explain: ({ settings, hasLead }, t) =>
        t(
          hasLead
            ? 'settings.signIn.note'
            : settings.signIn
              ? 'settings.signIn.resting'
              : 'settings.signIn.noLead',
        ),
      options: () => onOff((signIn) => ({ signIn })),
      disabled: (on, { hasLead }) => on === true && !hasLead,
    },
    {
      kind: 'number',
      key: 'idleLockMinutes',
      value: ({ idleLockMinutes }) => idleLockMinutes,
      change: (idleLockMinutes) => ({ idleLockMinutes }),
      max: 240,
      unit: (t) => t('settings.unit.minutes'),
      zero: (t) => t('settings.idleLockMinutes.never'),
    },
  ],
  store: [{ kind: 'part', key: 'store', Part: StorePart }],
  data: [
    { kind: 'part', key: 'pin', Part: PinForm },
    { kind: 'part', key: 'log', Part: LogTools },
  ],
}
