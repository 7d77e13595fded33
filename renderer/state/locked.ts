import type { StationSnapshot } from '../../shared/contract/snapshot.ts'

/** Somebody has to sign in before anything else can be done. */
export const isLocked = ({ people }: Pick<StationSnapshot, 'people'>): boolean =>
  people.required && people.person === null
