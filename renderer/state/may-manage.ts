import { useSnapshot } from './desk-context.ts'

/** Whether whoever is at the desk may set what is the desk's: everyone, or a lead where packers sign in. */
export const useMayManage = (): boolean =>
  useSnapshot(({ people }) => !people.required || people.person?.role === 'lead')
