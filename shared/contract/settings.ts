import { z } from 'zod'
import { askings } from '../domain/packing/rules.ts'
import { shippedWhenSchema } from '../domain/packing/shipped-when.ts'
import { defaultProfile, scannerProfileSchema } from '../domain/codes/scanner-profile.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export const zooms = [100, 125, 150] as const
export const workModes = ['orderFirst', 'waybillFirst', 'oneItem'] as const
/** Who may do something: everyone · only a lead who is signed in. */
export const whoMay = ['anyone', 'lead'] as const

/** As many as fit the two digits of their barcodes. */
export const mostBoxTypes = 100
export const mostExemptWords = 50

const cueVolume = z.number().min(0).max(1)

/** A kind of box or bag, by the two digits of its printed barcode. */
const boxTypeSchema = z.object({
  code: z.string().regex(/^\d{2}$/),
  name: z.string().trim().min(1).max(60),
})

/** Everything that can be set at a desk. */
const values = {
  language: z.enum(['ko', 'en']),
  theme: z.enum(themes),
  /** Percent. */
  zoom: z.literal(zooms),
  /** 0 (silent) to 1; each event's own volume is a share of it. */
  volume: z.number().min(0).max(1),
  cues: z.object({
    accepted: cueVolume,
    refused: cueVolume,
    sealed: cueVolume,
    complete: cueVolume,
    stop: cueVolume,
  }),
  /** Answers are also spoken, in the desk's language. */
  speech: z.boolean(),
  scanner: scannerProfileSchema,
  /** The same goods' code read again within so many milliseconds counts once; 0: every read counts. */
  doubleScanMs: z.number().int().min(0).max(3000),
  /** How this desk is called where orders are handed from desk to desk. */
  deskName: z.string().trim().max(40),
  workMode: z.enum(workModes),
  /** Goods have to be scanned in the order of the list. */
  forcedOrder: z.boolean(),
  /** Gifts are taken to be in the box when everything else is. */
  exemptGifts: z.boolean(),
  /** So are lines whose name has one of these words: leaflets, cards, coupons. */
  exemptWords: z.array(z.string().trim().min(1).max(60)).max(mostExemptWords),
  /** Lines of so many units or more may be counted by number; 0: never. */
  quantityFrom: z.number().int().min(0).max(1000),
  /** Who may pack goods without scanning them. */
  unscanned: z.enum(whoMay),
  boxTypes: z.array(boxTypeSchema).max(mostBoxTypes),
  askBoxType: z.enum(askings),
  askWeight: z.enum(askings),
  /** A sealed box waits so long before the store is told, in seconds: until then it can be opened again. */
  graceSeconds: z.number().int().min(0).max(600),
  /** When a box becomes 배송중: at the seal, as it is handed to the courier, or by the courier's own system. */
  shipped: shippedWhenSchema,
  /** Who may teach the desk a new barcode; `nobody` leaves it to the barcode book. */
  learning: z.enum(['nobody', 'anyone', 'lead']),
  /** Packers sign in before they pack. */
  signIn: z.boolean(),
  /** Minutes without a scan until the packer is signed out; 0: never. */
  idleLockMinutes: z.number().int().min(0).max(240),
  /** The first-run guide has been gone through, or put away. */
  guideDone: z.boolean(),
}

const deskSettingsSchema = z.object(values)

/** A change of some settings. */
export const settingsChangeSchema = z.strictObject(values).partial()

export type DeskSettings = z.infer<typeof deskSettingsSchema>
export type SettingsChange = z.infer<typeof settingsChangeSchema>
/** What suits whoever sits at the desk: where packers sign in, everything else is a lead's to set. */
const ownSettings = [
  'language',
  'theme',
  'zoom',
  'volume',
  'cues',
  'speech',
  'scanner',
  'guideDone',
] as const satisfies readonly (keyof DeskSettings)[]

export const isOwnSetting = (name: string): boolean => ownSettings.some((own) => own === name)

export type WorkMode = DeskSettings['workMode']
export type BoxType = z.infer<typeof boxTypeSchema>

/** What a desk begins with. */
export const defaultSettings: DeskSettings = {
  language: 'ko',
  theme: 'system',
  zoom: 100,
  volume: 0.7,
  cues: { accepted: 1, refused: 1, sealed: 1, complete: 1, stop: 1 },
  speech: false,
  scanner: defaultProfile,
  doubleScanMs: 40,
  deskName: '',
  workMode: 'orderFirst',
  forcedOrder: false,
  exemptGifts: false,
  exemptWords: [],
  quantityFrom: 5,
  unscanned: 'anyone',
  boxTypes: [],
  askBoxType: 'off',
  askWeight: 'off',
  graceSeconds: 0,
  shipped: 'atSeal',
  learning: 'anyone',
  signIn: false,
  idleLockMinutes: 0,
  guideDone: false,
}

/** Settings as kept: one that is missing or does not fit is as it was in the beginning, the others stand. */
export function readDeskSettings(kept: Record<string, unknown>): DeskSettings {
  const fitting = Object.entries(values).flatMap(([name, schema]) => {
    const read = schema.safeParse(kept[name])
    return read.success ? [[name, read.data] as const] : []
  })
  return deskSettingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(fitting) })
}
