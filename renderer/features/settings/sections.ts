import {
  Database,
  Monitor,
  Package,
  PackageCheck,
  ScanBarcode,
  Store,
  Users,
  type LucideIcon,
} from 'lucide-react'

/** The parts of the settings, in the order they are listed. */
export const sections = [
  { name: 'screen', icon: Monitor },
  { name: 'scanning', icon: ScanBarcode },
  { name: 'packing', icon: PackageCheck },
  { name: 'boxes', icon: Package },
  { name: 'desk', icon: Users },
  { name: 'store', icon: Store },
  { name: 'data', icon: Database },
] as const satisfies { name: string; icon: LucideIcon }[]

export type Section = (typeof sections)[number]['name']
