/** Does it when it is first asked for, and gives everyone the same result. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
