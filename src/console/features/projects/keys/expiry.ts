const dayMs = 86_400_000

/** How long a new key is good for, in days; `never`, or until a day that is chosen. */
export const lifetimes = ['never', '7', '30', '90', '365', 'date'] as const

/** The moment at which a key ends: behind so many days, or behind the day that was chosen. Undefined: never. */
export function expiryOf(lifetime: string, date: string): string | undefined {
  if (lifetime === 'never') return undefined
  if (lifetime === 'date') return new Date(`${date}T23:59:59`).toISOString()
  return new Date(Date.now() + Number(lifetime) * dayMs).toISOString()
}

/** Tomorrow, as an input for dates has it. */
export const firstDate = (): string => new Date(Date.now() + dayMs).toISOString().slice(0, 10)
