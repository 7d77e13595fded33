export const used = 1
export const nobodys = 2
export type Nobodys = string
