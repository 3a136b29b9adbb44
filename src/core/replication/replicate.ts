import { parseDestination } from '../buckets/replication.ts'
import { projectCaller } from '../caller.ts'
import { GiveUp, type DeliverEvent } from '../events/deliver-events.ts'
import { copyAway } from './copy-away.ts'
import { copyHere, markHere } from './copy-here.ts'
import { noteReplication } from './replication-status.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { OutboxEvent } from '../events/outbox.ts'
import type { Parts } from '../parts.ts'
import type { ReplicaOrder } from '../events/replica-order.ts'

interface Replicating {
  readonly signal: AbortSignal
  /** Told of the bytes of each copy. */
  readonly onCopied: (bytes: number) => void
}

interface Task {
  readonly event: OutboxEvent
  readonly order: ReplicaOrder
  readonly signal: AbortSignal
}

/**
 * Carries out an order for a copy, and notes on the source when it was the last one for it; a source that is gone needs none.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
 */
export const replicate =
  (parts: Parts) =>
  ({ signal, onCopied }: Replicating): DeliverEvent =>
  async (event) => {
    const order = orderIn(event)
    const task = { event, order, signal }
    if (order.kind === 'delete-marker') {
      await mark(parts, task)
      return
    }
    const { bucketId, key } = event
    const version = await parts.metadata.findVersion(bucketId, key, {
      versionId: order.versionId,
      withData: true,
    })
    if (!version || version.isDeleteMarker) return
    if (version.attributes.encryption?.form === 'customer')
      throw new GiveUp('The object is encrypted with a key that only its client has.')
    await copy(parts, task, version)
    await noteReplication(parts, event, 'COMPLETED')
    onCopied(version.size)
  }

/** Notes on the source that a copy was given up. */
export const giveUpReplica =
  (parts: Parts): DeliverEvent =>
  async (event) => {
    if (orderIn(event).kind === 'object') await noteReplication(parts, event, 'FAILED')
  }

async function copy(parts: Parts, { event, order, signal }: Task, version: ObjectVersion): Promise<void> {
  const destination = parseDestination(order.arn)
  if (destination.kind === 'here') {
    await copyHere(parts, { version, target: await targetHere(parts, order), order, signal })
    return
  }
  const project = await parts.metadata.catalog.findProject(order.source.projectId)
  if (!project) throw new GiveUp('The bucket belongs to a project that does not exist.')
  const access = { caller: projectCaller(project), customerKey: undefined }
  const target = targetAway(parts, destination.target)
  await copyAway(parts, { version, target, order, access, isRepeated: event.attempts > 1, signal })
}

async function mark(parts: Parts, { event: { key }, order }: Task): Promise<void> {
  const destination = parseDestination(order.arn)
  if (destination.kind === 'here') await markHere(parts, { target: await targetHere(parts, order), key })
  else await targetAway(parts, destination.target).mark(key, order.versionId)
}

async function targetHere(parts: Parts, { arn, source }: ReplicaOrder) {
  const destination = parseDestination(arn)
  const name = destination.kind === 'here' ? destination.bucket : ''
  const target = await parts.metadata.catalog.findBucket(source.namespace, name)
  if (!target) throw new Error('The destination bucket does not exist.')
  if (target.versioning !== 'enabled') throw new Error('The destination bucket has no versioning.')
  return target
}

function targetAway({ replicaTargets }: Parts, name: string) {
  const target = replicaTargets.get(name)
  if (!target) throw new Error('The destination is not configured on this server.')
  return target
}

function orderIn({ body }: OutboxEvent): ReplicaOrder {
  if (body.kind === 'replica') return body.order
  throw new GiveUp('A notification stands in the queue of copies.')
}
