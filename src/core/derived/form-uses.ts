import type { Clock } from '../ports.ts'

/** When forms were asked for, by their ids: noted in memory, since a look at one is no write. */
export function formUses(clock: Clock) {
  const uses = new Map<number, number>()
  return {
    note: (id: number) => {
      uses.set(id, clock.now())
    },
    /** Those since the last call, in milliseconds since 1970. */
    take: () => {
      const taken = [...uses].map(([id, at]) => ({ id, at }))
      uses.clear()
      return taken
    },
  }
}
