/** An attempt to deliver an event, and what became of it. */
export interface Delivery {
  readonly destination: string
  /** Of the event. */
  readonly name: string
  readonly key: string
  /** When it ended, in milliseconds since 1970. */
  readonly at: number
  readonly milliseconds: number
  readonly attempt: number
  /** `failed`: it is tried again. `dead`: it was given up. */
  readonly outcome: 'delivered' | 'failed' | 'dead'
  readonly problem: string | undefined
}

/** The latest attempts of each bucket, in memory. */
export interface DeliveryLog {
  note(bucketId: number, delivery: Delivery): void
  /** Newest first. */
  list(bucketId: number): readonly Delivery[]
}

const mostBuckets = 1000
const mostPerBucket = 100

/** Forgets the bucket that has been silent for longest, and the oldest attempts of each. */
export function createDeliveryLog(): DeliveryLog {
  const logs = new Map<number, readonly Delivery[]>()
  return {
    note(bucketId, delivery) {
      const known = logs.get(bucketId) ?? []
      logs.delete(bucketId)
      logs.set(bucketId, [delivery, ...known.slice(0, mostPerBucket - 1)])
      const [silent] = logs.keys()
      if (logs.size > mostBuckets && silent !== undefined) logs.delete(silent)
    },
    list: (bucketId) => logs.get(bucketId) ?? [],
  }
}
