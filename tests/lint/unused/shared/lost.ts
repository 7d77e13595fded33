export const lost = 3
