/** Work by name. */
export interface UnderWay {
  /** Once what runs under this name has ended, well or not. */
  settled(name: string): Promise<void>
  run<T>(name: string, work: () => Promise<T>): Promise<T>
}

export function worksUnderWay(): UnderWay {
  const running = new Map<string, Promise<unknown>>()
  return {
    settled: async (name) => {
      await running.get(name)?.catch(() => undefined)
    },
    run: async (name, work) => {
      const mine = work()
      running.set(name, mine)
      try {
        return await mine
      } finally {
        if (running.get(name) === mine) running.delete(name)
      }
    },
  }
}
