/** `needs-object`: ask again with the row of the object, once it has been read. */
export type Decision = 'allow' | 'deny' | 'needs-object'

/** What something that grants or denies has to say; undefined when it has no say. */
export type Say = Decision | undefined

/** One of two has to allow; an explicit deny wins over every allow. */
export function either(one: Say, other: Say): Say {
  if (one === 'deny' || other === 'deny') return 'deny'
  if (one === 'allow' || other === 'allow') return 'allow'
  return one ?? other
}

/** Both have to allow; an explicit deny wins here too. */
export function both(one: Say, other: Say): Say {
  if (one === 'deny' || other === 'deny') return 'deny'
  if (one === undefined || other === undefined) return undefined
  return one === 'allow' ? other : one
}
