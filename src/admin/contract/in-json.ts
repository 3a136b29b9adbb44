/** What JSON makes of a value that AWS's SDK types: dates are texts, ISO 8601. */
export type InJson<T> = T extends Date ? string : T extends object ? { [M in keyof T]: InJson<T[M]> } : T
