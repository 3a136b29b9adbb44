import { aclOf, type Acl } from '../policy/acl.ts'
import type { ListedVersion } from '../objects/list-query.ts'
import type { ObjectVersion } from '../objects/object-version.ts'

/** A line of a report: what the listing tells, and the object's row where a column needs it. */
export interface InventoryEntry {
  readonly listed: ListedVersion
  readonly version: ObjectVersion | undefined
}

type Column = (entry: InventoryEntry) => string | undefined

const ofListed =
  (value: (listed: ListedVersion) => string | undefined): Column =>
  ({ listed }) =>
    listed.isDeleteMarker ? undefined : value(listed)

const ofVersion =
  (value: (version: ObjectVersion) => string | undefined): Column =>
  ({ version }) =>
    version && !version.isDeleteMarker ? value(version) : undefined

const isoDate = (time: number): string => new Date(time).toISOString()

/** Optional fields that a listing tells. */
const listedColumns: Readonly<Record<string, Column>> = {
  Size: ofListed(({ size }) => String(size)),
  LastModifiedDate: ({ listed }) => isoDate(listed.lastModified),
  ETag: ofListed(({ etag }) => etag),
  StorageClass: ofListed(({ storageClass }) => storageClass),
  IsMultipartUploaded: ofListed(({ etag }) => String(etag.includes('-'))),
  ChecksumAlgorithm: ofListed(({ checksumAlgorithm }) => checksumAlgorithm),
  ObjectOwner: ({ listed }) => listed.ownerId,
}

/** Optional fields that only the object's row tells. */
const storedColumns: Readonly<Record<string, Column>> = {
  EncryptionStatus: ofVersion(({ attributes: { encryption } }) => encryptionStatus(encryption?.form)),
  BucketKeyStatus: ofVersion(({ attributes: { encryption } }) =>
    encryption?.form === 'aws:kms' && encryption.bucketKey ? 'ENABLED' : 'DISABLED',
  ),
  ObjectLockMode: ofVersion(({ attributes: { lock } }) => lock?.retention?.mode),
  ObjectLockRetainUntilDate: ofVersion(({ attributes: { lock } }) => {
    const until = lock?.retention?.retainUntil
    return until === undefined ? undefined : isoDate(until)
  }),
  ObjectLockLegalHoldStatus: ofVersion(({ attributes: { lock } }) => (lock?.legalHold ? 'On' : 'Off')),
  ObjectAccessControlList: ofVersion((version) => aclText(aclOf(version))),
}

const encryptionForms: Readonly<Record<string, string>> = {
  AES256: 'SSE-S3',
  'aws:kms': 'SSE-KMS',
  customer: 'SSE-C',
}

const encryptionStatus = (form: string | undefined): string =>
  (form !== undefined ? encryptionForms[form] : undefined) ?? 'NOT-SSE'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/objectacl.html */
function aclText({ grants }: Acl): string {
  const list = grants.map(({ grantee, permission }) =>
    'group' in grantee
      ? { uri: grantee.group, type: 'Group', permission }
      : { canonicalId: grantee.canonicalId, type: 'CanonicalUser', permission },
  )
  const document = { version: '2022-11-10', status: 'AVAILABLE', grants: list }
  return Buffer.from(JSON.stringify(document)).toString('base64')
}

/** Whether any of the fields takes a look at the object's row. */
export const needsRow = (fields: readonly string[]): boolean =>
  fields.some((field) => Object.hasOwn(storedColumns, field))

/** What stands in an optional field; empty where there is nothing to tell. */
export const valueOf = (field: string, entry: InventoryEntry): string =>
  (listedColumns[field] ?? storedColumns[field])?.(entry) ?? ''
