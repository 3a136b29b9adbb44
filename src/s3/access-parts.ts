import { namespaceOf } from '../core/caller.ts'
import { errorTable, type ErrorCode } from '../core/errors.ts'
import { findBucket } from '../core/buckets/find-bucket.ts'
import { parseCopySource } from './copy-source.ts'
import type { AccessRecord } from '../core/logging/access-record.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'

interface Identifier {
  readonly Key?: string
  readonly VersionId?: string
  readonly Code?: string
}
interface Deletions {
  readonly Delete?: { readonly Objects?: readonly Identifier[] }
}
interface Refusals {
  readonly Errors?: readonly Identifier[]
}

/** A record for each key that DeleteObjects was to delete, beside that of the request itself. */
export function batchRecords(record: AccessRecord, { access }: Exchange): readonly AccessRecord[] {
  const { Delete } = (access.input ?? {}) as Deletions
  const { Errors = [] } = (access.output ?? {}) as Refusals
  return (Delete?.Objects ?? []).map(({ Key: key, VersionId: versionId }) => {
    const error = Errors.find((each) => each.Key === key && each.VersionId === versionId)
    const { Code: errorCode } = error ?? {}
    const status = errorCode === undefined ? 204 : statusOf(errorCode)
    return { ...record, operation: 'BATCH.DELETE.OBJECT', ...nothingSent, key, versionId, status, errorCode }
  })
}

const statusOf = (code: string) =>
  Object.hasOwn(errorTable, code) ? errorTable[code as ErrorCode][0] : undefined

/** These are told of the request itself. */
const nothingSent = {
  requestLine: undefined,
  bytesSent: undefined,
  objectSize: undefined,
  totalMs: undefined,
  turnAroundMs: undefined,
  referrer: undefined,
  userAgent: undefined,
}

/** The reading half of a copy stands in the log of the bucket that was read. Undefined for what is no copy, or a failed one. */
export async function copyRecord(
  record: AccessRecord,
  { access }: Exchange,
  core: Core,
): Promise<{ readonly bucket: Bucket; readonly record: AccessRecord } | undefined> {
  const { caller, wire, error } = access
  const header = wire?.headers['x-amz-copy-source']
  if (!caller || error || typeof header !== 'string') return undefined
  const { bucket: name, key, versionId } = parseCopySource(header)
  const bucket = await findBucket(core.catalog, namespaceOf(caller), name)
  if (!bucket) return undefined
  const bucketOwner = bucket.configuration.acl.owner
  const operation = `${record.operation}_GET`
  const read = { ...record, bucketOwner, bucket: name, operation, key, versionId, isAclRequired: false }
  return { bucket, record: read }
}
