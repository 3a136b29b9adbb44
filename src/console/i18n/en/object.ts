export const object = {}
