import { z } from 'zod'
import { boardInputs, type BoardOutputs } from './board.ts'
import { catalogInputs, type CatalogOutputs } from './catalog.ts'
import { handoverInputs, type HandoverList } from './handover.ts'
import { askedIntentSchema } from './intents.ts'
import { demoInputs, type DemoOutputs } from './demo.ts'
import { packingInputs } from './packing.ts'
import { peopleInputs, pinSchema, type Badge, type PersonView } from './people.ts'
import { queueInputs, type ItemBatch, type Queue } from './queue.ts'
import { settingsChangeSchema } from './settings.ts'
import { shopInputs, type ShopOutputs } from './shop.ts'
import type { ExportedLog, LogCheck, LogRebuild } from './log.ts'
import type { StationSnapshot, UnsentRow } from './snapshot.ts'

const nothing = z.strictObject({})

/**
 * What the window may ask of the station: each method's input, parsed before anything else looks at it. A method's
 * output is its type in `Outputs`; whatever changes the desk answers with the snapshot that shows it.
 */
export const inputs = {
  snapshot: nothing,
  ...packingInputs,
  ...peopleInputs,
  ...queueInputs,
  ...boardInputs,
  ...catalogInputs,
  ...handoverInputs,
  /** What the store has not confirmed, oldest first: up to `limit` after the one with number `afterSeq` (0: from the first). */
  unsent: z.strictObject({ afterSeq: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  /** Promises the store something that is asked for by itself. */
  giveIntent: askedIntentSchema,
  /** Tries something waiting, unknown or stuck again now: what was unanswered or refused is read back first. */
  retry: z.strictObject({ seq: z.number().int().positive() }),
  /** Ends what the store cannot be told of: a person sees to it in the shop's own pages, or it is given up. */
  resolveByHand: z.strictObject({
    seq: z.number().int().positive(),
    how: z.enum(['handedOver', 'discarded']),
    reason: z.string().trim().min(1).max(200),
    pin: z.string().max(32),
  }),
  /** Sends again, although the desk's data is of an earlier time: once all has been read again, by a lead. */
  goOn: z.strictObject({ pin: z.string().max(32) }),
  /** Sets the lead's PIN; `current` is needed once there is one. */
  setPin: z.strictObject({ current: z.string().max(32), next: pinSchema }),
  /** Asks the store for orders now. */
  pullNow: nothing,
  /** Goes through all of the store's lists anew, from the first page. */
  resync: nothing,
  /** Connects the store again after it has signed the desk out. */
  connect: nothing,
  changeSettings: settingsChangeSchema,
  /** Reads the tables that come from the packing log anew; the snapshot's `rebuilding` shows how far it is. */
  rebuild: nothing,
  /** Checks the packing log's chain of hashes from end to end. */
  verifyLog: nothing,
  /** Saves an excerpt of the packing log in the data folder: an order's, or a day's by the desk's own calendar. */
  exportLog: z.strictObject({
    what: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('order'), orderNo: z.string().regex(/^\d{1,32}$/) }),
      z.strictObject({ kind: z.literal('day'), day: z.iso.date() }),
    ]),
  }),
} as const

export type Method = keyof typeof inputs
export type Input<M extends Method> = z.infer<(typeof inputs)[M]>

type OtherOutputs = BoardOutputs &
  CatalogOutputs & {
    queue: Queue
    itemBatches: ItemBatch[]
    unsent: UnsentRow[]
    handover: HandoverList
    people: PersonView[]
    makeBadge: Badge
    rebuild: LogRebuild
    verifyLog: LogCheck
    exportLog: ExportedLog
  }

export type Outputs = { [M in Method]: M extends keyof OtherOutputs ? OtherOutputs[M] : StationSnapshot }

/** Everything the window may call: the station's methods, and the app's own for demo stores and shops. */
export const windowInputs = { ...inputs, ...demoInputs, ...shopInputs } as const

export type WindowMethod = keyof typeof windowInputs
export type WindowInput<M extends WindowMethod> = z.infer<(typeof windowInputs)[M]>
export type WindowOutputs = Outputs & DemoOutputs & ShopOutputs

/**
 * Why a call could not be answered at all; what the packer did wrong is never one of these. storage: the disk could not
 * take it, nothing was done, and the same call may be made again; `message` is then a StorageFault.
 */
export type CallError = { code: 'badInput' | 'notReady' | 'internal' | 'storage'; message: string }

/** What is wrong with the disk or the database's file. */
export type DiskFault = 'diskFull' | 'databaseLocked' | 'databaseDamaged' | 'databaseUnwritable'

/** The same, and that the file is not where it was opened: see FileLostView. */
export type StorageFault = DiskFault | 'databaseLost'

export type Reply<T> = { ok: true; data: T } | { ok: false; error: CallError }
