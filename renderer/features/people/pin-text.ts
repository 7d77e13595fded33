/** Whether a PIN may be set to this: four to eight digits. */
export const isPinText = (text: string): boolean => /^\d{4,8}$/.test(text)

export const onlyDigits = (text: string): string => text.replaceAll(/\D/g, '')
