import { pinSchema } from '../../../shared/contract/people.ts'

/** Whether this can be a PIN at all. */
export const isPinText = (text: string): boolean => pinSchema.safeParse(text).success

export const onlyDigits = (text: string): string => text.replaceAll(/\D/g, '')
