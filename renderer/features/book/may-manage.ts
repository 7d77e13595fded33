import { useSnapshot } from '../../state/desk-context.ts'

/** Whether whoever is at the desk may change the book: everyone, or a lead where packers sign in. */
export const useMayManage = (): boolean =>
  useSnapshot(({ people }) => !people.required || people.person?.role === 'lead')
