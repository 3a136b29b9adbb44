export const browser = {}
