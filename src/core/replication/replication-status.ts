import type { OutboxEvent } from '../events/outbox.ts'
import type { Parts } from '../parts.ts'
import type { Replication } from '../objects/object-version.ts'

/** Keeps with the source what became of one of its copies: it is completed with the last one, and failed with the first that fails. */
export const noteReplication = (
  { metadata }: Pick<Parts, 'metadata'>,
  { bucketId, key, body }: OutboxEvent,
  outcome: 'COMPLETED' | 'FAILED',
): Promise<void> =>
  metadata.transaction(async (tx) => {
    if (body.kind !== 'replica') return
    const version = await tx.findVersion(bucketId, key, body.order.versionId)
    if (!version || version.attributes.replication?.status === 'REPLICA') return
    const replication = after(version.attributes.replication, body.order.arn, outcome)
    await tx.putObjectAttributes(version, { ...version.attributes, replication })
  })

function after(before: Replication | undefined, arn: string, outcome: 'COMPLETED' | 'FAILED'): Replication {
  const waitsFor = (before?.waitsFor ?? []).filter((each) => each !== arn)
  if (outcome === 'FAILED') return { status: 'FAILED', waitsFor }
  if (waitsFor.length > 0) return { status: before?.status ?? 'PENDING', waitsFor }
  return { status: 'COMPLETED' }
}
