import { S3Error } from '../../core/errors.ts'
import { deliver } from '../delivery/deliver.ts'
import { limitRate } from '../limit-rate.ts'
import { queryOf } from '../query-of.ts'
import { storageAddress, type StorageAddress } from '../storage-address.ts'
import { rateLimitsOf } from '../../core/usage/rates.ts'
import type { Call, Handler } from '../call.ts'
import type { Caller } from '../../core/caller.ts'

/** A file by its address: the bucket's policy, its ACLs or the key that is shown decide. */
export const getStored: Handler<'getStored'> = async (call) => {
  const { core, exchange, input } = call
  const { url = '/' } = exchange.request
  const address = storageAddress(url)
  exchange.notes.subject.key = address.file
  const caller = await visitorOf(call, address)
  await deliver(exchange, {
    core,
    caller,
    bucket: address.bucket,
    key: address.file,
    download: input.download,
    transform: queryOf(url),
  })
  return undefined
}

/** Names of buckets are those of the project in the address. Throws NoSuchBucket for a bucket that is another project's. */
async function visitorOf(
  { core, exchange, caller }: Pick<Call, 'core' | 'exchange' | 'caller'>,
  { project: name, bucket }: StorageAddress,
): Promise<Caller> {
  const project = await core.catalog.findProjectByName(name)
  const found = project && (await core.catalog.findBucket(project.namespace, bucket))
  if (found?.projectId !== project?.id || !project)
    throw new S3Error('NoSuchBucket', { detail: { BucketName: bucket } })
  if (caller.kind === 'anonymous') await limitRate(exchange, core, rateLimitsOf(project))
  return { ...caller, namespace: project.namespace }
}
