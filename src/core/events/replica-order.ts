/** A version that is to be copied to another bucket; plain data. */
export interface ReplicaOrder {
  readonly kind: 'object' | 'delete-marker'
  readonly versionId: string
  /** ID of the rule that asks for it. */
  readonly ruleId: string
  /** Of the bucket that gets the copy; see `parseDestination`. */
  readonly arn: string
  /** Whether the copy belongs to the destination's owner. */
  readonly changesOwner: boolean
  /** The bucket that it is copied from. */
  readonly source: { readonly namespace: string; readonly projectId: string }
  /** The source's when absent. */
  readonly storageClass?: string | undefined
}
