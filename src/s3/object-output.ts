import { replicaMark } from '../core/replication/replica-target.ts'
import { checksumAlgorithms, type ChecksumAlgorithm } from '../lib/checksum.ts'
import type { Checksum, ObjectAttributes, ObjectVersion } from '../core/objects/object-version.ts'
import type { ObjectLock } from '../core/objects/object-lock.ts'
import type { FoundObject } from '../core/objects/open-object.ts'

type ChecksumMember = `Checksum${ChecksumAlgorithm}`
type ChecksumInput = Readonly<Partial<Record<ChecksumMember, string | undefined>>>
export type ChecksumOutput = Partial<Record<ChecksumMember, string>>

/** `ChecksumCRC32: 'NhCmhg=='`, as the model names it. */
export const checksumValue = (algorithm: ChecksumAlgorithm, value: string): ChecksumOutput => ({
  [`Checksum${algorithm}`]: value,
})

/** The members that tell of a checksum: its value under its algorithm's name, and its type. */
export const checksumOutput = (
  checksum: Checksum | undefined,
): ChecksumOutput & { ChecksumType?: Checksum['type'] } =>
  checksum ? { ...checksumValue(checksum.algorithm, checksum.value), ChecksumType: checksum.type } : {}

/** The checksum that a request gives in one of its members. */
export function checksumOf(
  input: ChecksumInput,
): { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined {
  for (const algorithm of checksumAlgorithms) {
    const value = input[`Checksum${algorithm}`]
    if (value !== undefined) return { algorithm, value }
  }
  return undefined
}

export const quoted = (etag: string): string => `"${etag}"`

/** S3 gives no version id for what was never versioned. */
export const versionIdOutput = ({
  versionId,
}: {
  readonly versionId: string | undefined
}): { VersionId?: string } => (versionId === undefined ? {} : { VersionId: versionId })

interface SharedOutputOptions {
  readonly withChecksum: boolean
}

/** What GetObject and HeadObject tell of an object. */
export function objectOutput(
  { version, versionId, lock, slice, partCount, checksum }: FoundObject,
  { withChecksum }: SharedOutputOptions,
) {
  const { attributes, size, storageClass } = version
  return {
    AcceptRanges: 'bytes',
    ContentLength: slice ? slice.end - slice.start + 1 : size,
    ...(slice && { ContentRange: `bytes ${String(slice.start)}-${String(slice.end)}/${String(size)}` }),
    ...attributeOutput(version),
    ETag: quoted(version.etag),
    LastModified: new Date(version.lastModified),
    ...versionIdOutput({ versionId }),
    ...(lock && lockOutput(lock)),
    ...(storageClass !== 'STANDARD' && { StorageClass: storageClass as 'STANDARD_IA' }),
    ...(attributes.tags && { TagCount: attributes.tags.length }),
    ...replicationOutput(attributes),
    ...(partCount !== undefined && { PartsCount: partCount }),
    ...(withChecksum && checksumOutput(checksum)),
  }
}

/** A copy from another store tells by its metadata that it is one. */
function replicationOutput({ replication, userMetadata }: ObjectAttributes) {
  const isCopy = userMetadata?.[replicaMark] !== undefined
  const status = replication?.status ?? (isCopy ? 'REPLICA' : undefined)
  return status && { ReplicationStatus: status }
}

const lockOutput = ({ retention, legalHold }: ObjectLock) => ({
  ...(retention && {
    ObjectLockMode: retention.mode,
    ObjectLockRetainUntilDate: new Date(retention.retainUntil),
  }),
  ...(legalHold !== undefined && { ObjectLockLegalHoldStatus: legalHoldStatus(legalHold) }),
})

export const legalHoldStatus = (isOn: boolean): 'ON' | 'OFF' => (isOn ? 'ON' : 'OFF')

function attributeOutput({ attributes }: ObjectVersion) {
  return {
    ContentType: attributes.contentType ?? 'binary/octet-stream',
    CacheControl: attributes.cacheControl,
    ContentDisposition: attributes.contentDisposition,
    ContentEncoding: attributes.contentEncoding,
    ContentLanguage: attributes.contentLanguage,
    ExpiresString: attributes.expires,
    WebsiteRedirectLocation: attributes.websiteRedirectLocation,
    Metadata: attributes.userMetadata,
  }
}
