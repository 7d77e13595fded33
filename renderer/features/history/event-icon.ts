import {
  ArrowRightLeft,
  BadgeCheck,
  Ban,
  CirclePause,
  Circle,
  ClipboardPen,
  FolderOpen,
  PackageCheck,
  PackageMinus,
  PackageOpen,
  Plus,
  Tag,
  Undo2,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'

/** refused: it changed nothing · sealed: an end was reached · back: something was taken back. */
export type EventTone = 'refused' | 'sealed' | 'back' | 'plain'

/** Tells events apart at a glance; what they say is in their words. */
export const eventLooks: Record<PackingEvent['type'], { icon: LucideIcon; tone: EventTone }> = {
  orderOpened: { icon: FolderOpen, tone: 'plain' },
  orderResumed: { icon: FolderOpen, tone: 'plain' },
  orderPutDown: { icon: CirclePause, tone: 'plain' },
  orderUpdated: { icon: ArrowRightLeft, tone: 'plain' },
  orderHeld: { icon: CirclePause, tone: 'back' },
  orderHandedOver: { icon: ArrowRightLeft, tone: 'back' },
  orderTakenBack: { icon: FolderOpen, tone: 'plain' },
  noteWritten: { icon: ClipboardPen, tone: 'plain' },
  waybillPresented: { icon: Tag, tone: 'plain' },
  boxOpened: { icon: PackageOpen, tone: 'plain' },
  boxClosed: { icon: PackageCheck, tone: 'plain' },
  boxSelected: { icon: Circle, tone: 'plain' },
  boxTyped: { icon: Tag, tone: 'plain' },
  boxWeighed: { icon: Tag, tone: 'plain' },
  boxEmptied: { icon: PackageMinus, tone: 'back' },
  boxSealed: { icon: BadgeCheck, tone: 'sealed' },
  boxReopened: { icon: PackageOpen, tone: 'back' },
  boxVoided: { icon: PackageMinus, tone: 'back' },
  itemScanned: { icon: Plus, tone: 'plain' },
  itemTakenOut: { icon: PackageMinus, tone: 'back' },
  itemMoved: { icon: ArrowRightLeft, tone: 'plain' },
  itemIdentified: { icon: Tag, tone: 'plain' },
  packerSignedIn: { icon: UserRound, tone: 'plain' },
  packerSignedOut: { icon: UserRound, tone: 'plain' },
  undone: { icon: Undo2, tone: 'back' },
  scanRefused: { icon: Ban, tone: 'refused' },
}
