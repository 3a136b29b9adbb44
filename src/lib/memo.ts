/** Remembers what a pure function gave for the last texts; forgets all of them when there are more than `limit`. */
export function memo<Value>(limit: number, compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    if (known.size >= limit) known.clear()
    const value = compute(text)
    known.set(text, { value })
    return value
  }
}
