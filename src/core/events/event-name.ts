/**
 * What can happen to an object, without the `s3:` that configurations put in front.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
 */
const eventNames = [
  'ObjectCreated:Put',
  'ObjectCreated:Post',
  'ObjectCreated:Copy',
  'ObjectCreated:CompleteMultipartUpload',
  'ObjectRemoved:Delete',
  'ObjectRemoved:DeleteMarkerCreated',
  'ObjectRestore:Post',
  'ObjectRestore:Completed',
  'ObjectRestore:Delete',
  'ReducedRedundancyLostObject',
  'Replication:OperationFailedReplication',
  'Replication:OperationMissedThreshold',
  'Replication:OperationReplicatedAfterThreshold',
  'Replication:OperationNotTracked',
  'LifecycleExpiration:Delete',
  'LifecycleExpiration:DeleteMarkerCreated',
  'LifecycleTransition',
  'IntelligentTiering',
  'ObjectTagging:Put',
  'ObjectTagging:Delete',
  'ObjectAcl:Put',
  'ObjectAnnotation:Put',
  'ObjectAnnotation:Delete',
  'ObjectAnnotation:Put',
  'ObjectAnnotation:Delete',
  'ObjectRetention:Put',
] as const

export type EventName = (typeof eventNames)[number]

/** The events that a configuration means by a name such as `s3:ObjectCreated:*`; none when there is no such name. */
export function eventsNamed(name: string): readonly EventName[] {
  const bare = /^s3:(.+)$/.exec(name)?.[1] ?? ''
  const family = /^(\w+:)\*$/.exec(bare)?.[1]
  return eventNames.filter((event) => (family === undefined ? event === bare : event.startsWith(family)))
}
