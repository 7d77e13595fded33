import { Database, Monitor, Package, PackageCheck, ScanBarcode, Users, type LucideIcon } from 'lucide-react'

/** The parts of the settings, in the order they are listed. */
export const sections = [
  { name: 'screen', icon: Monitor },
  { name: 'scanning', icon: ScanBarcode },
  { name: 'packing', icon: PackageCheck },
  { name: 'boxes', icon: Package },
  { name: 'desk', icon: Users },
  { name: 'data', icon: Database },
] as const satisfies { name: string; icon: LucideIcon }[]

export type Section = (typeof sections)[number]['name']
