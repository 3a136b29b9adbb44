import { parseDestination, rulesFor } from '../buckets/replication.ts'
import { replicaMark } from '../replication/replica-target.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ReplicaOrder } from './replica-order.ts'
import type { Tags } from '../objects/object-version.ts'

/** Where a version is to be copied once it is written; plain data. */
export type OrderedReplica = Omit<ReplicaOrder, 'versionId'> & { readonly destination: string }

interface Replicated {
  readonly kind: ReplicaOrder['kind']
  readonly key: string
  readonly tags?: Tags | undefined
}

/** The copies that a bucket's rules ask for. */
export function replicasOf(
  { namespace, projectId, configuration }: Bucket,
  { kind, ...object }: Replicated,
): readonly OrderedReplica[] {
  if (!configuration.replication) return []
  const source = { namespace, projectId }
  return rulesFor(configuration.replication, object)
    .filter(({ replicatesDeleteMarkers }) => kind === 'object' || replicatesDeleteMarkers)
    .map(({ id: ruleId, destination: { arn, storageClass, changesOwner } }) => ({
      destination: replicaDestination(arn),
      kind,
      ruleId,
      arn,
      storageClass,
      changesOwner,
      source,
    }))
}

/** Under which name copies to a bucket stand in the outbox: those to buckets here together, and those to each other one. */
function replicaDestination(arn: string): string {
  const destination = parseDestination(arn)
  return destination.kind === 'here' ? 'replicate' : `replicate:${destination.target}`
}

/** Whether another store has sent it, to which it may go the other way. */
export const isFromReplica = (caller: Caller | undefined): boolean =>
  caller?.request?.(`s3:x-amz-meta-${replicaMark}`) !== undefined
