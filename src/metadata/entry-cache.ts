/** Remembers what `load` found, and separately what it did not find, each up to `capacity` entries. */
export function entryCache<Value>(load: (name: string) => Promise<Value | undefined>, capacity: number) {
  const found = new Map<string, Value>()
  const absent = new Map<string, true>()
  let loads = new Map<string, Promise<Value | undefined>>()

  const start = (name: string): Promise<Value | undefined> => {
    const loading: Promise<Value | undefined> = load(name).then(
      (value) => {
        // Dropped meanwhile: what was read may be older than the change.
        if (loads.get(name) === loading) {
          loads.delete(name)
          if (value === undefined) keep(absent, name, true, capacity)
          else keep(found, name, value, capacity)
        }
        return value
      },
      (error: unknown) => {
        if (loads.get(name) === loading) loads.delete(name)
        throw error
      },
    )
    loads.set(name, loading)
    return loading
  }
  return {
    find: (name: string): Promise<Value | undefined> => {
      const value = found.get(name)
      if (value !== undefined || absent.has(name)) return Promise.resolve(value)
      return loads.get(name) ?? start(name)
    },
    drop: (name: string) => {
      found.delete(name)
      absent.delete(name)
      loads.delete(name)
    },
    clear: () => {
      found.clear()
      absent.clear()
      loads = new Map()
    },
  }
}

/** The oldest entry makes room. */
function keep<Value>(entries: Map<string, Value>, name: string, value: Value, capacity: number) {
  if (entries.size >= capacity) {
    const oldest = entries.keys().next()
    if (!oldest.done) entries.delete(oldest.value)
  }
  entries.set(name, value)
}
